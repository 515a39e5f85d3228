import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SaxesParser } from "saxes";
import { readOwnershipXml } from "@/lib/sources/xml/read-ownership-xml";

const FILINGS = process.env.FILINGS_DIR ?? "../shared/filings";
const SEED = "tests/fixtures/seed/qualys-posey-form4.xml";
/** Enough documents for a second a round; they are held in memory so that no disk is measured. */
const DOCUMENTS = 4_000;
const ROUNDS = 12;

type Pass = (document: Uint8Array) => void;

/** Milliseconds for each document's best run, and for each whole round. */
interface Times {
  best: Float64Array;
  rounds: number[];
}

/**
 * Documents per second of bytes → document, beside a bare pass of the same tokenizer over the same decoded bytes that
 * does nothing. Both run in alternation, so that a busy machine slows both. Two ratios: of whole rounds (median), which
 * has the collector's pauses and whatever else runs, and of each document's best run, which other programs disturb least.
 */
export function benchParse(): void {
  const { documents, from } = corpus();
  const bytes = documents.reduce((sum, document) => sum + document.length, 0);
  console.log(`${documents.length} documents of ${(bytes / documents.length / 1000).toFixed(1)} kB, ${from}`);
  const bare = emptyTimes(documents);
  const read = emptyTimes(documents);
  for (let round = 0; round <= ROUNDS; round++) {
    // The first round warms both up and is not counted.
    timeRound(documents, barePass, round === 0 ? emptyTimes(documents) : bare);
    timeRound(documents, readOwnershipXml, round === 0 ? emptyTimes(documents) : read);
  }
  const rounds = read.rounds.map((time, i) => (bare.rounds[i] ?? 0) / time);
  console.log(`bare saxes pass   ${rates(documents, bare)}`);
  console.log(`bytes → document  ${rates(documents, read)}`);
  const best = sum(bare.best) / sum(read.best);
  console.log(`ratio             ${median(rounds).toFixed(2)} (rounds), ${best.toFixed(2)} (best runs); aim: 0.60`);
}

const decoder = new TextDecoder("utf-8", { fatal: true });

function barePass(document: Uint8Array): void {
  new SaxesParser().write(decoder.decode(document)).close();
}

function emptyTimes(documents: readonly Uint8Array[]): Times {
  return { best: new Float64Array(documents.length).fill(Number.POSITIVE_INFINITY), rounds: [] };
}

function timeRound(documents: readonly Uint8Array[], pass: Pass, times: Times): void {
  const start = performance.now();
  let before = start;
  for (const [i, document] of documents.entries()) {
    pass(document);
    const now = performance.now();
    times.best[i] = Math.min(times.best[i] ?? now, now - before);
    before = now;
  }
  times.rounds.push(before - start);
}

function rates(documents: readonly Uint8Array[], times: Times): string {
  const rate = (milliseconds: number) =>
    Math.round(documents.length / (milliseconds / 1000))
      .toLocaleString("en-US")
      .padStart(7);
  return `${rate(median(times.rounds))} documents/s (median round), ${rate(sum(times.best))} (best runs)`;
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Real filings where they are, spread over the issuers; else the seed filing repeated. */
function corpus(): { documents: Uint8Array[]; from: string } {
  const folder = join(FILINGS, "xml");
  if (!existsSync(folder)) {
    const seed = new Uint8Array(readFileSync(SEED));
    return { documents: Array.from({ length: DOCUMENTS }, () => seed), from: "the seed filing repeated" };
  }
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".xml"));
  const step = Math.max(1, paths.length / DOCUMENTS);
  const chosen = Array.from({ length: Math.min(DOCUMENTS, paths.length) }, (_, i) => paths[Math.floor(i * step)] ?? "");
  return { documents: chosen.map((path) => new Uint8Array(readFileSync(join(folder, path)))), from: "real filings" };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
