import { exerciseEpisodes } from "@/lib/analytics/exercise/episodes";
import { balanceLines } from "@/lib/analytics/holdings/balance-lines";
import type { FiledRow } from "@/lib/analytics/rows/filed-row";
import type { Store } from "@/lib/store/client";
import { readDataVersion } from "@/lib/store/ledger-state";
import { readIssuer } from "@/lib/store/read-parties";
import { filingsOfIssuer } from "./issuer-filings";
import { isSampleCik } from "./sample-parties";
import type { IssuerView } from "./views";
import { episodeView } from "./views/episode-view";
import { filingSummary, newestFirst } from "./views/filing-summary";
import { lineView } from "./views/line-view";
import { planViews } from "./views/plan-view";
import { rosterOf } from "./views/roster";
import { excludedRows, rowContext } from "./views/row-context";
import { codeCounts, filterByCodes, latestTradeDate, newestTradesFirst } from "./views/row-sets";
import { rowView } from "./views/row-view";
import { monthViews, totalsView } from "./views/totals-view";

/** What an issuer page asks for. */
export interface IssuerInput {
  cik: string;
  /** Transaction codes that rows, totals and months are filtered by; empty = all. */
  codes: readonly string[];
}

/** One issuer as its page shows it; null when no filing names it. */
export async function getIssuer(store: Store, input: IssuerInput): Promise<IssuerView | null> {
  const issuer = await readIssuer(store.db, input.cik);
  if (issuer === null) return null;
  const stored = newestFirst(await filingsOfIssuer(store, input.cik));
  const filings = stored.map((filing) => filing.facts);
  const transactions: FiledRow[] = newestTradesFirst(filings);
  const context = rowContext(filings);
  const excluded = excludedRows(context);
  const chosen = filterByCodes(transactions, input.codes);
  const lines = balanceLines(filings);
  return {
    dataVersion: await readDataVersion(store.db),
    issuer: { cik: issuer.cik, name: issuer.name, symbol: issuer.tradingSymbol, symbols: issuer.symbols },
    codes: [...input.codes],
    codeCounts: codeCounts(transactions),
    rows: chosen.map((row) => rowView(row, context)),
    totals: totalsView(chosen, excluded),
    months: monthViews(chosen, excluded),
    roster: rosterOf(filings, lines),
    filings: stored.map(filingSummary),
    episodes: exerciseEpisodes(filings).map(episodeView).reverse(),
    plans: planViews(filings),
    lines: lines.map(lineView),
    lastTrade: latestTradeDate(transactions),
    through: issuer.lastKnownAt,
    fictional: isSampleCik(issuer.cik),
  };
}
