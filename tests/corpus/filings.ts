import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

/** Where the real filings are; they are no part of the project. */
export const FILINGS = process.env.FILINGS_DIR ?? "../shared/filings";

export const hasFilings = existsSync(join(FILINGS, "xml"));

if (!hasFilings) console.log(`No real filings at ${FILINGS}: the corpus tests are skipped (set FILINGS_DIR).`);

/** Paths of all XML filings, sorted. */
export function xmlPaths(): string[] {
  if (!hasFilings) return [];
  const folder = join(FILINGS, "xml");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".xml"))
    .sort()
    .map((path) => join(folder, path));
}

/** The rows of a tab-separated file of the corpus, by column name. */
export function tsvRows(name: string): Record<string, string>[] {
  if (!hasFilings) return [];
  const [head = "", ...lines] = readFileSync(join(FILINGS, name), "utf8").trimEnd().split("\n");
  const names = head.split("\t");
  return lines.map((line) => {
    const cells = line.split("\t");
    return Object.fromEntries(names.map((column, i) => [column, cells[i] ?? ""]));
  });
}

export function accessionOf(path: string): string {
  return basename(path).replace(/\.\w+$/, "");
}
