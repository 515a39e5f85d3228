import { addMonths } from "@/lib/analytics/rows/day-numbers";
import { sumOfKnown } from "@/lib/analytics/sums";
import { newYorkDate } from "@/lib/format/dates";
import { asOfInstant } from "@/lib/search-params/transactions/conditions";
import { findingsAt, rowAt } from "@/lib/services/screener/past/as-of-findings";
import { isSummed } from "@/lib/services/screener/sum-rows";
import type { MonthView } from "@/lib/services/views/shapes/activity";
import type { Store } from "@/lib/store/client";
import type { RowCondition } from "@/lib/store/transactions/row-conditions";
import type { SampleRow } from "@/lib/store/transactions/stored-rows";
import { type MonthCount, walkMonths } from "@/lib/store/transactions/walk-months";
import { walkSample } from "@/lib/store/transactions/walk-rows";
import { NARROW_INDEXES } from "@/lib/store/transactions/walk-sql";

/** Purchases, and sales, looked at for the months of an earlier day. */
const MOST_ROWS = 100_000;
/** Of them rows whose part in the sums may have been another at that day: looked at one by one. */
const MOST_CHANGED = 5_000;

/** Open-market activity by month as it was known at the end of a day. */
export interface MonthsAt {
  months: MonthView[];
  /** Rows of those months that are in no sum. */
  leftOut: number;
  /** `YYYY-MM`: no month before this one is told, because not all of its rows were looked at; null: all are. */
  first: string | null;
  /** Issuers with rows that were amended later, are flagged or counted elsewhere, too many to reckon: taken as today's ledger has them. */
  asToday: number;
}

/**
 * The months of an earlier day, from its newest rows backwards: stored sums are those of now. A trade is known on its day at the
 * earliest, so every month that began after the last filing looked at is whole.
 */
export async function monthsAt(store: Store, day: string): Promise<MonthsAt> {
  const instant = asOfInstant(day);
  const parts = [];
  for (const code of ["P", "S"] as const) parts.push(await monthsOfCode(store, code, day, instant));
  const since =
    parts
      .flatMap((part) => part.since ?? [])
      .sort()
      .at(-1) ?? null;
  const first = since === null ? null : monthAfter((newYorkDate(since) ?? since).slice(0, 7));
  const isDrawn = (month: string | null): month is string =>
    month !== null && month >= (first ?? "2003-01") && month <= day.slice(0, 7);
  const counts = parts.flatMap((part) => part.months).filter(({ month }) => isDrawn(month));
  const months = [...new Set(counts.flatMap(({ month }) => month ?? []))].sort();
  return {
    months: months.map((month) => monthView(month, counts)),
    leftOut: counts.reduce((sum, one) => sum + one.rows - (one.isCounted ? one.valued : 0), 0),
    first,
    asToday: parts.reduce((sum, { left }) => sum + left, 0),
  };
}

function monthView(month: string, counts: readonly MonthCount[]): MonthView {
  const of = counts.filter((one) => one.month === month && one.isCounted);
  const sum = (code: string, plannedOnly: boolean) =>
    sumOfKnown(
      of
        .filter((one) => one.code === code && (!plannedOnly || one.planned === true))
        .map((one) => (one.valued === 0 ? null : one.value)),
    );
  const total = (part: "rows" | "valued") => of.reduce((count, one) => count + one[part], 0);
  return {
    month,
    buys: sum("P", false),
    sales: sum("S", false),
    plannedBuys: sum("P", true),
    plannedSales: sum("S", true),
    transactions: total("rows"),
    unvalued: total("rows") - total("valued"),
  };
}

/** Nothing that was filed since changes the part of these rows: never replaced, not flagged, counted here. */
function settled(code: "P" | "S"): RowCondition[] {
  return [
    { column: "acquiredDisposed", in: [code === "P" ? "A" : "D"] },
    { column: "contradictory", in: [false] },
    { column: "countedAs", isKnown: false },
    { column: "supersededBy", isKnown: false },
    { column: "flag", isKnown: false },
  ];
}

async function monthsOfCode(
  store: Store,
  code: "P" | "S",
  day: string,
  instant: string,
): Promise<{ months: MonthCount[]; since: string | null; left: number }> {
  const known: RowCondition = { column: "knownAt", from: null, to: instant };
  const lane = { index: NARROW_INDEXES.code, served: [{ column: "code", in: [code] } as RowCondition, known] };
  const traded: RowCondition[] = [
    { column: "tableNumber", in: [1] },
    { column: "transactionClass", in: [code === "P" ? "buy" : "sale"] },
  ];
  const { months, since } = await walkMonths(store, lane, { among: traded, counted: settled(code) }, MOST_ROWS);
  const { rows } = await walkSample(store, {
    lanes: [lane],
    checked: [...traded, { isUnsettled: true }],
    order: { by: "knownAt", descending: true },
    after: null,
    limit: MOST_CHANGED,
    most: MOST_ROWS,
  });
  // What an amendment had replaced by then is in no sum, whatever else its issuer's filings said: no document is read for it.
  const standing = rows.filter(({ supersededAt }) => supersededAt === null || supersededAt > instant);
  const at = await findingsAt(store, standing, day, instant);
  const counted = standing.map((row) => rowAt(row, at)).filter(isSummed);
  return { months: [...months, ...counted.flatMap((row) => moved(row, code))], since, left: at.left };
}

/** A row that counted at the day moves from those left out to those counted. */
function moved(row: SampleRow, code: string): MonthCount[] {
  const month = row.tradeDate?.slice(0, 7) ?? null;
  const one = { month, code, planned: row.planned, rows: 1, valued: row.value === null ? 0 : 1, value: row.value ?? 0 };
  return [
    { ...one, isCounted: true },
    { ...one, isCounted: false, rows: -1, valued: -one.valued, value: -one.value },
  ];
}

function monthAfter(month: string): string {
  return addMonths(`${month}-01`, 1).slice(0, 7);
}
