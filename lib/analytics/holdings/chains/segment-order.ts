import { readOwnershipTransfers } from "@/lib/analytics/footnotes/balance-notes/ownership-transfers";
import type { FiledRow } from "@/lib/analytics/rows/filed-row";
import { roundTo } from "@/lib/analytics/sums";
import { walkAllEdges } from "./edge-walk";

/** How the rows of one line stand inside one filing. */
export type SegmentOrder =
  /** As filed: each balance follows from the one before. */
  | "filed"
  /** Filed in another order than the balances tell; put in the order that fits. */
  | "arithmetic"
  /** The filer wrote the closing balance on every row (of a day); the steps between are computed. */
  | "final-balance"
  /** No order fits: left as filed. */
  | "unclear";

/** A row of a line with its signed change and its reported balance; null = not reported. */
export interface Leg {
  row: FiledRow;
  change: number | null;
  balance: number | null;
  /** Day it stands on, where that isn't the row's own: a holding that repeats the balance before the trades. */
  date?: string | null;
}

export interface OrderedSegment {
  legs: readonly Leg[];
  order: SegmentOrder;
  /** Whether more than one start fitted and neither file order nor a neighbouring filing decided. */
  ambiguous: boolean;
  /** Whether filed order stands although a step doesn't add up, for the note on its balance: the filing before may decide. */
  byNote?: boolean;
}

/** Dispositions by definition: these codes take shares away even where the A/D box says otherwise (domain §6). */
const DISPOSING = new Set(["S", "F", "D"]);

/** Signed change of a row's balance: plus acquired, minus disposed; null when shares or direction are not reported. */
export function signedChange(row: FiledRow): number | null {
  if (row.kind === "holding") return 0;
  if (row.shares === null) return null;
  if (row.table === "I" && row.code !== null && DISPOSING.has(row.code)) return -row.shares;
  if (row.acquiredDisposed === null) return null;
  return row.acquiredDisposed === "A" ? row.shares : -row.shares;
}

/** Whether `before + change = after`, letting fractions of a share be rounded away where a figure has any. */
function stepFits(before: number, change: number, after: number): boolean {
  const gap = Math.abs(before + change - after);
  if (gap < 1e-6) return true;
  const whole = Number.isInteger(before) && Number.isInteger(change) && Number.isInteger(after);
  return !whole && gap < 1;
}

/**
 * Puts the rows of one line and one filing in order: file order where balance ± shares fits, else the recognised habit of
 * writing the final balance on every row, else the arithmetic order that fits, unless a note says where filed order breaks
 * that shares were moved. `previousClosing` is the line's balance after the filing before; it decides where a round trip (as
 * much bought as sold) could start anywhere, and between a note and the arithmetic.
 */
export function orderSegment(legs: readonly Leg[], previousClosing: number | null): OrderedSegment {
  if (legs.length < 2) return { legs, order: "filed", ambiguous: false };
  if (chainFits(legs)) return filedOrTurned(legs, previousClosing);
  const byDate = [...legs].sort((a, b) =>
    (a.row.tradeDate ?? "") < (b.row.tradeDate ?? "") ? -1 : a.row.tradeDate === b.row.tradeDate ? 0 : 1,
  );
  if (chainFits(byDate)) return { legs: byDate, order: "arithmetic", ambiguous: false };
  const stepped = finalBalanceOnEveryRow(legs) ?? finalBalanceOnEveryRow(byDate);
  if (stepped !== null) return { legs: stepped, order: "final-balance", ambiguous: false };
  const walk = walkAllEdges(edgesOf(byDate), previousClosing);
  const noted: OrderedSegment = { legs, order: "filed", ambiguous: false, byNote: true };
  if (walk === null) return chainFits(legs, hasBalanceNote) ? noted : { legs, order: "unclear", ambiguous: false };
  if (walk.start !== previousClosing && chainFits(legs, saysMoved)) return noted;
  return { legs: walk.order.map((at) => legAt(byDate, at)), order: "arithmetic", ambiguous: walk.anyStart };
}

/** File order fits; where it is a round trip that the filing before enters elsewhere, it is turned to start there. */
function filedOrTurned(legs: readonly Leg[], previousClosing: number | null): OrderedSegment {
  const filed: OrderedSegment = { legs, order: "filed", ambiguous: false };
  const opening = openingOf(legs);
  if (previousClosing === null || opening === null || opening === previousClosing) return filed;
  if (opening !== legs.at(-1)?.balance) return filed;
  const walk = walkAllEdges(edgesOf(legs), previousClosing);
  if (walk === null || walk.start !== previousClosing) return filed;
  return { legs: walk.order.map((at) => legAt(legs, at)), order: "arithmetic", ambiguous: false };
}

/** The balance before the first leg, or null where it can't be told. */
export function openingOf(legs: readonly Leg[]): number | null {
  return legs[0] === undefined ? null : balanceBefore(legs[0]);
}

/** The balance that a leg reports less its change; null when either is unknown. */
export function balanceBefore({ balance, change }: Leg): number | null {
  return balance === null || change === null ? null : roundTo(balance - change, 6);
}

/** Whether no leg contradicts the one before, but for rows that may step. What is not reported contradicts nothing. */
function chainFits(legs: readonly Leg[], mayStep: (row: FiledRow) => boolean = () => false): boolean {
  let running: number | null = null;
  for (const { row, change, balance } of legs) {
    const breaks = running !== null && change !== null && balance !== null && !stepFits(running, change, balance);
    if (breaks && !mayStep(row)) return false;
    running = balance ?? (running === null || change === null ? null : running + change);
  }
  return true;
}

/** A note on the balance itself: what it includes (dividends reinvested, an employee plan) is a step of the audit, no disorder. */
function hasBalanceNote(row: FiledRow): boolean {
  return (
    (row.footnoteIds.sharesOwnedFollowingTransaction ?? row.footnoteIds.valueOwnedFollowingTransaction ?? []).length > 0
  );
}

/**
 * A note on the balance that tells of shares moved without a row (“reflects the contribution of the shares to a trust”): the
 * step is real, and an order in which the figures happen to fit without it is false.
 */
function saysMoved(row: FiledRow): boolean {
  const ids = row.footnoteIds.sharesOwnedFollowingTransaction ?? [];
  return ids.some((id) => readOwnershipTransfers(row.filing.footnotes.get(id) ?? "").length > 0);
}

/** Runs of equal balances read as one step each; the legs with computed balances between, or null where that fits no better. */
function finalBalanceOnEveryRow(legs: readonly Leg[]): Leg[] | null {
  const runs = runsOfEqualBalance(legs);
  if (runs === null || runs.length === legs.length) return null;
  let before: number | null = null;
  const stepped: Leg[] = [];
  for (const run of runs) {
    const total = run.legs.reduce((sum, leg) => sum + (leg.change ?? 0), 0);
    if (before !== null && !stepFits(before, total, run.balance)) return null;
    let running = run.balance - total;
    // Nobody begins with less than nothing: rows that each report so little have a balance of their own.
    if (running < -1e-6) return null;
    for (const leg of run.legs) {
      running = roundTo(running + (leg.change ?? 0), 6);
      stepped.push({ ...leg, balance: running });
    }
    before = run.balance;
  }
  return stepped.some((leg) => (leg.balance ?? 0) < 0) ? null : stepped;
}

function runsOfEqualBalance(legs: readonly Leg[]): { balance: number; legs: Leg[] }[] | null {
  const runs: { balance: number; legs: Leg[] }[] = [];
  for (const leg of legs) {
    if (leg.balance === null || leg.change === null) return null;
    const last = runs.at(-1);
    if (last !== undefined && last.balance === leg.balance) last.legs.push(leg);
    else runs.push({ balance: leg.balance, legs: [leg] });
  }
  return runs;
}

/** Each leg as a step between two balances, or null when a figure is missing. */
function edgesOf(legs: readonly Leg[]): { from: number; to: number }[] | null {
  const edges: { from: number; to: number }[] = [];
  for (const { change, balance } of legs) {
    if (change === null || balance === null) return null;
    edges.push({ from: roundTo(balance - change, 4), to: roundTo(balance, 4) });
  }
  return edges;
}

function legAt(legs: readonly Leg[], index: number): Leg {
  const leg = legs[index];
  if (leg === undefined) throw new RangeError(`no leg ${index} among ${legs.length}`);
  return leg;
}
