import { subDays } from "date-fns";
import { groupBy } from "@/lib/analytics/rows/filing-order";
import { stableSum } from "@/lib/analytics/sums";
import { asOfInstant } from "@/lib/search-params/transactions/conditions";
import { findingsAt, rowAt } from "@/lib/services/screener/past/as-of-findings";
import { screenRows } from "@/lib/services/screener/screen-rows";
import type { ScreenRow } from "@/lib/services/screener/screener-view";
import type { SignalRow } from "@/lib/services/signals/signal-view";
import type { Store } from "@/lib/store/client";
import { flagsOfFilings } from "@/lib/store/transactions/read-row-parties";
import { readLargestGroups } from "@/lib/store/transactions/read-transactions";
import type { RowCondition } from "@/lib/store/transactions/row-conditions";
import type { StoredTransaction } from "@/lib/store/transactions/stored-rows";
import { NARROW_INDEXES } from "@/lib/store/transactions/walk-sql";
import { type TradeGroup, tradeSignal } from "./trade-signal";

/** Rows of a board on the market page. */
export const BOARD_ROWS = 10;
/** The boards of largest trades look back this many days from the ledger's newest filing. */
export const LOOK_BACK = 30;
/** Groups looked at for a board of an earlier day: some leave it once its issuer is reckoned for that day. */
const SPARE_ROWS = 100;
/** Of them, the largest first, so many are reckoned before it is asked whether the board is full. */
const STEP = 15;

/** Open-market rows: Table I, with the direction of their code. */
const OPEN_MARKET: readonly RowCondition[] = [
  { column: "tableNumber", in: [1] },
  { column: "contradictory", in: [false] },
];

/** Those that count now: in force, once, unflagged. */
const COUNTS: readonly RowCondition[] = [
  { column: "supersededBy", isKnown: false },
  { column: "countedAs", isKnown: false },
  { isFlaggedOut: false },
];

/** The newest filing that a board looks back from, and the day that it is asked for; null: now. */
export interface BoardDay {
  /** UTC, ISO 8601. */
  through: string;
  asOf: string | null;
}

/** The largest purchases that became known within the last 30 days of the ledger. */
export function largestPurchases(store: Store, day: BoardDay): Promise<SignalRow[]> {
  return largest(store, day, "P", [
    { column: "transactionClass", in: ["buy"] },
    { column: "acquiredDisposed", in: ["A"] },
  ]);
}

/** The largest sales whose filing says that no plan stood behind them; “not reported” is not “no”. */
export function largestUnplannedSales(store: Store, day: BoardDay): Promise<SignalRow[]> {
  return largest(store, day, "S", [
    { column: "transactionClass", in: ["sale"] },
    { column: "acquiredDisposed", in: ["D"] },
    { column: "planned", in: [false] },
  ]);
}

async function largest(
  store: Store,
  { through, asOf }: BoardDay,
  code: string,
  which: readonly RowCondition[],
): Promise<SignalRow[]> {
  const from = subDays(new Date(through), LOOK_BACK).toISOString();
  const served: RowCondition[] = [
    { column: "code", in: [code] },
    { column: "knownAt", from, to: through },
  ];
  const lane = { index: NARROW_INDEXES.code, served };
  const standing = asOf === null ? COUNTS : [{ inForceAt: asOfInstant(asOf) }];
  const most = asOf === null ? BOARD_ROWS : SPARE_ROWS;
  const rows = await readLargestGroups(store, lane, [...which, ...OPEN_MARKET, ...standing], most);
  const counted = asOf === null ? await screenRows(store, rows) : await rowsAt(store, rows, asOf);
  return tradeGroups(counted).slice(0, BOARD_ROWS).map(tradeSignal);
}

/** A filing's rows of one day are one trade in parts: together, the largest first; parts without a value are counted. */
function tradeGroups(rows: readonly ScreenRow[]): TradeGroup[] {
  return dayGroups(rows)
    .map((of) => {
      const valued = of.filter((row) => row.value !== null);
      return { rows: valued, value: dollarsOf(of), leftOut: of.length - valued.length };
    })
    .filter((group) => group.rows.length > 0);
}

type Valued = Pick<ScreenRow, "filingId" | "tradeDate" | "value">;

/** A filing's rows of one day together, the largest value first. */
function dayGroups<T extends Valued>(rows: readonly T[]): T[][] {
  const name = ([row]: T[]) => `${row?.filingId} ${row?.tradeDate}`;
  return [...groupBy(rows, (row) => `${row.filingId} ${row.tradeDate}`).values()].sort(
    (a, b) => dollarsOf(b) - dollarsOf(a) || (name(a) < name(b) ? 1 : -1),
  );
}

function dollarsOf(rows: readonly Valued[]): number {
  return stableSum(rows.flatMap((row) => row.value ?? []));
}

/**
 * The rows as they stood at a day, without those that were flagged or counted elsewhere then: of the largest groups, until a board
 * is full of larger ones than any that is left. A group only loses rows when its issuer is reckoned for the day.
 */
async function rowsAt(store: Store, rows: readonly StoredTransaction[], asOf: string): Promise<ScreenRow[]> {
  const ids = rows.map((row) => row.filingId);
  const flags = (await flagsOfFilings(store.db, ids)).filter((flag) => flag.leavesTotals);
  const flagged = new Set(flags.map((flag) => `${flag.filingId}#${flag.anchor}`));
  const groups = dayGroups(
    rows.map((row) => ({ ...row, roles: 0, isFlaggedOut: flagged.has(`${row.filingId}#${row.anchor}`) })),
  );
  const board: ScreenRow[] = [];
  for (let start = 0; start < groups.length; start += STEP) {
    const step = groups.slice(start, start + STEP).flat();
    const at = await findingsAt(store, step, asOf, asOfInstant(asOf));
    const counted = step.map((row) => rowAt(row, at)).filter((row) => row.countedAs === null && !row.isFlaggedOut);
    board.push(...(await screenRows(store, counted, at)));
    const last = tradeGroups(board)[BOARD_ROWS - 1];
    if (last !== undefined && last.value > dollarsOf(groups[start + STEP] ?? [])) break;
  }
  return board;
}
