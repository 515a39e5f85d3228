import type { Judged } from "./messages";

const SLOWEST = 5;
const FAILURES_LISTED = 20;

/** What a run saw. */
export class Figures {
  readonly failures: Judged[] = [];
  private readonly outcomes = new Map<string, number>();
  private readonly slowest: Judged[] = [];
  private count = 0;
  private ms = 0;
  private bytes = 0;

  add(judged: Judged): void {
    this.count += 1;
    this.ms += judged.ms;
    this.bytes += judged.bytes;
    if (judged.failure !== null) this.failures.push(judged);
    const key = `${judged.format} ${judged.outcome ?? "FAILURE"}`;
    this.outcomes.set(key, (this.outcomes.get(key) ?? 0) + 1);
    this.slowest.push(judged);
    this.slowest.sort((a, b) => b.ms - a.ms).splice(SLOWEST);
  }

  /** Lines of a report; the peak memory is the whole process's. */
  report(): string[] {
    const sorted = [...this.outcomes].sort(([a, m], [b, n]) => formatOf(a).localeCompare(formatOf(b)) || n - m);
    return [
      `${this.count} inputs (${(this.bytes / 1e6).toFixed(0)} MB) in ${(this.ms / 1000).toFixed(1)} s; peak memory ${peakMb()} MB; ${this.failures.length} failures`,
      "",
      "outcomes:",
      ...sorted.map(([key, n]) => `${String(n).padStart(8)}  ${key}`),
      "",
      "slowest:",
      ...this.slowest.map((one) => `${one.ms.toFixed(0).padStart(8)} ms  ${described(one)}`),
      ...this.failures.slice(0, FAILURES_LISTED).flatMap((one) => ["", `FAILURE ${described(one)}`, one.failure ?? ""]),
    ];
  }
}

/** The most memory that the process held at one time, in MB. */
export function peakMb(): number {
  return Math.round((process.resourceUsage().maxRSS * 1024) / 1e6);
}

function formatOf(key: string): string {
  return key.slice(0, key.indexOf(" "));
}

function described({ n, format, name, bytes, outcome }: Judged): string {
  return `#${n} ${format}, ${bytes} bytes, from ${name}${outcome === null ? "" : `: ${outcome}`}`;
}
