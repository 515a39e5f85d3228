import { stableSum } from "@/lib/analytics/sums";
import { type Move, mayCancel } from "./move";

/** Moves within so many days of one another can be one. */
const MOVE_DAYS = 370;

/**
 * The moves of one owner set and class. A residual finds those that undo it by their amount, and by running sums over time, so
 * that thousands of gaps on many lines aren't compared all with all.
 */
export class MovesInTime {
  readonly #moves: readonly Move[];
  #byWhole: ReadonlyMap<number, readonly number[]> | null = null;
  #came: RunningAmounts | null = null;
  #went: RunningAmounts | null = null;

  constructor(moves: readonly Move[]) {
    this.#moves = moves;
  }

  /** The first move of another line near a day (null: any) that undoes a residual but for less than a share. */
  undoing(residual: number, lineKey: string, day: number | null): Move | undefined {
    this.#byWhole ??= placesByWhole(this.#moves);
    const whole = Math.floor(-residual);
    const fits = (place: number) => {
      const { line, amount, day: moved } = this.#moves[place] as Move;
      return Math.abs(amount + residual) < 1 && line.key !== lineKey && isNear(moved, day);
    };
    let first = this.#moves.length;
    for (const near of [whole - 1, whole, whole + 1]) {
      first = Math.min(first, this.#byWhole.get(near)?.find(fits) ?? first);
    }
    return this.#moves[first];
  }

  /** All moves of other lines near a day the other way, if they are several and together undo the residual; else null. */
  togetherUndoing(residual: number, lineKey: string, day: number | null): readonly Move[] | null {
    this.#came ??= new RunningAmounts(this.#moves.filter((move) => move.amount > 0));
    this.#went ??= new RunningAmounts(this.#moves.filter((move) => move.amount < 0));
    const opposite = residual > 0 ? this.#went : this.#came;
    if (!mayCancel(opposite.besides(lineKey, day) + residual, opposite.magnitude)) return null;
    const near = this.#moves.filter(
      (move) => Math.sign(move.amount) === -Math.sign(residual) && move.line.key !== lineKey && isNear(move.day, day),
    );
    return near.length >= 2 && Math.abs(stableSum(near.map((move) => move.amount)) + residual) < 1 ? near : null;
  }
}

function isNear(moved: number, day: number | null): boolean {
  return day === null ? !Number.isNaN(moved) : Math.abs(moved - day) <= MOVE_DAYS;
}

function placesByWhole(moves: readonly Move[]): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>();
  for (const [place, { amount }] of moves.entries()) {
    const alike = places.get(Math.floor(amount));
    if (alike === undefined) places.set(Math.floor(amount), [place]);
    else alike.push(place);
  }
  return places;
}

/** Roughly what moves near a day add up to: all of them, less those of one line. */
class RunningAmounts {
  readonly #all: RunningSum;
  readonly #byLine = new Map<string, RunningSum>();

  constructor(moves: readonly Move[]) {
    const dated = moves.filter((move) => !Number.isNaN(move.day)).sort((a, b) => a.day - b.day);
    const lines = new Map<string, Move[]>();
    for (const move of dated) {
      const own = lines.get(move.line.key);
      if (own === undefined) lines.set(move.line.key, [move]);
      else own.push(move);
    }
    this.#all = new RunningSum(dated);
    for (const [key, own] of lines) this.#byLine.set(key, new RunningSum(own));
  }

  /** Of all moves, near and far: each running sum has the rounding of all before it. */
  get magnitude(): number {
    return Math.abs(this.#all.near(null));
  }

  besides(lineKey: string, day: number | null): number {
    return this.#all.near(day) - (this.#byLine.get(lineKey)?.near(day) ?? 0);
  }
}

class RunningSum {
  readonly #days: Float64Array;
  readonly #sums: Float64Array;

  constructor(dated: readonly Move[]) {
    this.#days = Float64Array.from(dated, (move) => move.day);
    this.#sums = new Float64Array(dated.length + 1);
    for (const [i, { amount }] of dated.entries()) this.#sums[i + 1] = (this.#sums[i] as number) + amount;
  }

  near(day: number | null): number {
    if (day === null) return this.#sums[this.#days.length] as number;
    const [from, to] = [this.#firstFrom(day - MOVE_DAYS), this.#firstFrom(day + MOVE_DAYS + 1)];
    return (this.#sums[to] as number) - (this.#sums[from] as number);
  }

  #firstFrom(day: number): number {
    let low = 0;
    let high = this.#days.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#days[middle] as number) < day) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
