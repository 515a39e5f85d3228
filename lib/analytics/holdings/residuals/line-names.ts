import { groupBy } from "@/lib/analytics/rows/filing-order";
import type { BalanceLine, BalancePoint } from "../balance-lines";
import type { BalanceStep } from "../balance-steps";

/** Lines that may be one another under another name: of one owner set, table and form of ownership; and everybody's direct ones. */
export interface NamedLines {
  siblings: ReadonlyMap<string, LinesByBalance>;
  direct: ReadonlyMap<string, LinesByBalance>;
}

/** The lines in shares by where another name of theirs is looked for. */
export function namedLines(lines: readonly BalanceLine[]): NamedLines {
  const inShares = lines.filter(({ unit }) => unit === "shares");
  const direct = inShares.filter(({ table, directOrIndirect }) => table === "I" && directOrIndirect === "D");
  return { siblings: byBalance(groupBy(inShares, siblingKey)), direct: byBalance(groupBy(direct, classOfIssuer)) };
}

function byBalance(groups: ReadonlyMap<string, readonly BalanceLine[]>): ReadonlyMap<string, LinesByBalance> {
  const each = new Map<string, LinesByBalance>();
  for (const [key, lines] of groups) each.set(key, new LinesByBalance(lines));
  return each;
}

/** Lines by the balances that stand on them, so that a gap asks only those on which its own balance stands. */
class LinesByBalance {
  readonly #lines: readonly BalanceLine[];
  #known: ReadonlyMap<number, readonly BalanceLine[]> | null = null;

  constructor(lines: readonly BalanceLine[]) {
    this.#lines = lines;
  }

  with(balance: number): readonly BalanceLine[] {
    this.#known ??= this.#read();
    return this.#known.get(balance) ?? [];
  }

  #read(): ReadonlyMap<number, readonly BalanceLine[]> {
    const known = new Map<number, BalanceLine[]>();
    for (const line of this.#lines) {
      for (const balance of new Set(line.points.flatMap((point) => point.balance ?? []))) {
        const lines = known.get(balance);
        if (lines === undefined) known.set(balance, [line]);
        else lines.push(line);
      }
    }
    return known;
  }
}

const siblingKey = (line: BalanceLine) =>
  JSON.stringify([line.issuerCik, line.ownerKey, line.table, line.directOrIndirect]);
const classOfIssuer = (line: BalanceLine) => JSON.stringify([line.issuerCik, classOf(line)]);
const classOf = (line: BalanceLine) => line.points[0]?.row.classKey ?? "";

/** Below this two balances agree by chance. */
const TELLING = 100;

/**
 * The line that a step goes on from under another title, or another nature of ownership: its last balance before the step is
 * just what the step found, and it does not go on from there itself. In words, or null.
 */
export function otherName(step: BalanceStep, { siblings }: NamedLines): string | null {
  if (step.found < TELLING) return null;
  for (const line of siblings.get(siblingKey(step.line))?.with(step.found) ?? []) {
    if (line.key === step.line.key || differences(line, step.line) !== 1 || !goesOnHere(line, step)) continue;
    const same = classOf(line) === classOf(step.line);
    const name = same ? (line.natureOfOwnership ?? "no nature given") : (line.securityTitle ?? "no title");
    return `goes on from the balance under ${same ? "the nature" : "the title"} “${name}”`;
  }
  return null;
}

/** Of title and nature. */
function differences(a: BalanceLine, b: BalanceLine): number {
  return Number(classOf(a) !== classOf(b)) + Number(a.natureOfOwnership !== b.natureOfOwnership);
}

function goesOnHere(line: BalanceLine, { from, to, found }: BalanceStep): boolean {
  const after = line.points.findIndex((point) => isBefore(to, point));
  const last = line.points[after === -1 ? line.points.length - 1 : after - 1];
  if (last === undefined || last.balance !== found || isBefore(last, from)) return false;
  const next = after === -1 ? undefined : line.points[after];
  return next === undefined || next.before !== last.balance;
}

/** Earlier by date, then by the filing's publication; points of one filing in its order. */
function isBefore(a: BalancePoint, b: BalancePoint): boolean {
  const [dayA, dayB] = [a.date ?? "", b.date ?? ""];
  if (dayA !== dayB) return dayA < dayB;
  const [knownA, knownB] = [a.row.filing.knownAt ?? "", b.row.filing.knownAt ?? ""];
  return knownA !== knownB ? knownA < knownB : a.row.filing === b.row.filing && a.row.n < b.row.n;
}

const SPOUSE = /\b(?:spouse|wife|husband)\b/i;

/**
 * The direct line of another filer that an indirect one repeats (“By Spouse”): both balances of the step stand on it, in this
 * order. In words, or null.
 */
export function otherFiler({ line, left, found }: BalanceStep, { direct }: NamedLines): string | null {
  if (line.table !== "I" || line.directOrIndirect !== "I" || !SPOUSE.test(line.natureOfOwnership ?? "")) return null;
  if (Math.min(left, found) < TELLING) return null;
  for (const other of direct.get(classOfIssuer(line))?.with(left) ?? []) {
    if (other.ownerKey === line.ownerKey) continue;
    const start = other.points.findIndex(({ balance }) => balance === left);
    if (start === -1 || !other.points.slice(start + 1).some(({ balance }) => balance === found)) continue;
    const names = other.points[0]?.row.filing.owners.map(({ name, cik }) => name ?? cik).join(", ");
    return `the direct line of ${names} went from ${left} to ${found} shares`;
  }
  return null;
}

const PLAN_ACCOUNT =
  /\b401\s?\(?k\)?|\b(?:savings|svgs|thrift|profit[- ]sharing|stock\s+purchase|stock\s+ownership|dividend\s+reinvestment)\s+(?:(?:and|&)\s+\w+\s+)?(?:plan|program)\b|\b(?:ESPP|ESOP|DRIP|DRP)\b/i;

/**
 * A balance held in an employees' or reinvestment plan, by its own title or nature of ownership: what the plan buys between two
 * forms needs no row (Rules 16b-3(c), 16a-11), and the balance is the trustee's latest statement. In words, or null.
 */
export function planAccount({ line }: BalanceStep): string | null {
  if (line.table !== "I") return null;
  const named = [line.natureOfOwnership, line.securityTitle].find((text) => text !== null && PLAN_ACCOUNT.test(text));
  return named == null ? null : `held in a plan (“${named}”), whose purchases need no row`;
}
