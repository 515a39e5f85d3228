import type { FiledRow } from "@/lib/analytics/rows/filed-row";
import { stableSum } from "@/lib/analytics/sums";
import { classOf } from "@/lib/ownership/codes";

/** A Table I row of an exercise with the Table II rows that it came from. */
export interface Twin {
  row: FiledRow;
  derivatives: readonly FiledRow[];
  /** `exact`: same shares; `pooled`: only the sums agree; `differs`: same day, other shares; `none`: no Table II row. */
  match: "exact" | "pooled" | "differs" | "none";
}

export interface TwinMatch {
  twins: readonly Twin[];
  /** Exercised derivatives without any acquired shares in Table I. */
  unmatched: readonly FiledRow[];
}

/** Codes that acquire shares by exercise when a derivative given up on the same day stands behind them. */
const SETTLING = new Set(["C", "A", "J"]);

export function isExerciseCode(code: string | null): boolean {
  return classOf(code, null) === "exercise";
}

/** Shares of the underlying that a derivative row stands for. */
export function underlyingShares(row: FiledRow): number | null {
  return row.underlyingShares ?? row.shares;
}

/**
 * Pairs one day's acquired Table I rows with the derivatives given up that day (same owners, issuer and underlying):
 * same shares and strike first, then same shares and code, then same shares, then by equal sums. A row coded C, A or J
 * counts as an exercise only by an exact twin.
 */
export function matchTwins(acquired: readonly FiledRow[], given: readonly FiledRow[]): TwinMatch {
  const pairs = new Map<FiledRow, FiledRow>();
  const free = new Set(given);
  const tests: ((row: FiledRow, derivative: FiledRow) => boolean)[] = [
    (row, other) => row.code === other.code && row.price !== null && row.price === other.exercisePrice,
    (row, other) => row.code === other.code,
    (row, other) => isExerciseCode(row.code) && (isExerciseCode(other.code) || other.code === "D"),
    (row, other) => SETTLING.has(row.code ?? "") || SETTLING.has(other.code ?? ""),
  ];
  for (const fits of tests) pairBy(acquired, free, pairs, fits);

  const exact = acquired.flatMap((row): Twin[] => {
    const derivative = pairs.get(row);
    return derivative === undefined ? [] : [{ row, derivatives: [derivative], match: "exact" }];
  });
  const rest = acquired.filter((row) => !pairs.has(row) && isExerciseCode(row.code));
  const loose = [...free].filter((row) => isExerciseCode(row.code) && row.acquiredDisposed !== "A");
  if (rest.length === 0) return { twins: exact, unmatched: loose };
  const match = loose.length === 0 ? "none" : sameSum(rest, loose) ? "pooled" : "differs";
  return { twins: [...exact, ...rest.map((row): Twin => ({ row, derivatives: loose, match }))], unmatched: [] };
}

function pairBy(
  acquired: readonly FiledRow[],
  free: Set<FiledRow>,
  pairs: Map<FiledRow, FiledRow>,
  fits: (row: FiledRow, derivative: FiledRow) => boolean,
): void {
  for (const row of acquired) {
    if (pairs.has(row) || row.shares === null) continue;
    for (const other of free) {
      if ((underlyingShares(other) === row.shares || other.shares === row.shares) && fits(row, other)) {
        pairs.set(row, other);
        free.delete(other);
        break;
      }
    }
  }
}

function sameSum(rows: readonly FiledRow[], derivatives: readonly FiledRow[]): boolean {
  const acquired = stableSum(rows.map((row) => row.shares ?? 0));
  return acquired === stableSum(derivatives.map((row) => underlyingShares(row) ?? 0));
}
