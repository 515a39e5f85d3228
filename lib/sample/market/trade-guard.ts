import type { Day } from "./calendar";
import type { Filer } from "./filer";

export type Side = "P" | "S";

/** Two trades of opposite sides by one insider keep this distance (six months and a margin). */
const SWING_DAYS = 195;
/** Window in which no third insider may trade on the same side, unless a cluster is planted (14 days and a margin). */
const CROWD_DAYS = 16;
/** Distance of every other insider's trade from a planted cluster. */
export const CLUSTER_MARGIN = 34;

/**
 * Keeps accidents out of the market: what looks like a cluster or a short-swing match must have been planted.
 * Planned trades count for short-swing, not for clusters.
 */
export class TradeGuard {
  private readonly byBlock = new Map<string, { filer: Filer; day: Day }[]>();
  private readonly closed: { side: Side; from: Day; to: Day }[] = [];

  /** Whether a trade would match no opposite one and make no crowd. */
  allows(filer: Filer, day: Day, side: Side, discretionary: boolean): boolean {
    if (!this.allowsOpposite(filer, day, side)) return false;
    return !discretionary || this.allowsCrowd(filer, day, side);
  }

  /** Whether no trade of the other side by the same insider is within six months. */
  allowsOpposite(filer: Filer, day: Day, side: Side): boolean {
    return !filer.trades.some((trade) => trade.side !== side && Math.abs(trade.day - day) <= SWING_DAYS);
  }

  /** Whether at most one other insider trades on the side near the day. */
  allowsCrowd(filer: Filer, day: Day, side: Side): boolean {
    if (this.closed.some((zone) => zone.side === side && zone.from <= day && day <= zone.to)) return false;
    return this.othersNear(filer, day, side, CROWD_DAYS) <= 1;
  }

  record(filer: Filer, day: Day, side: Side, discretionary: boolean): void {
    filer.trades.push({ day, side });
    if (!discretionary) return;
    const key = blockKey(day, side);
    const block = this.byBlock.get(key);
    if (block === undefined) this.byBlock.set(key, [{ filer, day }]);
    else block.push({ filer, day });
  }

  /** Takes a recorded trade back. */
  forget(filer: Filer, day: Day): void {
    filer.trades = filer.trades.filter((trade) => trade.day !== day);
    for (const side of ["P", "S"] as const) {
      const key = blockKey(day, side);
      const block = this.byBlock.get(key)?.filter((trade) => trade.filer !== filer || trade.day !== day);
      if (block !== undefined) this.byBlock.set(key, block);
    }
  }

  /** Whether nobody trades on a side from `from` to `to`. */
  isQuiet(from: Day, to: Day, side: Side): boolean {
    const middle = (from + to) / 2;
    if (this.closed.some((zone) => zone.side === side && zone.from <= to && from <= zone.to)) return false;
    return this.othersNear(null, middle, side, (to - from) / 2 + 1) === 0;
  }

  /** Leaves a stretch of days to a planted cluster or a decoy. */
  close(from: Day, to: Day, side: Side): void {
    this.closed.push({ side, from, to });
  }

  private othersNear(filer: Filer | null, day: Day, side: Side, distance: number): number {
    const others = new Set<Filer>();
    for (let block = blockOf(day - distance); block <= blockOf(day + distance); block++) {
      for (const trade of this.byBlock.get(`${side}${block}`) ?? []) {
        if (trade.filer !== filer && Math.abs(trade.day - day) <= distance) others.add(trade.filer);
      }
    }
    return others.size;
  }
}

function blockOf(day: Day): number {
  return Math.floor(day / 32);
}

function blockKey(day: Day, side: Side): string {
  return `${side}${blockOf(day)}`;
}
