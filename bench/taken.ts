/** A time as a measurement prints it. */
export const ms = (time: number) => `${time.toFixed(1)} ms`;

/** Milliseconds by the clock, and of processor time. */
export interface Took {
  clock: number;
  processor: number;
}

export async function taken(work: () => Promise<unknown>): Promise<Took> {
  const begun = performance.now();
  const used = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(used);
  return { clock: performance.now() - begun, processor: (user + system) / 1000 };
}

export const told = ({ clock, processor }: Took) => `${ms(clock)} (processor ${ms(processor)})`;
