import { classKey, plainWords } from "@/lib/analytics/rows/class-titles";
import type { FiledRow, FilingFacts } from "@/lib/analytics/rows/filed-row";
import { groupBy, oncePerList, rowsInOrder, rowsOf } from "@/lib/analytics/rows/filing-order";
import { classOf } from "@/lib/ownership/codes";
import { derivativeKind } from "./derivative-kind";
import { isExerciseCode, matchTwins, type Twin } from "./twins";

/** One owner set's exercises of one class on one day. */
export interface ExerciseDay {
  issuerCik: string;
  ownerKey: string;
  classKey: string;
  date: string;
  twins: readonly Twin[];
  /** Derivatives exercised without shares: settled in cash, or not reported. */
  withoutShares: readonly FiledRow[];
  /** Shares of the class came that day by a row that no derivative matches: they may be what the derivative gave. */
  otherShares: boolean;
}

export interface FoundExercises {
  days: readonly ExerciseDay[];
  /** Conversions of preferred stock, debt or another class: no exercise, listed apart. */
  conversions: readonly Twin[];
}

/** All transaction rows, each filing once, in time order. */
export const transactionsInOrder: (filings: readonly FilingFacts[]) => readonly FiledRow[] = oncePerList((ordered) =>
  rowsInOrder(rowsOf(ordered).filter((row) => row.kind === "transaction")),
);

/** The exercise days in the rows given (time order), and the conversions that are none. */
export function findExercises(rows: readonly FiledRow[]): FoundExercises {
  const days: ExerciseDay[] = [];
  const conversions: Twin[] = [];
  const dated = rows.filter((row) => row.tradeDate !== null && (isAcquired(row) || isGivenUp(row)));
  for (const day of groupBy(
    dated,
    (row) => `${row.filing.issuerCik} ${row.filing.ownerKey} ${row.tradeDate}`,
  ).values()) {
    for (const [key, { acquired, given }] of byClass(day)) {
      const { twins, unmatched } = matchTwins(acquired, given);
      const apart = twins.filter(isConversion);
      conversions.push(...apart);
      const exercises = twins.filter((twin) => !isConversion(twin));
      const withoutShares = unmatched.filter(
        (row) => derivativeKind(row) !== "convertible" && !givesNoShares(row) && !isSwapped(row, day),
      );
      if (exercises.length === 0 && withoutShares.length === 0) continue;
      const { filing, tradeDate } = day[0] as FiledRow;
      days.push({
        issuerCik: filing.issuerCik,
        ownerKey: filing.ownerKey,
        classKey: key,
        date: tradeDate ?? "",
        twins: exercises,
        withoutShares,
        otherShares: acquired.length > twins.length,
      });
    }
  }
  return { days, conversions };
}

function isAcquired(row: FiledRow): boolean {
  if (row.table !== "I" || row.acquiredDisposed !== "A") return false;
  return isExerciseCode(row.code) || row.code === "C" || row.code === "A" || row.code === "J";
}

/** A derivative that went away by exercise, conversion or settlement. */
function isGivenUp(row: FiledRow): boolean {
  if (row.table !== "II") return false;
  // Some filers mark an exercised derivative as acquired; it still is the twin of the shares that it gave.
  if (row.acquiredDisposed === "A") return isExerciseCode(row.code);
  const kind = classOf(row.code, row.equitySwapInvolved);
  return kind === "exercise" || kind === "conversion" || row.code === "A" || row.code === "J" || row.code === "D";
}

/** A put, or an option written: its exercise gives no shares to its holder. */
function givesNoShares(row: FiledRow): boolean {
  return /\bputs?\b|right to sell|obligation/.test(plainWords(row.securityTitle));
}

/** Units that turned into other derivatives on the same day gave no shares and no cash. */
function isSwapped(row: FiledRow, day: readonly FiledRow[]): boolean {
  return row.filing.rows.some(
    (other) =>
      other.table === "II" &&
      other.kind === "transaction" &&
      other.acquiredDisposed === "A" &&
      other.tradeDate === day[0]?.tradeDate &&
      plainWords(other.securityTitle) !== plainWords(row.securityTitle) &&
      (isExerciseCode(other.code) || other.code === "C"),
  );
}

function isConversion(twin: Twin): boolean {
  const kinds = twin.derivatives.map(derivativeKind);
  if (kinds.length > 0) return kinds.every((kind) => kind === "convertible");
  return twin.row.code === "C";
}

/** The day's rows by class of stock. A derivative whose underlying is spelled unlike any acquired class joins a lone class. */
function byClass(day: readonly FiledRow[]): Map<string, { acquired: FiledRow[]; given: FiledRow[] }> {
  const classes = new Map<string, { acquired: FiledRow[]; given: FiledRow[] }>();
  const entry = (key: string) => {
    const found = classes.get(key) ?? { acquired: [], given: [] };
    classes.set(key, found);
    return found;
  };
  for (const row of day) if (row.table === "I") entry(row.classKey).acquired.push(row);
  const acquiredClasses = [...classes].filter(([, of]) => of.acquired.some((row) => isExerciseCode(row.code)));
  const lone =
    acquiredClasses.length === 1 ? acquiredClasses[0]?.[0] : classes.size === 1 ? [...classes.keys()][0] : undefined;
  for (const row of day) {
    if (row.table !== "II") continue;
    const own = classKey(row.underlyingTitle);
    entry(classes.get(own)?.acquired.length ? own : (lone ?? own)).given.push(row);
  }
  return classes;
}
