import { normaliseCik } from "@/lib/ownership/identity";
import type { Store } from "@/lib/store/client";
import { resolveIssuer } from "../parties/resolve-issuer";
import { searchLedger } from "../parties/search-ledger";
import type { SearchHit } from "../views/shapes/market";

export interface FoundParty {
  /** The one party that the word names; null where it names none, or several. */
  party: { kind: "issuer" | "insider"; cik: string } | null;
  /** Whom it may mean. */
  found: SearchHit[];
}

/** The party that a word means: a ticker, a CIK or a name, where just one party answers to it. */
export async function findParty(store: Store, word: string): Promise<FoundParty> {
  const issuer = normaliseCik(word) === null ? await resolveIssuer(store, word) : null;
  if (issuer !== null) return { party: { kind: "issuer", cik: issuer.cik }, found: [] };
  const { hits } = await searchLedger(store, word);
  const found = hits.filter((hit) => hit.kind !== "filing" && hit.cik !== null);
  const [only] = found;
  if (found.length !== 1 || only === undefined || only.cik === null) return { party: null, found };
  return { party: { kind: only.kind === "issuer" ? "issuer" : "insider", cik: only.cik }, found };
}
