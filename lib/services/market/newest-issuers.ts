import type { Store } from "@/lib/store/client";
import { newestFilingIds } from "@/lib/store/read-market";
import { loadSources } from "@/lib/store/sources/read-documents";
import { filingsOfSources } from "../filings-of-sources";
import { endOfDay } from "../parties/issuer-filings";
import { isSampleCik } from "../parties/sample-parties";
import { newestFirst } from "../views/filing-summary";
import { issuerRef } from "../views/rows/row-view";

type IssuerRef = ReturnType<typeof issuerRef>;

/** Filings looked at: a day's worth of one issuer's insiders is passed over. */
const FILINGS = 30;
const ISSUERS = 3;

export interface NewestIssuers {
  issuers: IssuerRef[];
  /** Some of them are invented. */
  fictional: boolean;
}

/** The issuers of the filings that became public last, at most three: a place to begin where nothing is chosen yet. */
export async function newestIssuers(store: Store, asOf: string | null): Promise<NewestIssuers> {
  const ids = await newestFilingIds(store.db, FILINGS, asOf === null ? null : endOfDay(asOf));
  const refs = newestFirst(filingsOfSources(await loadSources(store.db, ids))).map(({ facts }) => issuerRef(facts));
  const isFirst = (ref: IssuerRef, at: number) => refs.findIndex(({ cik }) => cik === ref.cik) === at;
  const issuers = refs.filter(isFirst).slice(0, ISSUERS);
  return { issuers, fictional: issuers.some(({ cik }) => isSampleCik(cik)) };
}
