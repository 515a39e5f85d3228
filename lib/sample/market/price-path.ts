import type { Random } from "../random";
import { mixSeed } from "../random";
import { type Day, dayOf } from "./calendar";
import { round } from "./quantities";

/** A stock split: `ratio` new shares for one old (2 = two-for-one, 0.1 = one-for-ten). */
export interface Split {
  day: Day;
  ratio: number;
}

const EPOCH = dayOf("2003-01-01");

/** An issuer's share price: smooth waves and a little noise, so that one day's trades lie close together. */
export class PricePath {
  private readonly base: number;
  private readonly drift: number;
  private readonly waves: { height: number; period: number; phase: number }[];
  private readonly noiseSeed: number;

  constructor(
    random: Random,
    private readonly splits: readonly Split[],
  ) {
    this.base = random.between(18, 140);
    this.drift = random.between(-0.01, 0.05);
    this.waves = [900, 260, 70].map((period, i) => ({
      height: random.between(0.02, 0.24 / (i + 1)),
      period: period * random.between(0.8, 1.2),
      phase: random.between(0, 6.28),
    }));
    this.noiseSeed = random.int(1, 2 ** 30);
  }

  /** Dollars a share at the close, to the cent; after a split in new shares. */
  close(day: Day): number {
    const years = (day - EPOCH) / 365.25;
    let log = this.drift * years;
    for (const wave of this.waves) log += wave.height * Math.sin((day / wave.period) * 6.283 + wave.phase);
    const noise = (mixSeed(this.noiseSeed, day) / 4294967296 - 0.5) * 0.02;
    const price = (this.base * Math.exp(log) * (1 + noise)) / this.factor(day);
    return Math.max(round(price, 2), 1.5);
  }

  /** New shares that one share from before every split has become by a day. */
  factor(day: Day): number {
    return this.splits.reduce((product, split) => (split.day <= day ? product * split.ratio : product), 1);
  }
}
