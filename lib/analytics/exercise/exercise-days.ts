import { readOnce } from "@/lib/analytics/footnotes/read-once";
import { classKey, plainWords } from "@/lib/analytics/rows/class-titles";
import type { FiledRow, FilingFacts } from "@/lib/analytics/rows/filed-row";
import { groupBy, oncePerList, rowsInTime } from "@/lib/analytics/rows/filing-order";
import { classOf } from "@/lib/ownership/codes";
import { derivativeKind } from "./derivative-kind";
import { poolOf, underlyingShares } from "./derivative-pool";
import { isExerciseCode, matchTwins, type Twin } from "./twins";

/** One owner set's exercises of one class on one day. */
export interface ExerciseDay {
  issuerCik: string;
  ownerKey: string;
  classKey: string;
  date: string;
  /** `dayNumber(date)`. */
  day: number;
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

/** The exercise days in the filings given, and the conversions that are none; found once a list. */
export const findExercises: (filings: readonly FilingFacts[]) => FoundExercises = oncePerList((ordered) => {
  const found: Found = { days: [], conversions: [] };
  let day: FiledRow[] = [];
  for (const row of rowsInTime(ordered)) {
    if (row.kind !== "transaction" || row.tradeDay === null || !(isAcquired(row) || isGivenUp(row))) continue;
    if (day.length > 0 && day[0]?.tradeDay !== row.tradeDay) {
      addDay(day, found);
      day = [];
    }
    day.push(row);
  }
  addDay(day, found);
  return { ...found, days: joinedDays(found.days) };
});

interface Found {
  days: ExerciseDay[];
  conversions: Twin[];
}

/** A vest on a Saturday settles on the Monday; a slip in a date is of a day or two. */
const NEAR_DAYS = 3;

/**
 * One exercise told under two dates: shares of a day without a Table II row, and a derivative exercised a few days off without
 * shares, of the same filing, class, code and number, with no other that fits. They are each other's twin, on the shares' day.
 */
function joinedDays(days: readonly ExerciseDay[]): ExerciseDay[] {
  const lone = days.filter((day) => day.withoutShares.length > 0);
  if (lone.length === 0) return [...days];
  const taken = new Set<FiledRow>();
  const joined = days.map((day): ExerciseDay => {
    if (!day.twins.some((twin) => twin.match === "none")) return day;
    const near = lone.filter((other) => isSameHolder(other, day) && Math.abs(other.day - day.day) <= NEAR_DAYS);
    return { ...day, twins: day.twins.map((twin) => joinedTwin(twin, near, taken)) };
  });
  if (taken.size === 0) return [...days];
  return joined
    .map((day) => ({ ...day, withoutShares: day.withoutShares.filter((row) => !taken.has(row)) }))
    .filter((day) => day.twins.length > 0 || day.withoutShares.length > 0);
}

function joinedTwin(twin: Twin, near: readonly ExerciseDay[], taken: Set<FiledRow>): Twin {
  if (twin.match !== "none" || twin.row.shares === null) return twin;
  const { filing, code, shares } = twin.row;
  const fitting = near
    .flatMap((day) => day.withoutShares)
    .filter((other) => !taken.has(other) && other.filing === filing && other.code === code)
    .filter((other) => other.shares === shares || underlyingShares(other) === shares);
  const [only] = fitting;
  if (only === undefined || fitting.length > 1) return twin;
  taken.add(only);
  return { row: twin.row, derivatives: [only], match: "other-day" };
}

function isSameHolder(a: ExerciseDay, b: ExerciseDay): boolean {
  return a.issuerCik === b.issuerCik && a.ownerKey === b.ownerKey && a.classKey === b.classKey;
}

/** One day's rows of all owners. */
function addDay(rows: readonly FiledRow[], found: Found): void {
  const owners = groupBy(rows, ({ filing }) => `${filing.issuerCik} ${filing.ownerKey}`);
  for (const own of owners.values()) {
    const swaps = new SwapsOfDay();
    for (const [key, of] of byClass(own)) addExercises(own[0] as FiledRow, key, of, swaps, found);
  }
}

/** What one owner set did with one class on one day. */
function addExercises(
  { filing, tradeDate, tradeDay }: FiledRow,
  key: string,
  { acquired, given }: RowsOfClass,
  swaps: SwapsOfDay,
  found: Found,
): void {
  const { twins, unmatched } = matchTwins(acquired, given);
  const exercises: Twin[] = [];
  for (const twin of twins) (isConversion(twin) ? found.conversions : exercises).push(twin);
  const withoutShares = unmatched.filter(
    (row) => derivativeKind(row) !== "convertible" && !givesNoShares(row) && !swaps.include(row),
  );
  if (exercises.length === 0 && withoutShares.length === 0) return;
  found.days.push({
    issuerCik: filing.issuerCik,
    ownerKey: filing.ownerKey,
    classKey: key,
    date: tradeDate ?? "",
    day: tradeDay ?? 0,
    twins: exercises,
    withoutShares,
    otherShares: acquired.length > twins.length,
  });
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
  return row.securityTitle !== null && namesNoShares(row.securityTitle);
}

const namesNoShares = readOnce((title) => /\bputs?\b|right to sell|obligation/.test(plainWords(title)));

/** Units that turned into other derivatives on the same day gave no shares and no cash. */
class SwapsOfDay {
  readonly #titles = new Map<FilingFacts, ReadonlySet<string>>();

  include(row: FiledRow): boolean {
    const titles = this.#titlesOf(row);
    return titles.size > 1 || (titles.size === 1 && !titles.has(plainWords(row.securityTitle)));
  }

  /** Titles of the derivatives that the row's filing acquires by exercise or conversion on its day; read once a filing. */
  #titlesOf({ filing, tradeDate }: FiledRow): ReadonlySet<string> {
    let titles = this.#titles.get(filing);
    if (titles === undefined) {
      const acquired = filing.rows.filter(
        (other) =>
          other.table === "II" &&
          other.kind === "transaction" &&
          other.acquiredDisposed === "A" &&
          other.tradeDate === tradeDate &&
          (isExerciseCode(other.code) || other.code === "C"),
      );
      titles = new Set(acquired.map((other) => plainWords(other.securityTitle)));
      this.#titles.set(filing, titles);
    }
    return titles;
  }
}

function isConversion(twin: Twin): boolean {
  const { kinds } = poolOf(twin.derivatives);
  return kinds.size === 0 ? twin.row.code === "C" : kinds.size === 1 && kinds.has("convertible");
}

interface RowsOfClass {
  acquired: FiledRow[];
  given: FiledRow[];
}

/** The day's rows by class of stock. A derivative whose underlying is spelled unlike any acquired class joins a lone class. */
function byClass(day: readonly FiledRow[]): Map<string, RowsOfClass> {
  const classes = new Map<string, RowsOfClass>();
  for (const row of day) if (row.table === "I") classOfDay(classes, row.classKey).acquired.push(row);
  const acquiredClasses = [...classes].filter(([, of]) => of.acquired.some((row) => isExerciseCode(row.code)));
  const lone =
    acquiredClasses.length === 1 ? acquiredClasses[0]?.[0] : classes.size === 1 ? [...classes.keys()][0] : undefined;
  for (const row of day) {
    if (row.table !== "II") continue;
    const own = classKey(row.underlyingTitle);
    classOfDay(classes, classes.get(own)?.acquired.length ? own : (lone ?? own)).given.push(row);
  }
  return classes;
}

function classOfDay(classes: Map<string, RowsOfClass>, key: string): RowsOfClass {
  const found = classes.get(key) ?? { acquired: [], given: [] };
  classes.set(key, found);
  return found;
}
