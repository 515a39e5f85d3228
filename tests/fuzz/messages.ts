import type { CorpusKind, Format } from "./corpus";

/** What a worker is told to do. */
export interface WorkerTask {
  corpus: CorpusKind;
  formats: readonly Format[];
  seed: number;
  /** The first number, and the one after the last. */
  from: number;
  to: number;
  /** Two doubles: the number at work (-1: none), and since when (ms since 1970). */
  at: SharedArrayBuffer;
}

/** What became of one input. One of `outcome` and `failure` is null. */
export interface Judged {
  n: number;
  format: Format;
  /** What it was mutated from. */
  name: string;
  bytes: number;
  /** `document`, or the code of a coded error. */
  outcome: string | null;
  /** A stack, or what else went wrong. */
  failure: string | null;
  ms: number;
}
