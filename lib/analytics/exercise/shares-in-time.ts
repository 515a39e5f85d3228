import type { FiledRow } from "@/lib/analytics/rows/filed-row";
import { sumOrNull } from "@/lib/analytics/sums";

/** Windows of so few rows are added up one by one. */
const FEW = 16;

/** Rows in time order, and what their shares add up to in any window of days. */
export class SharesInTime {
  readonly #rows: FiledRow[] = [];
  readonly #days: number[] = [];
  #running: RunningSums | null = null;

  /** `day` is the row's trade day, not before that of the row added last. */
  add(row: FiledRow, day: number): void {
    this.#rows.push(row);
    this.#days.push(day);
  }

  /** Rows from a day to `days` calendar days after, both included. */
  within(day: number, days: number): FiledRow[] {
    return this.#rows.slice(this.#firstFrom(day), this.#firstFrom(day + days + 1));
  }

  /** Shares in the window; null when a row doesn't report its shares. However many rows lie in it, a window costs two look-ups. */
  sharesWithin(day: number, days: number): number | null {
    const from = this.#firstFrom(day);
    const to = this.#firstFrom(day + days + 1);
    if (to - from > FEW) {
      this.#running ??= new RunningSums(this.#rows);
      if (this.#running.exact) return this.#running.between(from, to);
    }
    return sumOrNull(this.#rows.slice(from, to).map((row) => row.shares));
  }

  #firstFrom(day: number): number {
    const days = this.#days;
    let low = 0;
    let high = days.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((days[middle] as number) < day) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Millionths of a share: the places that sums are rounded to. */
const PARTS = 1e6;
/** Up to here a sum of millionths is exact, and its double the one that rounding to six places gives. */
const MOST = 1e14;

/** Sums of shares up to each row, in whole millionths, so that a difference of two is the exact sum between them. */
class RunningSums {
  /** False where a count has more places, or the sums are too great: then nothing here may be used. */
  readonly exact: boolean;
  readonly #sums: Float64Array;
  readonly #unknown: Int32Array;

  constructor(rows: readonly FiledRow[]) {
    this.#sums = new Float64Array(rows.length + 1);
    this.#unknown = new Int32Array(rows.length + 1);
    let exact = true;
    let most = 0;
    for (const [i, { shares }] of rows.entries()) {
      const parts = Math.round((shares ?? 0) * PARTS);
      if (parts / PARTS !== (shares ?? 0)) exact = false;
      most += Math.abs(parts);
      this.#sums[i + 1] = (this.#sums[i] as number) + parts;
      this.#unknown[i + 1] = (this.#unknown[i] as number) + (shares === null ? 1 : 0);
    }
    this.exact = exact && most <= MOST;
  }

  between(from: number, to: number): number | null {
    if (this.#unknown[to] !== this.#unknown[from]) return null;
    return ((this.#sums[to] as number) - (this.#sums[from] as number)) / PARTS;
  }
}
