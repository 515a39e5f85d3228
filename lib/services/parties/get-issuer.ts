import { exerciseEpisodes } from "@/lib/analytics/exercise/episodes";
import type { FilingFacts } from "@/lib/analytics/rows/filed-row";
import type { Store } from "@/lib/store/client";
import { readDataVersion } from "@/lib/store/ledger-state";
import { readIssuer } from "@/lib/store/read-parties";
import { ledgerDay } from "../ledger-day";
import { issuerPrices } from "../prices/issuer-prices";
import { priceLineView } from "../prices/price-line-view";
import { issuerRecord, symbolsLatestFirst } from "../refresh/party-records";
import { activityView } from "../views/activity-view";
import { episodeView } from "../views/episode-view";
import { filingSummary } from "../views/filing-summary";
import { lineView } from "../views/line-view";
import { planViews } from "../views/plan-view";
import { rosterOf } from "../views/roster";
import { rowContext } from "../views/rows/row-context";
import { earliestTradeDate, latestTradeDate, newestTradesFirst } from "../views/rows/row-sets";
import type { ActivityFilter } from "../views/shapes/activity";
import type { IssuerView } from "../views/shapes/party";
import { issuerLedger } from "./issuer-filings";
import { isSampleCik } from "./sample-parties";

/** What an issuer page asks for. */
export interface IssuerInput extends ActivityFilter {
  cik: string;
  /** `YYYY-MM-DD`: only what was known by the end of that day in New York. Null or absent: now. */
  asOf?: string | null;
}

/** One issuer as its page shows it; null when no filing names it. */
export async function getIssuer(store: Store, input: IssuerInput): Promise<IssuerView | null> {
  const issuer = await readIssuer(store.db, input.cik);
  if (issuer === null) return null;
  const asOf = input.asOf ?? null;
  const { filings, findings } = await issuerLedger(store, input.cik, asOf);
  const prices = await issuerPrices(store, input.cik, asOf, findings);
  const context = rowContext([findings], null, [prices]);
  const transactions = newestTradesFirst(filings.map((filing) => filing.facts));
  const standing = transactions.filter((row) => !context.superseded.has(`${row.filing.filingId}#${row.anchor}`));
  const through = filings[0]?.facts.knownAt ?? null;
  const day = asOf ?? (await ledgerDay(store));
  const episodes = exerciseEpisodes(findings.counted, { asOf: day });
  return {
    dataVersion: await readDataVersion(store.db),
    asOf,
    day,
    issuer:
      asOf === null || filings.length === 0
        ? { cik: issuer.cik, name: issuer.name, symbol: issuer.tradingSymbol, symbols: issuer.symbols }
        : issuerThen(
            issuer.cik,
            filings.map((filing) => filing.facts),
          ),
    ...activityView(transactions, input, context),
    ...priceLineView(prices, issuer.tradingSymbol, earliestTradeDate(standing)),
    roster: rosterOf(findings.inForce.toReversed(), findings.lines, day),
    filings: filings.map(filingSummary),
    episodes: episodes.map(episodeView).reverse(),
    plans: planViews(findings.counted, context.excluded),
    lines: findings.lines.map(lineView),
    lastTrade: latestTradeDate(standing),
    through,
    fictional: isSampleCik(issuer.cik),
  };
}

/** The name and the symbols, latest first, by which the filings of a past day called the issuer: not today's. */
function issuerThen(cik: string, known: readonly FilingFacts[]): IssuerView["issuer"] {
  const record = issuerRecord(cik, known);
  return { cik, name: record.name, symbol: record.tradingSymbol, symbols: symbolsLatestFirst(record) };
}
