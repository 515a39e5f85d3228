import { FilingDraft } from "../book/filing-draft";
import { IssuerBook } from "../book/issuer-book";
import type { Random } from "../random";
import { addBusinessDays, businessDaysBetween, type Day, isBusinessDay, isTradingDay, isUndisputed } from "./calendar";
import type { Filer } from "./filer";
import type { PricePath, Split } from "./price-path";
import { round } from "./quantities";
import { type Side, TradeGuard } from "./trade-guard";

export interface IssuerFacts {
  cik: string;
  name: string;
  symbol: string;
  foreignSymbol: string | null;
  /** The class that most rows are about. */
  title: string;
  /** A second class, where there is one. */
  secondTitle: string | null;
  foreign: boolean;
  from: Day;
  to: Day;
}

export interface Slot {
  day: Day;
  fileDay: Day;
}

export interface SlotWish {
  from: Day;
  to: Day;
  /** Business days from trade to filing; by default 0 to 2, mostly 2. */
  lag?: number;
  /** Calendar days after the filing that stay free for what follows (an amendment, a second trade). */
  tail?: number;
  /** The slot is for an open-market trade. */
  side?: Side;
  /** The trade is not certainly a planned one, so it could make a crowd. */
  discretionary?: boolean;
}

/** Days between two slots of one filer. */
const PAD = 3;
const TRIES = 24;

/** One issuer's market while it is drawn up (stories take slots) and then played (events run in order of time). */
export class World {
  readonly book = new IssuerBook();
  readonly guard = new TradeGuard();
  readonly filers: Filer[] = [];
  private readonly loneDays = new Set<Day>();
  private readonly events: { day: Day; order: number; play: () => void }[] = [];

  constructor(
    readonly random: Random,
    readonly issuer: IssuerFacts,
    readonly prices: PricePath,
    readonly split: Split | null,
    /** Filings still to be written. */
    public remaining: number,
    /** Decimals of prices and fractional shares: 4, or 2 where the data sets will round. */
    readonly digits: number,
    /** First day on which the 10b5-1 box shows in the source form that is written. */
    readonly boxFrom: Day,
  ) {}

  /** Something that happens on a day; events of one day happen in the order in which they were planned. */
  at(day: Day, play: () => void): void {
    this.events.push({ day, order: this.events.length, play });
  }

  playAll(): void {
    this.events.sort((a, b) => a.day - b.day || a.order - b.order);
    for (const event of this.events) event.play();
  }

  /** A free slot for a filer, taken, or null when some tries find none. */
  take(filer: Filer, wish: SlotWish): Slot | null {
    const from = Math.max(wish.from, filer.from);
    const to = Math.min(wish.to, filer.to);
    if (to < from) return null;
    for (let i = 0; i < TRIES; i++) {
      const slot = this.slotAt(filer, this.random.int(from, to), wish);
      if (slot !== null) return slot;
    }
    return null;
  }

  /** The first free slot on or soon after a day, taken. */
  takeNear(filer: Filer, day: Day, wish: Omit<SlotWish, "from" | "to">, reach = 20): Slot | null {
    for (let at = Math.max(day, filer.from); at <= Math.min(day + reach, filer.to); at++) {
      const slot = this.slotAt(filer, at, { ...wish, from: at, to: at });
      if (slot !== null) return slot;
    }
    return null;
  }

  /** Takes exactly this trading day, or nothing. */
  slotAt(filer: Filer, day: Day, wish: SlotWish): Slot | null {
    if (!isTradingDay(day) || day < filer.from || day > filer.to || this.loneDays.has(day)) return null;
    const fileDay = addBusinessDays(day, wish.lag ?? this.usualLag());
    const end = fileDay + (wish.tail ?? 0);
    if (end > this.issuer.to || !this.isFree(filer, day, end)) return null;
    if ((wish.lag ?? 0) > 2 && !isUndisputed(day, fileDay)) return null;
    const discretionary = wish.discretionary !== false;
    if (wish.side !== undefined && !this.guard.allows(filer, day, wish.side, discretionary)) return null;
    filer.slots.push({ from: day, to: end });
    if (wish.side !== undefined) this.guard.record(filer, day, wish.side, discretionary);
    return { day, fileDay };
  }

  /**
   * A slot on a day on which no other insider trades (a lot may trade a day or two after its slot begins), so that
   * nobody else's price vouches for this one's.
   */
  takeAlone(filer: Filer, wish: SlotWish): Slot | null {
    const slot = this.take(filer, wish);
    if (slot === null) return null;
    const { day } = slot;
    const crowded = this.filers.some(
      (other) => other !== filer && other.slots.some((taken) => taken.from >= day - 4 && taken.from <= day),
    );
    if (crowded) {
      this.release(filer, slot);
      return null;
    }
    for (let at = day - 4; at <= day; at++) this.loneDays.add(at);
    return slot;
  }

  /** Gives a slot back that a story could not use after all. */
  release(filer: Filer, slot: Slot): void {
    filer.slots = filer.slots.filter((one) => one.from !== slot.day);
    this.guard.forget(filer, slot.day);
  }

  isFree(filer: Filer, from: Day, to: Day): boolean {
    if (this.split !== null && this.split.day >= from - 4 && this.split.day <= to + 4) return false;
    return !filer.slots.some((slot) => slot.from <= to + PAD && from - PAD <= slot.to);
  }

  /** Most filings come on the second business day. */
  private usualLag(): number {
    const at = this.random.next();
    return at < 0.06 ? 0 : at < 0.34 ? 1 : 2;
  }

  draft(filer: Filer, form: string, slot: Slot): FilingDraft {
    const evening = this.random.chance(0.85);
    const minute = evening ? this.random.int(960, 1130) : this.random.int(370, 1310);
    return new FilingDraft(this.book, filer, form, { ...slot, minute, second: this.random.int(0, 59) });
  }

  /** A trade's price on a day: within a percent of the close, in cents or finer. */
  tradePrice(day: Day): number {
    const price = this.prices.close(day) * this.random.between(0.992, 1.008);
    return round(price, this.random.chance(0.5) ? 2 : this.digits);
  }

  /** The next trading day within the two-day deadline, or the same day. */
  nextTradingDay(slot: Slot): Day {
    const next = addBusinessDays(slot.day, 1);
    return next <= slot.fileDay && isBusinessDay(next) && businessDaysBetween(slot.day, slot.fileDay) === 2
      ? next
      : slot.day;
  }

  /** Filers that may take part in a story, in random order. */
  insiders(wanted: (filer: Filer) => boolean = () => true): Filer[] {
    return this.random.shuffled(this.filers.filter((filer) => filer.role === "insider" && wanted(filer)));
  }

  spend(filings: number): void {
    this.remaining -= filings;
  }
}
