/** A number of one round digit that is at most `value`. */
export function roundDown(value: number): number {
  if (!(value > 0)) return 0;
  const power = 10 ** Math.floor(Math.log10(value) + 1e-9);
  const lead = value / power;
  return ([8, 6, 5, 4, 3, 2].find((round) => lead >= round) ?? 1) * power;
}

/** Evenly spaced round ticks from `from` to `to`, about `count` of them. */
export function linearTicks(from: number, to: number, count = 4): number[] {
  if (!(to > from)) return [from];
  const raw = (to - from) / count;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 2.5, 5, 10].find((lead) => lead * power >= raw) ?? 10) * power;
  const ticks: number[] = [];
  for (let i = Math.ceil(from / step - 1e-9); i * step <= to + step * 1e-9; i++) ticks.push(i * step);
  return ticks;
}

/**
 * Amounts of trades differ by orders of magnitude, so their axis is the square root: twice as high is four times as much.
 * The sign is kept: sales stand below zero.
 */
export function rootOf(value: number): number {
  return Math.sign(value) * Math.sqrt(Math.abs(value));
}

/** Labels nearer to each other than this part of the axis would run into one another. */
const NEAREST = 0.05;

/**
 * Round ticks for a root axis between two amounts, zero included: the same amounts above and below it, the smaller side as
 * far as it reaches, and its own end where it reaches none of them and there is room.
 */
export function rootTicks(lowest: number, highest: number): number[] {
  const ticks = [0];
  const room = (rootOf(highest) - rootOf(lowest)) * NEAREST;
  const reach = Math.max(highest, -lowest);
  const amounts = [1, 0.36, 0.09].map((share) => roundDown(reach * share)).filter((amount) => amount > 0);
  for (const [end, sign] of [
    [highest, 1],
    [-lowest, -1],
  ] as const) {
    const reached = amounts.filter((amount) => amount <= end);
    for (const amount of reached.length > 0 ? reached : [roundDown(end)]) {
      const tick = sign * amount;
      if (amount > 0 && ticks.every((one) => Math.abs(rootOf(one) - rootOf(tick)) >= room)) ticks.push(tick);
    }
  }
  return ticks.sort((a, b) => a - b);
}
