import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { OwnershipDocument } from "@/lib/ownership/document";
import { generateSample } from "@/lib/sample/generate-sample";
import { datasetLines, tableHeader } from "@/lib/sample/write/dataset-rows";
import { ownershipXml } from "@/lib/sample/write/ownership-xml";
import { submissionText } from "@/lib/sample/write/submission-text";
import { TABLE_NAMES } from "@/lib/sources/dataset/dataset-source";
import { readOwnershipXml } from "@/lib/sources/xml/read-ownership-xml";
import { type PrintStyle, printForm } from "../support/printed-form";
import { renderOwnershipHtml } from "../support/rendition/render-ownership-html";
import { archivesOf } from "./archives";

export const FORMATS = ["xml", "submission", "html", "text", "dataset", "containers"] as const;
export type Format = (typeof FORMATS)[number];

/** What is handed to the readers: one file, or the tables of a data set by their names. */
export interface FuzzInput {
  format: Format;
  /** What it was mutated from. */
  name: string;
  parts: ReadonlyMap<string, Buffer>;
}

export type Corpus = Readonly<Record<Format, readonly FuzzInput[]>>;

/** `real`: the filings at $FILINGS_DIR or ../shared/filings. `own`: fixtures and filings that the project writes itself. */
export type CorpusKind = "real" | "own";

export const FILINGS = process.env.FILINGS_DIR ?? "../shared/filings";

export const hasFilings = existsSync(join(FILINGS, "xml"));

const REAL_XML = 400;
const PRINTED = 60;
const FIXTURES = "tests/fixtures";

const STYLES: readonly PrintStyle[] = [
  { table: "markdown", ownV: true, rules: true, notes: "superscript", explanations: "1." },
  { table: "bare-pipes", ownV: false, rules: false, notes: "plain", explanations: "(1)" },
  { table: "aligned", ownV: true, rules: true, notes: "sup", explanations: "F1:" },
  { table: "aligned", ownV: true, rules: false, notes: "superscript", explanations: "1." },
];

/** The unmutated files of every form. */
export async function loadCorpus(kind: CorpusKind): Promise<Corpus> {
  const sample = [...generateSample({ filings: 120, seed: 7, issuers: 6 }).filings].map(({ document }) => document);
  const xml = kind === "real" ? realXml() : [...fixtures(".xml"), ...sample.map(writtenXml)];
  const printed = kind === "real" ? evenly(xml, PRINTED).flatMap(documentIn) : sample.slice(0, PRINTED);
  const submissions = kind === "real" ? filesIn(join(FILINGS, "submissions"), ".txt") : sample.map(writtenSubmission);
  const html = [...fixtures(".html"), ...(kind === "real" ? filesIn(join(FILINGS, "html"), ".html") : [])];
  return {
    xml: xml.map((file) => single("xml", file)),
    submission: [...fixtures(".txt"), ...submissions].map((file) => single("submission", file)),
    html: [...html, ...printed.map(rendered)].map((file) => single("html", file)),
    text: [...fixtures(".md"), ...printed.flatMap(asTexts)].map((file) => single("text", file)),
    dataset: quartersOf(sample),
    containers: (await archivesOf(evenly(xml, 12), evenly(submissions, 4))).map((file) => single("containers", file)),
  };
}

export interface CorpusFile {
  name: string;
  bytes: Buffer;
}

function single(format: Format, { name, bytes }: CorpusFile): FuzzInput {
  return { format, name, parts: new Map([[name, bytes]]) };
}

function filesIn(folder: string, ending: string): CorpusFile[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(ending));
  return names.sort().map((name) => ({ name: join(folder, name), bytes: readFileSync(join(folder, name)) }));
}

function fixtures(ending: string): CorpusFile[] {
  return filesIn(FIXTURES, ending).filter(({ name }) => !name.includes("schema"));
}

function realXml(): CorpusFile[] {
  const folder = join(FILINGS, "xml");
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".xml"));
  return evenly(names.sort(), REAL_XML).map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
}

/** So many of the items, spread over all of them. */
function evenly<T>(items: readonly T[], count: number): T[] {
  const step = Math.max(1, Math.floor(items.length / count));
  return items.filter((_, i) => i % step === 0).slice(0, count);
}

function documentIn({ bytes }: CorpusFile): OwnershipDocument[] {
  return [readOwnershipXml(bytes).document];
}

function writtenXml(document: OwnershipDocument): CorpusFile {
  return { name: `${document.accession}.xml`, bytes: Buffer.from(ownershipXml(document)) };
}

function writtenSubmission(document: OwnershipDocument): CorpusFile {
  return { name: `${document.accession}.txt`, bytes: Buffer.from(submissionText(document)) };
}

function rendered(document: OwnershipDocument, i: number): CorpusFile {
  return { name: `printed-${i}.html`, bytes: Buffer.from(renderOwnershipHtml(document)) };
}

function asTexts(document: OwnershipDocument, i: number): CorpusFile[] {
  return STYLES.map((style) => ({ name: `printed-${i}.txt`, bytes: Buffer.from(printForm(document, style)) }));
}

/** Data sets of a few filings each, with and without the column of the box. */
function quartersOf(documents: readonly OwnershipDocument[]): FuzzInput[] {
  return [3, 10, 40].map((size, i) => {
    const withBox = i % 2 === 0;
    const lines = new Map(TABLE_NAMES.map((table) => [table, [tableHeader(table, withBox)]]));
    let key = 1_000;
    for (const document of documents.slice(0, size)) {
      for (const [table, cells] of datasetLines(document, withBox, () => key++)) {
        lines.get(table)?.push(cells.map((cell) => cell?.replace(/\s+/g, " ") ?? ""));
      }
    }
    const parts = new Map(
      [...lines].map(([table, rows]) => [table, Buffer.from(rows.map((row) => `${row.join("\t")}\n`).join(""))]),
    );
    return { format: "dataset", name: `quarter of ${size}`, parts };
  });
}
