import { SingleBar } from "cli-progress";
import { formatCount } from "@/lib/format/numbers";
import type { IngestProgress } from "@/lib/services/ingest/ingest-filings";
import { roughDuration, TimeLeft } from "./time-left";

/** Milliseconds between two plain lines, and between two looks of the bar. */
const LINE_EVERY = 10_000;
const BAR_EVERY = 100;
/** Steps of the bar. */
const STEPS = 1_000;

type Phase = IngestProgress["phase"] | "checking";
type Progress = Omit<IngestProgress, "phase"> & { phase: Phase };

const PHASES: Record<Phase, string> = { reading: "Reading", deriving: "Deriving", checking: "Checking" };
const LEFT: Record<Phase, string> = {
  reading: "left to read",
  deriving: "left to derive",
  checking: "left to check",
};
/** What is counted: a check goes issuer by issuer. */
const COUNTED: Record<Phase, string> = { reading: "filings", deriving: "filings", checking: "issuers" };

interface ProgressOptions {
  terminal: boolean;
  /** Milliseconds. */
  clock?: () => number;
  write?: (text: string) => void;
}

/**
 * Progress on standard error: a bar with rate and time left on a terminal, a plain line every ten seconds elsewhere. Reading
 * and deriving each tell their own. Where it can't be known what lies ahead, no time is told.
 */
export class ProgressReport {
  readonly #terminal: boolean;
  readonly #clock: () => number;
  readonly #write: (text: string) => void;
  #bar: SingleBar | null = null;
  #phase: Phase | null = null;
  #timeLeft = new TimeLeft();
  #phaseStart = 0;
  #lastSaid = 0;

  constructor({ terminal, clock = Date.now, write }: ProgressOptions) {
    this.#terminal = terminal;
    this.#clock = clock;
    this.#write = write ?? ((text) => process.stderr.write(text));
  }

  readonly update = (progress: Progress): void => {
    const now = this.#clock();
    if (progress.phase !== this.#phase) this.#begin(progress.phase, now);
    const left = progress.part === null ? null : this.#timeLeft.secondsLeft(progress.part, now);
    const isLast = progress.done === progress.total;
    if (now - this.#lastSaid < (this.#terminal ? BAR_EVERY : LINE_EVERY) && !(this.#terminal && isLast)) return;
    this.#lastSaid = now;
    const words = progressWords(progress, (now - this.#phaseStart) / 1000, left);
    if (this.#terminal) this.#draw(progress, words);
    else this.#write(`${PHASES[progress.phase]}: ${words}\n`);
  };

  /** A line that stays, above the bar. */
  line(text: string): void {
    if (this.#bar !== null) this.#write("\r\u001b[K");
    this.#write(`${text}\n`);
  }

  end(): void {
    this.#bar?.stop();
    this.#bar = null;
  }

  #begin(phase: Phase, now: number): void {
    this.end();
    this.#phase = phase;
    this.#phaseStart = now;
    this.#timeLeft = new TimeLeft();
    this.#lastSaid = this.#terminal ? 0 : now;
  }

  #draw({ phase, part }: Progress, words: string): void {
    if (this.#bar === null) {
      const bar = part === null ? "" : " [{bar}]";
      this.#bar = new SingleBar({ format: `${PHASES[phase]}${bar} {words}`, barsize: 24, hideCursor: true });
      this.#bar.start(STEPS, 0, { words });
    }
    this.#bar.update(Math.round((part ?? 0) * STEPS), { words });
  }
}

/** `12,000 of 20,000 filings, 900/s, 9 s left to read`; of archives `12,000 filings (34 % of the input), …`. */
export function progressWords({ phase, done, total, part }: Progress, seconds: number, left: number | null): string {
  const rate = seconds < 0.1 ? 0 : Math.round(done / seconds);
  const of = total === null ? "" : ` of ${formatCount(total)}`;
  const input = total !== null || part === null ? "" : ` (${Math.floor(part * 100)} % of the input)`;
  const said = `${formatCount(done)}${of} ${COUNTED[phase]}${input}, ${formatCount(rate)}/s`;
  return left === null ? said : `${said}, ${roughDuration(left)} ${LEFT[phase]}`;
}
