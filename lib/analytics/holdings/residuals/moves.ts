import { dayNumber } from "@/lib/analytics/rows/day-numbers";
import type { FiledRow, FilingFacts } from "@/lib/analytics/rows/filed-row";
import { groupBy } from "@/lib/analytics/rows/filing-order";
import { sumOrNull } from "@/lib/analytics/sums";
import type { BalanceLine } from "../balance-lines";
import type { BalanceStep } from "../balance-steps";
import { type Move, ownerAndClass } from "./move";
import { MovesInTime } from "./moves-in-time";
import { MovesOfFiling } from "./moves-of-filing";

/** The moves of the lines: by owners and class, and by the filing that shows them. */
export interface Moves {
  byClass: Indexed<MovesInTime>;
  byFiling: Indexed<MovesOfFiling>;
}

/** Groups of moves, each put in its index when first asked for: few filings and classes have a gap to explain. */
class Indexed<T> {
  readonly #groups: ReadonlyMap<string, readonly Move[]>;
  readonly #Index: new (
    moves: readonly Move[],
  ) => T;
  readonly #known = new Map<string, T>();

  constructor(groups: ReadonlyMap<string, readonly Move[]>, Index: new (moves: readonly Move[]) => T) {
    this.#groups = groups;
    this.#Index = Index;
  }

  get(key: string): T | undefined {
    const moves = this.#groups.get(key);
    if (moves === undefined) return undefined;
    const known = this.#known.get(key) ?? new this.#Index(moves);
    this.#known.set(key, known);
    return known;
  }
}

/** Every share that came or went without a row: residuals, lines that begin with a balance, and lines that a later form lists no more. */
export function movesOf(lines: readonly BalanceLine[], open: readonly BalanceStep[]): Moves {
  const moves: Move[] = open.map(({ line, to, residual }) => ({
    line,
    filing: to.row.filing,
    day: dayNumber(to.date ?? ""),
    amount: residual,
  }));
  for (const line of lines) {
    const first = line.points[0];
    if (line.table !== "I" || first === undefined || line.opening === null || line.opening <= 0) continue;
    moves.push({ line, filing: first.row.filing, day: dayNumber(first.date ?? ""), amount: line.opening });
  }
  moves.push(...vanished(lines));
  const ofClasses = groupBy(moves, ({ line }) => ownerAndClass(line));
  const ofFilings = groupBy(moves, ({ filing }) => filing.filingId);
  return { byClass: new Indexed(ofClasses, MovesInTime), byFiling: new Indexed(ofFilings, MovesOfFiling) };
}

/** A form lists what is held of a class: a line that the owners' next form on the class leaves out has moved into the others. */
function vanished(lines: readonly BalanceLine[]): Move[] {
  const ofTable = lines.filter((line) => line.table === "I" && line.unit === "shares");
  return [...groupBy(ofTable, ownerAndClass).values()].flatMap((siblings) => {
    if (siblings.length < 2) return [];
    const later = filingsShowing(siblings);
    return siblings.flatMap((line): Move[] => {
      const known = line.points.at(-1)?.row.filing.knownAt ?? null;
      const left = line.closing?.balance ?? 0;
      const next = known === null || left <= 0 ? undefined : later[firstAfter(later, known)];
      if (next === undefined) return [];
      return [{ line, filing: next.filing, day: dayNumber(next.date ?? ""), amount: -left }];
    });
  });
}

interface Showing {
  filing: FilingFacts;
  date: string | null;
}

/** Each filing with a point of the lines, by when it was known, with the date of the last such point. */
function filingsShowing(lines: readonly BalanceLine[]): Showing[] {
  const showing = new Map<FilingFacts, Showing>();
  for (const { points } of lines)
    for (const { row, date } of points) showing.set(row.filing, { filing: row.filing, date });
  return [...showing.values()].sort((a, b) => ((a.filing.knownAt ?? "") < (b.filing.knownAt ?? "") ? -1 : 1));
}

function firstAfter(showing: readonly Showing[], known: string): number {
  let low = 0;
  let high = showing.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((showing[middle]?.filing.knownAt ?? "") <= known) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * What shows that a residual is a change of form of ownership: all moves of the filing together leave the owners' shares as they
 * were; or the same shares went the other way on another line of the same owners and class within a year; or a row of another
 * line of the filing takes them away without a sale. In words, or null.
 */
export function changeOfForm(step: BalanceStep, moves: Moves): string | null {
  return withinFiling(step, moves) ?? counterpart(step, moves) ?? otherSideOfRow(step);
}

/** The same shares, the other way, on another line of the same owners and class within a year. */
function counterpart(step: BalanceStep, { byClass }: Moves): string | null {
  const moves = byClass.get(ownerAndClass(step.line));
  if (moves === undefined) return null;
  const day = step.to.date === null ? null : dayNumber(step.to.date);
  const lone = moves.undoing(step.residual, step.line.key, day);
  if (lone !== undefined) return words([lone]);
  const opposite = moves.togetherUndoing(step.residual, step.line.key, day);
  return opposite === null ? null : words(opposite);
}

/** One filing moves shares between the owners' lines: of a class they add up to nothing, or one line of any class gives just these. */
function withinFiling({ line, to, residual }: BalanceStep, { byFiling }: Moves): string | null {
  const moves = line.table === "I" ? byFiling.get(to.row.filing.filingId) : undefined;
  const same = moves?.undoingInClass(residual, line) ?? null;
  if (same !== null) return words(same);
  const pair = moves?.only(-residual, line) ?? null;
  return pair === null ? null : words([pair]);
}

/** Codes of rows that hand shares on without selling them. */
const HANDING_ON = new Set(["G", "J", "W", "Z"]);

const ROWS = new WeakMap<BalanceLine, ReadonlySet<FiledRow>>();

function rowsOfLine(line: BalanceLine): ReadonlySet<FiledRow> {
  let rows = ROWS.get(line);
  if (rows === undefined) {
    rows = new Set(line.points.map((point) => point.row));
    ROWS.set(line, rows);
  }
  return rows;
}

const HANDED_ON = new WeakMap<FilingFacts, readonly FiledRow[]>();

/** Rows of a filing that hand shares on; found once a filing. */
function handedOnIn(filing: FilingFacts): readonly FiledRow[] {
  let rows = HANDED_ON.get(filing);
  if (rows === undefined) {
    rows = filing.rows.filter(
      (row) => row.kind === "transaction" && row.table === "I" && HANDING_ON.has(row.code ?? ""),
    );
    HANDED_ON.set(filing, rows);
  }
  return rows;
}

/** Rows of other lines in the same filing that hand on (or receive) just the shares that came here without a row: one of them, or all. */
function otherSideOfRow({ line, to, residual }: BalanceStep): string | null {
  if (line.table !== "I") return null;
  const handed = handedOnIn(to.row.filing);
  if (handed.length === 0) return null;
  const taking = residual > 0 ? "D" : "A";
  const own = rowsOfLine(line);
  const rows = handed.filter(
    (row) => row.classKey === to.row.classKey && row.acquiredDisposed === taking && !own.has(row),
  );
  const lone = rows.find((row) => row.shares === Math.abs(residual));
  const together = sumOrNull(rows.map((row) => row.shares)) === Math.abs(residual);
  const found = lone !== undefined ? [lone] : together ? rows : [];
  if (found.length === 0) return null;
  return found
    .map((row) => {
      const form = describe(row.directOrIndirect, row.natureOfOwnership);
      return `${row.shares} shares of the row ${row.anchor}, code ${row.code}, on the line ${form}`;
    })
    .join("; ");
}

function words(moves: readonly Move[]): string {
  return moves
    .map(
      ({ amount, line }) =>
        `${amount > 0 ? "+" : "−"}${Math.abs(amount)} shares on the line ${describe(line.directOrIndirect, line.natureOfOwnership)}`,
    )
    .join("; ");
}

function describe(directOrIndirect: "D" | "I" | null, nature: string | null): string {
  return directOrIndirect === "I" ? `indirect, ${nature ?? "nature not given"}` : "direct";
}
