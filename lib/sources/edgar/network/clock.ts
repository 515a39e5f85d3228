import { setTimeout as delay } from "node:timers/promises";

/** Time as the network code sees it; tests bring their own. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Ends early, with the signal's reason, when the signal aborts. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
  /** From 0 up to 1, for jitter. */
  random(): number;
}

/** Longer sleeps are cut by Node's timers: a day is enough, callers ask again. */
const LONGEST = 86_400_000;

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (milliseconds, signal) => {
    try {
      await delay(Math.min(Math.max(0, milliseconds), LONGEST), undefined, signal === undefined ? {} : { signal });
    } catch (cause) {
      signal?.throwIfAborted();
      throw cause;
    }
  },
  random: () => Math.random(),
};
