import { normaliseCik } from "@/lib/ownership/identity";
import { readTickers } from "@/lib/ownership/tickers";
import type { Store } from "@/lib/store/client";
import { issuersOfSymbol } from "@/lib/store/read-parties";

/**
 * The CIK that the word in `/issuers/<word>` means: a CIK as it is (leading zeros dropped), else the issuer that used the
 * ticker last. Null when nobody did. A ticker once used by several issuers leads to the latest; the others are `others`.
 */
export async function resolveIssuer(store: Store, word: string): Promise<{ cik: string; others: string[] } | null> {
  const cik = normaliseCik(word);
  if (cik !== null) return { cik, others: [] };
  // PostgreSQL holds no NUL, and refuses to look for one.
  if (word.includes("\0")) return null;
  const symbol = readTickers(word).symbols[0] ?? word.trim().toUpperCase();
  const [latest, ...others] = await issuersOfSymbol(store.db, symbol);
  return latest === undefined ? null : { cik: latest, others };
}
