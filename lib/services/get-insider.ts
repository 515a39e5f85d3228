import { exerciseEpisodes } from "@/lib/analytics/exercise/episodes";
import { balanceLines } from "@/lib/analytics/holdings/balance-lines";
import type { FilingFacts } from "@/lib/analytics/rows/filed-row";
import type { Store } from "@/lib/store/client";
import { readDataVersion } from "@/lib/store/ledger-state";
import { readInsider } from "@/lib/store/read-parties";
import { filingsOfInsider } from "./issuer-filings";
import { isSampleCik } from "./sample-parties";
import type { InsiderView } from "./views";
import { episodeView } from "./views/episode-view";
import { filingSummary, newestFirst, rolesOf } from "./views/filing-summary";
import { lineView } from "./views/line-view";
import { planViews } from "./views/plan-view";
import { excludedRows, rowContext } from "./views/row-context";
import { latestTradeDate, newestTradesFirst } from "./views/row-sets";
import { issuerRef, rowView } from "./views/row-view";
import { totalsView } from "./views/totals-view";

/** One insider across all issuers as the page shows it; null when no filing names the CIK as an owner. */
export async function getInsider(store: Store, input: { cik: string }): Promise<InsiderView | null> {
  const insider = await readInsider(store.db, input.cik);
  if (insider === null) return null;
  const stored = newestFirst(await filingsOfInsider(store, input.cik));
  const filings = stored.map((filing) => filing.facts);
  const transactions = newestTradesFirst(filings);
  const context = rowContext(filings);
  return {
    dataVersion: await readDataVersion(store.db),
    insider: { cik: insider.cik, name: insider.name },
    issuers: issuersOf(filings, input.cik),
    rows: transactions.map((row) => rowView(row, context)),
    totals: totalsView(transactions, excludedRows(context)),
    lines: balanceLines(filings).map(lineView),
    episodes: exerciseEpisodes(filings).map(episodeView).reverse(),
    plans: planViews(filings).filter((plan) => plan.insider.cik === input.cik),
    filings: stored.map(filingSummary),
    lastTrade: latestTradeDate(transactions),
    fictional: filings.some((filing) => isSampleCik(filing.issuerCik)),
  };
}

/** Issuers that the insider files for, newest first, with the roles of the latest filing there. */
function issuersOf(filings: readonly FilingFacts[], cik: string): InsiderView["issuers"] {
  const issuers = new Map<string, InsiderView["issuers"][number]>();
  for (const filing of filings) {
    const owner = filing.owners.find((one) => one.cik === cik);
    if (owner === undefined || issuers.has(filing.issuerCik)) continue;
    issuers.set(filing.issuerCik, { ...issuerRef(filing), roles: rolesOf(owner), officerTitle: owner.officerTitle });
  }
  return [...issuers.values()];
}
