import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SaxesParser } from "saxes";
import { readOwnershipXml } from "@/lib/sources/xml/read-ownership-xml";

const FILINGS = process.env.FILINGS_DIR ?? "../shared/filings";
const SEED = "tests/fixtures/seed/qualys-posey-form4.xml";
/** Enough documents for a second a round; they are held in memory so that no disk is measured. */
const DOCUMENTS = 4_000;
const ROUNDS = 9;

interface Round {
  bare: number;
  read: number;
}

/**
 * Documents per second of bytes → document, beside a bare pass of the same tokenizer over the same decoded bytes that
 * does nothing. Both run in alternation, so that a busy machine slows both; the ratio is the median over the rounds.
 */
export function benchParse(): void {
  const { documents, from } = corpus();
  const bytes = documents.reduce((sum, document) => sum + document.length, 0);
  console.log(`${documents.length} documents of ${(bytes / documents.length / 1000).toFixed(1)} kB, ${from}`);
  barePass(documents);
  readPass(documents);
  const rounds: Round[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    rounds.push({ bare: perSecond(documents, barePass), read: perSecond(documents, readPass) });
  }
  const ratio = median(rounds.map(({ bare, read }) => read / bare));
  console.log(`bare saxes pass   ${format(median(rounds.map(({ bare }) => bare)))} documents/s`);
  console.log(`bytes → document  ${format(median(rounds.map(({ read }) => read)))} documents/s`);
  console.log(`ratio             ${ratio.toFixed(2)} (median of ${ROUNDS} rounds; aim: 0.60)`);
}

function barePass(documents: readonly Uint8Array[]): void {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for (const document of documents) new SaxesParser().write(decoder.decode(document)).close();
}

function readPass(documents: readonly Uint8Array[]): void {
  for (const document of documents) readOwnershipXml(document);
}

function perSecond(documents: readonly Uint8Array[], pass: (documents: readonly Uint8Array[]) => void): number {
  const start = performance.now();
  pass(documents);
  return documents.length / ((performance.now() - start) / 1000);
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

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function format(value: number): string {
  return Math.round(value).toLocaleString("en-US").padStart(7);
}
