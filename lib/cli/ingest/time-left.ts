/** Milliseconds of work after which something can be said, and the most that are looked back at. */
const LOOK_AT = 3_000;
const LOOK_BACK = 120_000;
/** Milliseconds between two marks. */
const MARK_EVERY = 1_000;

/** Tells how long a work takes still, by the pace of the later half of its time so far, of its last two minutes at most. */
export class TimeLeft {
  readonly #marks: { at: number; part: number }[] = [];
  #start: number | null = null;

  /**
   * `part`: what is done, from 0 to 1. Null while too little is done to go by: warming up, and a data set's tables that are
   * read before its first filing, are no measure of the rest.
   */
  secondsLeft(part: number, now: number): number | null {
    if (part <= 0) return null;
    const last = this.#marks.at(-1);
    if (last === undefined || now - last.at >= MARK_EVERY) this.#marks.push({ at: now, part });
    this.#start ??= now;
    const back = Math.max(LOOK_AT, Math.min(LOOK_BACK, (now - this.#start) / 2));
    while ((this.#marks[1]?.at ?? now) <= now - back) this.#marks.shift();
    const [first] = this.#marks;
    if (first === undefined || now - first.at < LOOK_AT || part <= first.part) return null;
    return ((1 - part) * (now - first.at)) / (part - first.part) / 1000;
  }
}

/** `45 s`, `12 min`, `3 h 20 min`: no finer than an estimate deserves. */
export function roughDuration(seconds: number): string {
  if (seconds < 100) return `${Math.ceil(seconds)} s`;
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 100) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
