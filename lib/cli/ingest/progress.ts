import { SingleBar } from "cli-progress";
import { formatCount } from "@/lib/format/numbers";
import type { IngestProgress } from "@/lib/services/ingest/ingest-filings";

/** Milliseconds between two plain lines. */
const LINE_EVERY = 10_000;

const PHASES: Record<IngestProgress["phase"], string> = { reading: "Reading", deriving: "Deriving" };

/** Progress on standard error: a bar with rate and time left on a terminal, a plain line every ten seconds elsewhere. */
export class ProgressReport {
  readonly #terminal: boolean;
  readonly #total: number | null;
  #bar: SingleBar | null = null;
  #phase: IngestProgress["phase"] | null = null;
  #phaseStart = 0;
  #lastLine = Date.now();

  /** `total`: documents to be read, where that is known. */
  constructor(total: number | null, terminal: boolean) {
    this.#terminal = terminal;
    this.#total = total;
  }

  readonly update = ({ phase, done, total }: IngestProgress): void => {
    const known = total ?? this.#total;
    if (phase !== this.#phase) this.#begin(phase, known);
    const seconds = (Date.now() - this.#phaseStart) / 1000;
    const rate = seconds < 0.1 ? 0 : done / seconds;
    if (this.#bar !== null) {
      if (known === null) this.#bar.setTotal(Math.max(done, 1));
      this.#bar.update(done, { rate: formatCount(Math.round(rate)), count: formatCount(done) });
    } else if (!this.#terminal && Date.now() - this.#lastLine >= LINE_EVERY) {
      this.#lastLine = Date.now();
      process.stderr.write(`${PHASES[phase]}: ${plainLine(done, known, rate)}\n`);
    }
  };

  /** A line that stays, above the bar. */
  line(text: string): void {
    if (this.#bar !== null) process.stderr.write("\r\u001b[K");
    process.stderr.write(`${text}\n`);
  }

  end(): void {
    this.#bar?.stop();
    this.#bar = null;
  }

  #begin(phase: IngestProgress["phase"], total: number | null): void {
    this.end();
    this.#phase = phase;
    this.#phaseStart = Date.now();
    this.#lastLine = this.#phaseStart;
    if (!this.#terminal) return;
    const ends = total === null ? "{duration_formatted}" : "{percentage} % · {eta_formatted} left";
    const bar = total === null ? "{count}" : "[{bar}] {count} of {total}";
    this.#bar = new SingleBar({
      format: `${PHASES[phase]} ${bar} · {rate}/s · ${ends}`,
      barsize: 24,
      hideCursor: true,
      etaBuffer: 100,
    });
    this.#bar.start(total ?? 1, 0, { rate: "0", count: "0" });
  }
}

function plainLine(done: number, total: number | null, rate: number): string {
  const so = `${formatCount(done)}${total === null ? "" : ` of ${formatCount(total)}`} filings, ${formatCount(Math.round(rate))}/s`;
  if (total === null || rate === 0) return so;
  return `${so}, ${formatCount(Math.ceil((total - done) / rate))} s left`;
}
