import type { Store } from "@/lib/store/client";
import { readDataVersion } from "@/lib/store/ledger-state";
import { newestFilingIds } from "@/lib/store/read-market";
import { loadSources } from "@/lib/store/sources/read-documents";
import { filingsOfSources } from "../filings-of-sources";
import { endOfDay } from "../parties/issuer-filings";
import { isSampleCik } from "../parties/sample-parties";
import { filingSummary, newestFirst } from "../views/filing-summary";
import type { MarketView } from "../views/shapes/market";
import { ledgerCounts } from "./ledger-counts";

/** Filings that the market page lists. */
const LATEST = 50;

/** What was filed lately, or lately at an earlier day. */
export async function getMarket(store: Store, asOf: string | null = null): Promise<MarketView> {
  const until = asOf === null ? null : endOfDay(asOf);
  const ids = await newestFilingIds(store.db, LATEST, until);
  const filings = newestFirst(filingsOfSources(await loadSources(store.db, ids)));
  const dataVersion = await readDataVersion(store.db);
  return {
    dataVersion,
    asOf,
    filings: filings.map(filingSummary),
    counts: await ledgerCounts(store, dataVersion, until),
    through: filings[0]?.facts.knownAt ?? null,
    fictional: filings.some((filing) => isSampleCik(filing.facts.issuerCik)),
  };
}
