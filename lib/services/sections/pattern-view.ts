import { reportersOf } from "@/lib/analytics/rows/by-person";
import { addDays } from "@/lib/analytics/rows/day-numbers";
import type { FiledRow, FilingFacts } from "@/lib/analytics/rows/filed-row";
import { compareText, groupBy } from "@/lib/analytics/rows/filing-order";
import { netPurchaseRatio } from "@/lib/analytics/signals/net-purchase-ratio";
import { routineVerdicts } from "@/lib/analytics/signals/routine";
import { type TradeRun, tradeRuns } from "@/lib/analytics/signals/sequences";
import { tradeSide } from "@/lib/analytics/values";
import { formatDate } from "@/lib/format/dates";
import type { IssuerFindings } from "../refresh/issuer-findings";
import { eventsOnce } from "../views/rows/events-once";
import { isDateOnAxis, latestTradeDate } from "../views/rows/row-sets";
import { issuerRef, rowRef } from "../views/rows/row-view";
import { totalsView } from "../views/totals-view";
import { routineReason } from "./routine-reason";
import type {
  PatternView,
  PurchaseRatioView,
  RoutineYearView,
  TraderPatternView,
  TradeSequenceView,
} from "./section-views";

interface PatternInput {
  /** Filings with the rows in force. */
  inForce: readonly FilingFacts[];
  /** The same with each joint event once. */
  once: readonly FilingFacts[];
  copies: IssuerFindings["copies"];
  /** Rows in no dollar total, with the reason: flagged prices. */
  flagged: ReadonlyMap<string, string>;
  /** The day on which the ratio's six months end. */
  day: string | null;
  /** Only this insider's. */
  only?: string;
}

/**
 * Routine or opportunistic, net purchase ratio and sequences of each insider on each issuer. Joint events count once within
 * an insider's own filings, so that the issuer's page and the insider's own say the same.
 */
export function patternView({ inForce, once, copies, flagged, day, only }: PatternInput): PatternView {
  const traders = reportersOf(inForce)
    .filter(({ cik }) => only === undefined || cik === only)
    .map((reporter) => ({ reporter, trades: datedTrades(eventsOnce(reporter.filings, copies)) }))
    .filter(({ trades }) => trades.length > 0)
    .map(({ reporter: { cik, owners, filings }, trades }) => ({
      last: latestTradeDate(trades) ?? "",
      view: {
        insider: { cik, name: owners.at(-1)?.name ?? null },
        issuer: issuerRef(filings.at(-1) as FilingFacts),
        years: yearViews(trades, cik),
        ratio: ratioView(trades, day),
        sequences: tradeRuns(trades)
          .map((run) => sequenceView(run, flagged))
          .sort((a, b) => compareText(b.last, a.last) || compareText(a.side, b.side)),
      } satisfies TraderPatternView,
    }))
    .sort((a, b) => compareText(b.last, a.last) || compareText(keyOf(a.view), keyOf(b.view)));
  return {
    window: day === null ? null : windowOf(day),
    ratio: ratioView(datedTrades(once), day),
    traders: traders.map(({ view }) => view),
    leftOut: leftOutOf(once),
  };
}

function keyOf({ insider, issuer }: TraderPatternView): string {
  return `${insider.cik} ${issuer.cik}`;
}

const UNDATED = "no trade date";
const OFF_AXIS = "dated before 1990, or after the filing was known";

function outReason({ tradeDate, filing }: FiledRow): string | null {
  if (tradeDate === null) return UNDATED;
  return isDateOnAxis(tradeDate, filing) ? null : OFF_AXIS;
}

function tradesIn(filings: readonly FilingFacts[]): FiledRow[] {
  return filings.flatMap(({ rows }) => rows.filter((row) => tradeSide(row).side !== null));
}

function datedTrades(filings: readonly FilingFacts[]): FiledRow[] {
  return tradesIn(filings).filter((row) => outReason(row) === null);
}

function leftOutOf(filings: readonly FilingFacts[]): PatternView["leftOut"] {
  const out = tradesIn(filings).filter((row) => outReason(row) !== null);
  return [...groupBy(out, (row) => outReason(row) ?? "")].map(([reason, rows]) => ({
    reason,
    count: rows.length,
    rows: rows.map(rowRef),
  }));
}

function yearViews(trades: readonly FiledRow[], cik: string): RoutineYearView[] {
  return routineVerdicts(trades)
    .filter((verdict) => verdict.cik === cik)
    .map((verdict) => ({
      year: verdict.year,
      class: verdict.class === "unclassified" ? null : verdict.class,
      reason: routineReason(verdict),
      months: [...verdict.months],
      trades: verdict.rows.length,
      evidence: { value: verdict.evidence.length, rows: verdict.evidence.map(rowRef), note: null, leftOut: [] },
    }))
    .reverse();
}

/** The six months up to a day, both ends counted. */
function windowOf(day: string): { from: string; to: string } {
  const { after, to } = netPurchaseRatio([], day);
  return { from: addDays(after, 1), to };
}

function ratioView(trades: readonly FiledRow[], day: string | null): PurchaseRatioView {
  if (day === null) {
    return { figure: { value: null, rows: [], note: "No filing is known.", leftOut: [] }, purchases: 0, sales: 0 };
  }
  const { ratio, buys, sales } = netPurchaseRatio(trades, day);
  const { from, to } = windowOf(day);
  const note = ratio === null ? `No purchase or sale from ${formatDate(from)} to ${formatDate(to)}.` : null;
  const figure = { value: ratio, rows: [...buys, ...sales].map(rowRef), note, leftOut: [] };
  return { figure, purchases: buys.length, sales: sales.length };
}

function sequenceView({ side, months, rows }: TradeRun, flagged: ReadonlyMap<string, string>): TradeSequenceView {
  const sums = totalsView(rows, flagged);
  const total = side === "buy" ? sums.buys : sums.sales;
  const isKnown = total.rows.length > 0;
  return {
    side: side === "buy" ? "purchase" : "sale",
    first: rows[0]?.tradeDate ?? "",
    last: rows.at(-1)?.tradeDate ?? "",
    months,
    trades: rows.length,
    total: isKnown ? total : { ...total, value: null, note: "No row of the sequence has a value that counts." },
  };
}
