import { roundTo, stableSum } from "@/lib/analytics/sums";
import type { BalanceLine } from "../balance-lines";
import { type Move, mayCancel, ownerAndClass } from "./move";

/** The moves that one filing shows on Table I, found by class and by amount: a form of thousands of lines is read once, not once a line. */
export class MovesOfFiling {
  readonly #byClass = new Map<string, ClassMoves>();
  readonly #byAmount = new Map<number, Move[]>();

  constructor(moves: readonly Move[]) {
    for (const move of moves) if (move.line.table === "I") this.#add(move);
  }

  /** The moves of the other lines of the line's class, if with the residual they add up to nothing; else null. */
  undoingInClass(residual: number, line: BalanceLine): readonly Move[] | null {
    const found = this.#byClass.get(ownerAndClass(line));
    if (found === undefined) return null;
    if (!mayCancel(found.sum - (found.byLine.get(line.key) ?? 0) + residual, found.magnitude)) return null;
    const others = found.moves.filter((move) => move.line.key !== line.key);
    const rest = stableSum(others.map((move) => move.amount));
    return others.length > 0 && roundTo(rest + residual, 6) === 0 ? others : null;
  }

  /** The one move of just this amount on another line; null where there is none, or several. */
  only(amount: number, line: BalanceLine): Move | null {
    let only: Move | null = null;
    for (const move of this.#byAmount.get(amount) ?? []) {
      if (move.line.key === line.key) continue;
      if (only !== null) return null;
      only = move;
    }
    return only;
  }

  #add(move: Move): void {
    const key = ownerAndClass(move.line);
    const own = this.#byClass.get(key) ?? { moves: [], sum: 0, magnitude: 0, byLine: new Map<string, number>() };
    if (own.moves.length === 0) this.#byClass.set(key, own);
    own.moves.push(move);
    own.sum += move.amount;
    own.magnitude += Math.abs(move.amount);
    own.byLine.set(move.line.key, (own.byLine.get(move.line.key) ?? 0) + move.amount);
    const alike = this.#byAmount.get(move.amount);
    if (alike === undefined) this.#byAmount.set(move.amount, [move]);
    else alike.push(move);
  }
}

interface ClassMoves {
  moves: Move[];
  sum: number;
  /** What they add up to without their signs. */
  magnitude: number;
  /** What the moves of each line add up to. */
  byLine: Map<string, number>;
}
