import { SingleBar } from "cli-progress";
import type { EdgarProgress } from "@/lib/services/edgar/edgar-context";

/** Lines and a progress bar on standard error, which don't write over one another. */
export class Reporter {
  private bar: SingleBar | null = null;
  private phase = "";
  private from = 0;
  private startedAt = 0;

  constructor(private readonly withBar: boolean) {}

  line(text: string): void {
    this.bar?.stop();
    this.bar = null;
    process.stderr.write(`insider: ${text}\n`);
  }

  progress({ phase, done, total }: EdgarProgress): void {
    if (!this.withBar) return;
    if (this.bar === null || phase !== this.phase || this.bar.getTotal() !== total) this.begin(phase, done, total);
    this.bar?.update(done, { speed: this.speed(done) });
    if (done >= total) this.end();
  }

  end(): void {
    this.bar?.stop();
    this.bar = null;
  }

  private begin(phase: string, done: number, total: number): void {
    this.end();
    this.phase = phase;
    const format = `${phase} {bar} {value}/{total} · {percentage} % · {speed}/s · {eta_formatted} left`;
    this.bar = new SingleBar({
      format,
      stream: process.stderr,
      hideCursor: true,
      formatValue: (value, _, type) => (type === "percentage" ? String(Math.round(value)) : String(value)),
    });
    this.bar.start(total, done, { speed: "–" });
    this.from = done;
    this.startedAt = Date.now();
  }

  /** A second of its own, once there is a second to speak of. */
  private speed(done: number): string {
    const seconds = (Date.now() - this.startedAt) / 1000;
    return seconds < 1 ? "–" : ((done - this.from) / seconds).toFixed(1);
  }
}
