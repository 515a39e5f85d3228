import { normaliseCik } from "@/lib/ownership/identity";
import type { Store } from "@/lib/store/client";
import { resolveIssuer } from "./resolve-issuer";

/** CIKs of the parties that some words name; each once, in the order given. */
export interface ResolvedParties {
  issuers: string[];
  insiders: string[];
  /** Words that are neither a CIK nor a ticker that a filing named. */
  unknown: string[];
}

/** Issuers by CIK or ticker, insiders by CIK. A CIK that no filing names yet is one all the same: it may come. */
export async function resolveParties(
  store: Store,
  words: { issuers: readonly string[]; insiders: readonly string[] },
): Promise<ResolvedParties> {
  const issuers = await Promise.all(words.issuers.map(async (word) => (await resolveIssuer(store, word))?.cik ?? null));
  const insiders = words.insiders.map((word) => normaliseCik(word));
  return {
    issuers: eachOnce(issuers),
    insiders: eachOnce(insiders),
    unknown: [
      ...words.issuers.filter((_, index) => issuers[index] === null),
      ...words.insiders.filter((_, index) => insiders[index] === null),
    ],
  };
}

function eachOnce(ciks: readonly (string | null)[]): string[] {
  return [...new Set(ciks.filter((cik) => cik !== null))];
}
