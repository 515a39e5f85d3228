import { dayNumber } from "@/lib/analytics/rows/day-numbers";
import type { FiledRow, FilingFacts } from "@/lib/analytics/rows/filed-row";
import { groupBy } from "@/lib/analytics/rows/filing-order";
import { roundTo, stableSum, sumOrNull } from "@/lib/analytics/sums";
import type { BalanceLine } from "../balance-lines";
import type { BalanceStep } from "../balance-steps";

/** Shares that came to a line or left it without a row of that line. */
interface Move {
  line: BalanceLine;
  /** The filing that shows it. */
  filing: FilingFacts;
  /** Day number; NaN where none is known. */
  day: number;
  amount: number;
}

/** The moves of one owner set: by class, and by the filing that shows them. */
export interface Moves {
  byClass: ReadonlyMap<string, readonly Move[]>;
  byFiling: ReadonlyMap<string, readonly Move[]>;
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
  return {
    byClass: groupBy(moves, ({ line }) => ownerAndClass(line)),
    byFiling: groupBy(moves, ({ filing }) => filing.filingId),
  };
}

/** A form lists what is held of a class: a line that the owners' next form on the class leaves out has moved into the others. */
function vanished(lines: readonly BalanceLine[]): Move[] {
  const ofTable = lines.filter((line) => line.table === "I" && line.unit === "shares");
  return [...groupBy(ofTable, ownerAndClass).values()].flatMap((siblings) => {
    if (siblings.length < 2) return [];
    const shown = siblings.flatMap((line) => line.points.map(({ row, date }) => ({ filing: row.filing, date })));
    const later = [...new Map(shown.map((one) => [one.filing, one])).values()].sort((a, b) =>
      (a.filing.knownAt ?? "") < (b.filing.knownAt ?? "") ? -1 : 1,
    );
    return siblings.flatMap((line): Move[] => {
      const last = line.points.at(-1);
      const left = line.closing?.balance ?? 0;
      const known = last?.row.filing.knownAt ?? null;
      const next = later.find(({ filing }) => known !== null && filing.knownAt !== null && filing.knownAt > known);
      if (next === undefined || left <= 0) return [];
      return [{ line, filing: next.filing, day: dayNumber(next.date ?? ""), amount: -left }];
    });
  });
}

const CLASSES = new WeakMap<BalanceLine, string>();

/** Spelled once a line: every residual asks for it. */
function ownerAndClass(line: BalanceLine): string {
  let key = CLASSES.get(line);
  if (key === undefined) {
    key = JSON.stringify([line.issuerCik, line.ownerKey, line.table, line.points[0]?.row.classKey ?? ""]);
    CLASSES.set(line, key);
  }
  return key;
}

const MOVE_DAYS = 370;

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
  const day = step.to.date === null ? null : dayNumber(step.to.date);
  const near = (byClass.get(ownerAndClass(step.line)) ?? []).filter(
    (move) => move.line.key !== step.line.key && Math.abs(move.day - (day ?? move.day)) <= MOVE_DAYS,
  );
  const lone = near.find((move) => Math.abs(move.amount + step.residual) < 1);
  if (lone !== undefined) return words([lone]);
  const opposite = near.filter((move) => Math.sign(move.amount) === -Math.sign(step.residual));
  return opposite.length >= 2 && isUndoneBy(step.residual, opposite) ? words(opposite) : null;
}

/** Whether all moves together undo a residual, but for less than a share. Added up roughly first: hardly ever do they come near. */
function isUndoneBy(residual: number, moves: readonly Move[]): boolean {
  let rough = residual;
  for (const move of moves) rough += move.amount;
  return Math.abs(rough) < 2 && Math.abs(stableSum(moves.map((move) => move.amount)) + residual) < 1;
}

/** One filing moves shares between the owners' lines: of a class they add up to nothing, or one line of any class gives just these. */
function withinFiling(step: BalanceStep, { byFiling }: Moves): string | null {
  if (step.line.table !== "I") return null;
  const others = (byFiling.get(step.to.row.filing.filingId) ?? []).filter(
    ({ line }) => line.table === "I" && line.key !== step.line.key,
  );
  const same = others.filter(({ line }) => ownerAndClass(line) === ownerAndClass(step.line));
  const rest = stableSum(same.map((move) => move.amount));
  if (same.length > 0 && roundTo(rest + step.residual, 6) === 0) return words(same);
  const pair = others.filter((move) => move.amount === -step.residual);
  return pair.length === 1 ? words(pair) : null;
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
