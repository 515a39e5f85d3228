import type { FiledRow } from "@/lib/analytics/rows/filed-row";
import { sumOrNull } from "@/lib/analytics/sums";
import { classOf } from "@/lib/ownership/codes";
import { derivativeKind } from "./derivative-kind";
import { underlyingShares } from "./derivative-pool";

/** A Table I row of an exercise with the Table II rows that it came from. */
export interface Twin {
  row: FiledRow;
  derivatives: readonly FiledRow[];
  /** `exact`: same shares; `pooled`: only the sums agree; `differs`: same day, other shares; `other-day`: same filing and shares, a few days apart; `none`: no Table II row. */
  match: "exact" | "pooled" | "differs" | "other-day" | "none";
}

export interface TwinMatch {
  twins: readonly Twin[];
  /** Exercised derivatives without any acquired shares in Table I. */
  unmatched: readonly FiledRow[];
}

/** Codes that acquire shares by exercise when a derivative given up on the same day stands behind them. */
const SETTLING = new Set(["C", "A", "J"]);

/** Whether a code by itself says that a derivative was exercised or converted. */
export function isExerciseCode(code: string | null): boolean {
  return classOf(code, null) === "exercise";
}

/**
 * Pairs one day's acquired Table I rows with the derivatives given up that day (same owners, issuer and underlying):
 * same shares and strike first, then same shares and code, then same shares, then by equal sums. A row coded C, A or J
 * counts as an exercise only by an exact twin.
 */
export function matchTwins(acquired: readonly FiledRow[], given: readonly FiledRow[]): TwinMatch {
  const pairs = new Map<FiledRow, FiledRow>();
  const free = new Set(givenUp(given));
  for (const rule of PAIRING) {
    if (free.size === 0 || pairs.size === acquired.length) break;
    pairBy(rule, acquired, free, pairs);
  }
  const exact = acquired.flatMap((row): Twin[] => {
    const derivative = pairs.get(row);
    return derivative === undefined ? [] : [{ row, derivatives: [derivative], match: "exact" }];
  });
  const rest = acquired.filter((row) => !pairs.has(row) && isExerciseCode(row.code));
  const unmatched = [...free].filter((row) => isExerciseCode(row.code) && row.acquiredDisposed !== "A");
  if (rest.length === 0) return { twins: exact, unmatched };
  // Several grants may vest into one row; some filers code units that vest as converted.
  const units = [...free].filter((row) => row.code === "C" && derivativeKind(row) === "unit");
  const loose = unmatched.length > 0 ? unmatched : units;
  const match = loose.length === 0 ? "none" : sameSum(rest, loose) ? "pooled" : "differs";
  return { twins: [...exact, ...rest.map((row): Twin => ({ row, derivatives: loose, match }))], unmatched: [] };
}

/**
 * Some filers mark an exercised derivative as acquired. Beside derivatives given up on the day, one that is acquired is what
 * they turned into: units that vest in shares and in other units.
 */
function givenUp(given: readonly FiledRow[]): readonly FiledRow[] {
  const disposed = given.filter((row) => row.acquiredDisposed !== "A");
  return disposed.length > 0 ? disposed : given;
}

/** What a row and its derivative must have in common besides their shares, in one word each: where the words meet, they pair. */
interface PairingRule {
  /** null: the row pairs with none. */
  wordOf: (row: FiledRow) => string | null;
  wordsFor: (derivative: FiledRow) => readonly string[];
}

/** In the order in which they are tried. */
const PAIRING: readonly PairingRule[] = [
  {
    wordOf: (row) => (row.price === null ? null : `${row.code} ${row.price}`),
    wordsFor: (other) => [`${other.code} ${other.exercisePrice}`],
  },
  { wordOf: (row) => String(row.code), wordsFor: (other) => [String(other.code)] },
  {
    wordOf: (row) => (isExerciseCode(row.code) ? "exercise" : null),
    wordsFor: (other) => (isExerciseCode(other.code) || other.code === "D" ? ["exercise"] : []),
  },
  {
    wordOf: (row) => (isSettling(row) ? "any" : "settling"),
    wordsFor: (other) => (isSettling(other) ? ["any", "settling"] : ["any"]),
  },
];

function isSettling(row: FiledRow): boolean {
  return SETTLING.has(row.code ?? "");
}

/** Each row takes the first free derivative of its shares and word: derivatives wait in queues, so that a long day takes no longer a row. */
function pairBy(
  { wordOf, wordsFor }: PairingRule,
  acquired: readonly FiledRow[],
  free: Set<FiledRow>,
  pairs: Map<FiledRow, FiledRow>,
): void {
  const queues = queuesOf(free, wordsFor);
  for (const row of acquired) {
    const word = pairs.has(row) || row.shares === null ? null : wordOf(row);
    const queue = word === null ? undefined : queues.get(`${row.shares} ${word}`);
    if (queue === undefined) continue;
    let next = queue.pop();
    while (next !== undefined && !free.has(next)) next = queue.pop();
    if (next === undefined) continue;
    pairs.set(row, next);
    free.delete(next);
  }
}

/** Derivatives by shares (their own, and those of the underlying) and word; the first to take stands last. */
function queuesOf(free: ReadonlySet<FiledRow>, wordsFor: PairingRule["wordsFor"]): Map<string, FiledRow[]> {
  const queues = new Map<string, FiledRow[]>();
  for (const derivative of [...free].reverse()) {
    for (const shares of new Set([derivative.shares, underlyingShares(derivative)])) {
      if (shares === null) continue;
      for (const word of wordsFor(derivative)) {
        const key = `${shares} ${word}`;
        const queue = queues.get(key);
        if (queue === undefined) queues.set(key, [derivative]);
        else queue.push(derivative);
      }
    }
  }
  return queues;
}

/** Sums that are not known agree with nothing. */
function sameSum(rows: readonly FiledRow[], derivatives: readonly FiledRow[]): boolean {
  const acquired = sumOrNull(rows.map((row) => row.shares));
  return acquired !== null && acquired === sumOrNull(derivatives.map(underlyingShares));
}
