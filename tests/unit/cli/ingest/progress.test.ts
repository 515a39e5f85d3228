import { describe, expect, it } from "vitest";
import { ProgressReport, progressWords } from "@/lib/cli/ingest/progress";
import { roughDuration, TimeLeft } from "@/lib/cli/ingest/time-left";
import type { IngestProgress } from "@/lib/services/ingest/ingest-filings";

/** Plain lines as they would be written, by a clock that is set by hand. */
function plainReport() {
  const lines: string[] = [];
  let now = 1_000_000;
  const report = new ProgressReport({ terminal: false, clock: () => now, write: (text) => lines.push(text) });
  const at = (seconds: number, progress: IngestProgress) => {
    now = 1_000_000 + seconds * 1_000;
    report.update(progress);
  };
  return { lines, at, report };
}

const reading = (done: number, total: number | null, part: number | null): IngestProgress => {
  return { phase: "reading", done, total, part };
};

describe("an ingest's plain lines", () => {
  it("tell every ten seconds the rate, the part of an archive and the time left", () => {
    const { lines, at } = plainReport();
    at(0, reading(1, null, 0));
    at(2, reading(1_000, null, 0.05));
    at(9, reading(4_000, null, 0.19));
    at(12, reading(6_000, null, 0.25));
    at(21, reading(9_000, null, 0.43));
    at(22, reading(10_000, null, 0.45));
    // From the first mark at 2 s: 20 % in 10 s, 75 % to come. Then from the one at 12 s: 20 % in 10 s, 55 % to come.
    expect(lines).toEqual([
      "Reading: 6,000 filings (25 % of the input), 500/s, 38 s left to read\n",
      "Reading: 10,000 filings (45 % of the input), 455/s, 28 s left to read\n",
    ]);
  });

  it("count documents where names tell how many there are", () => {
    const { lines, at } = plainReport();
    at(0, reading(1, 20_000, 1 / 20_000));
    at(10, reading(5_000, 20_000, 0.25));
    expect(lines).toEqual(["Reading: 5,000 of 20,000 filings, 500/s, 31 s left to read\n"]);
  });

  it("say nothing of the time where it is not known what lies ahead, or before there is a pace", () => {
    const { lines, at } = plainReport();
    at(0, reading(1, null, null));
    at(10, reading(5_000, null, null));
    at(20, reading(8_000, null, 0));
    at(30, reading(8_100, null, 0.4));
    expect(lines).toEqual([
      "Reading: 5,000 filings, 500/s\n",
      "Reading: 8,000 filings (0 % of the input), 400/s\n",
      "Reading: 8,100 filings (40 % of the input), 270/s\n",
    ]);
  });

  it("count issuers where a stored ledger is checked", () => {
    const words = progressWords({ phase: "checking", done: 50, total: 200, part: 0.25 }, 10, 30);
    expect(words).toBe("50 of 200 issuers, 5/s, 30 s left to check");
  });

  it("tell the deriving pass for itself, by its own pace", () => {
    const { lines, at, report } = plainReport();
    at(0, reading(1, null, 0.1));
    at(10, reading(1_000, null, 0.9));
    const deriving = (done: number): IngestProgress => {
      return { phase: "deriving", done, total: 6_000, part: done / 6_000 };
    };
    at(11, deriving(0));
    at(14, deriving(1_500));
    report.line("insider: a line between");
    at(22, deriving(3_000));
    at(32, deriving(4_500));
    expect(lines).toEqual([
      "Reading: 1,000 filings (90 % of the input), 100/s, 2 s left to read\n",
      "insider: a line between\n",
      "Deriving: 3,000 of 6,000 filings, 273/s, 16 s left to derive\n",
      "Deriving: 4,500 of 6,000 filings, 214/s, 10 s left to derive\n",
    ]);
  });
});

describe("the time left", () => {
  it("goes by the last two minutes, however slow or fast it was before", () => {
    const left = new TimeLeft();
    // One per cent in ten seconds for 200 s, then one per cent a second.
    for (let s = 0; s <= 200; s += 10) left.secondsLeft(0.01 + s / 1_000, s * 1_000);
    expect(left.secondsLeft(0.21, 200_000)).toBeCloseTo(790, 6);
    let told: number | null = null;
    for (let s = 201; s <= 260; s++) told = left.secondsLeft(0.21 + (s - 200) / 100, s * 1_000);
    // At 260 s the mark of 140 s (0.15) is the first: 66 % in 120 s, 19 % to come.
    expect(told).toBeCloseTo((0.19 * 120) / 0.66, 6);
  });

  it("goes by the later half of a short work, so that starting slowly is soon forgotten", () => {
    const left = new TimeLeft();
    let told: number | null = null;
    // Half a per cent a second for ten seconds, then five.
    for (let s = 0; s <= 10; s++) told = left.secondsLeft(0.005 + s / 200, s * 1_000);
    expect(told).toBeCloseTo(0.945 / 0.005, 6);
    for (let s = 11; s <= 20; s++) told = left.secondsLeft(0.055 + (s - 10) / 20, s * 1_000);
    expect(told).toBeCloseTo(0.445 / 0.05, 6);
  });

  it("is unknown before three seconds of progress, and while nothing moves", () => {
    const left = new TimeLeft();
    expect(left.secondsLeft(0, 0)).toBeNull();
    expect(left.secondsLeft(0.1, 50_000)).toBeNull();
    expect(left.secondsLeft(0.2, 52_900)).toBeNull();
    expect(left.secondsLeft(0.1, 54_000)).toBeNull();
    expect(left.secondsLeft(0.5, 54_000)).toBeCloseTo(5, 6);
  });

  it("is written as roughly as it is known", () => {
    expect([0.2, 45, 99.5, 100, 719, 5_940, 12_000].map(roughDuration)).toEqual([
      "1 s",
      "45 s",
      "100 s",
      "2 min",
      "12 min",
      "99 min",
      "3 h 20 min",
    ]);
  });
});

it("a rate is not told of the first tenth of a second", () => {
  expect(progressWords(reading(50, null, null), 0.05, null)).toBe("50 filings, 0/s");
});
