import { addComparisons, compareTruth, type TruthComparison } from "@/lib/sample/compare-truth";
import { filingsOfSources } from "@/lib/services/filings-of-sources";
import type { Store } from "@/lib/store/client";
import { sourcesOfIssuer } from "@/lib/store/sources/read-documents";
import { type FoundItems, foundTruth } from "./found-truth";
import { readTruth } from "./read-truth";

/** What the database says of a sample, beside the sample's own truth. */
export interface SampleCheck extends TruthComparison {
  issuers: number;
  /** Filings of those issuers: in the truth, and in the database. */
  filings: { planted: number; stored: number };
  /** Issuers that the database has beside the sample's: not compared. */
  otherIssuers: number;
}

/**
 * Compares a folder's `truth.json` with what the measures find in the filings that the database stores, issuer by issuer:
 * memory holds one issuer at a time.
 * @throws LedgerError `truth-missing`, `truth-invalid`
 */
export async function checkSample(store: Store, folder: string): Promise<SampleCheck> {
  const filings = { planted: 0, stored: 0 };
  let issuers = 0;
  let known = 0;
  let sum: TruthComparison = { kinds: [] };
  for await (const truth of readTruth(folder)) {
    const stored = await storedIssuer(store, truth.issuerCik);
    sum = addComparisons([sum, compareTruth({ issuers: [truth] }, stored.found)]);
    filings.planted += truth.filings;
    filings.stored += stored.filings;
    issuers += 1;
    if (stored.filings > 0) known += 1;
  }
  return { kinds: sum.kinds, issuers, filings, otherIssuers: (await store.db.issuer.count()) - known };
}

async function storedIssuer(store: Store, cik: string): Promise<{ found: FoundItems; filings: number }> {
  const filings = filingsOfSources(await sourcesOfIssuer(store.db, store.target.provider, cik));
  const foreignPrivateIssuer = filings.some(
    ({ merged }) => (merged.document.issuer.issuerForeignTradingSymbol ?? "") !== "",
  );
  const found = foundTruth(
    cik,
    filings.map(({ facts }) => facts),
    { foreignPrivateIssuer },
  );
  return { found, filings: filings.length };
}
