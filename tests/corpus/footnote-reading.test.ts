import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readPlanDates } from "@/lib/analytics/footnotes/plan-notes/adoption-dates";
import { readPlanMention } from "@/lib/analytics/footnotes/plan-notes/plan-mention";
import { readPriceRanges } from "@/lib/analytics/footnotes/price-ranges";
import type { OwnershipDocument } from "@/lib/ownership/document";
import { readOwnershipXml } from "@/lib/sources/xml/read-ownership-xml";
import { FILINGS, hasFilings } from "./filings";

/** What was found, what was missed, what was made up; and where. */
class Score {
  hit = 0;
  readonly misses: string[] = [];
  readonly inventions: string[] = [];

  add(where: string, wanted: readonly string[], got: readonly string[]): void {
    this.hit += wanted.filter((entry) => got.includes(entry)).length;
    for (const entry of wanted) if (!got.includes(entry)) this.misses.push(`${where}: ${entry}`);
    for (const entry of got) if (!wanted.includes(entry)) this.inventions.push(`${where}: ${entry}`);
  }

  get recall(): number {
    return this.hit / (this.hit + this.misses.length);
  }

  get precision(): number {
    return this.hit / (this.hit + this.inventions.length);
  }

  /** A line for the docs, and what to reread. */
  report(name: string): string {
    const figures = `${name}: ${this.hit} found, ${this.misses.length} missed, ${this.inventions.length} made up`;
    return [
      figures,
      ...this.misses.map((miss) => `  missed ${miss}`),
      ...this.inventions.map((it) => `  made up ${it}`),
    ].join("\n");
  }
}

function labels(file: string): string[][] {
  const lines = readFileSync(`tests/corpus/labels/${file}`, "utf8").trimEnd().split("\n");
  return lines.slice(1).map((line) => line.split("\t"));
}

const PATHS = hasFilings ? pathsByAccession() : new Map<string, string>();
const DOCUMENTS = new Map<string, OwnershipDocument>();

function pathsByAccession(): Map<string, string> {
  const lines = readFileSync(`${FILINGS}/index.tsv`, "utf8").trimEnd().split("\n").slice(1);
  const files = lines.map((line) => line.split("\t")[0] ?? "");
  return new Map(files.map((file) => [file.slice(file.lastIndexOf("/") + 1, -".xml".length), `${FILINGS}/${file}`]));
}

/** The labelled text: a footnote, or the remarks. A label whose text is gone is an error, not a skip. */
function textOf(accession: string, note: string): string {
  let document = DOCUMENTS.get(accession);
  if (document === undefined) {
    document = readOwnershipXml(readFileSync(PATHS.get(accession) ?? accession)).document;
    DOCUMENTS.set(accession, document);
  }
  const text = note === "remarks" ? document.remarks : document.footnotes.find((entry) => entry.id === note)?.text;
  if (text === undefined || text === null) throw new Error(`${accession} has no ${note}`);
  return text;
}

interface PlanScores {
  mention: Score;
  negation: Score;
  planned: Score;
  adopted: Score;
  modified: Score;
}

function planScores(): PlanScores {
  return {
    mention: new Score(),
    negation: new Score(),
    planned: new Score(),
    adopted: new Score(),
    modified: new Score(),
  };
}

const flag = (is: boolean, name: string): string[] => (is ? [name] : []);
const listed = (cell: string): string[] => cell.split(";").filter(Boolean);

/** Compares one label (`accession, note, mention, negated, adoptionDates, modifiedDates`) with what the readers say of its text. */
function compare(scores: PlanScores, label: readonly string[], text: string): void {
  const [accession, note, mentions, negated, adopted = "", modified = ""] = label;
  const where = `${accession} ${note}`;
  const mention = readPlanMention(text);
  const dates = readPlanDates(text);
  scores.mention.add(where, flag(mentions === "1", "mention"), flag(mention !== null, "mention"));
  scores.negation.add(where, flag(negated === "1", "negated"), flag(mention?.negated === true, "negated"));
  const planned = mentions === "1" && negated === "0";
  scores.planned.add(where, flag(planned, "planned"), flag(mention?.stance === "planned", "planned"));
  scores.adopted.add(
    where,
    listed(adopted),
    dates.adoptionDates.map((entry) => entry.date),
  );
  scores.modified.add(
    where,
    listed(modified),
    dates.modifiedDates.map((entry) => entry.date),
  );
  for (const entry of [...dates.adoptionDates, ...dates.modifiedDates]) expect(text).toContain(entry.words);
  if (mention !== null) expect(text).toContain(mention.words);
}

function expectHigh(scores: readonly Score[]): void {
  for (const score of scores) {
    expect(score.hit).toBeGreaterThan(0);
    expect(score.precision).toBeGreaterThanOrEqual(0.99);
    expect(score.recall).toBeGreaterThanOrEqual(0.98);
  }
}

describe.skipIf(!hasFilings)("footnote reading over labelled real texts", () => {
  test("Rule 10b5-1: mention, negation, adoption and modification dates", () => {
    const scores = planScores();
    const texts = new Set<string>();
    for (const label of labels("plan-notes.tsv")) {
      const text = textOf(label[0] ?? "", label[1] ?? "");
      if (label[2] === "1") texts.add(text.replace(/\s+/g, " "));
      compare(scores, label, text);
    }
    console.log(`${texts.size} different texts that name the rule`);
    for (const [name, score] of Object.entries(scores)) console.log(score.report(name));
    expect(scores.negation.inventions).toEqual([]);
    expectHigh([scores.mention, scores.planned, scores.adopted, scores.modified]);
  });

  test("price ranges", () => {
    const score = new Score();
    for (const [accession = "", note = "", wanted = ""] of labels("price-ranges.tsv")) {
      const text = textOf(accession, note);
      const ranges = readPriceRanges(text);
      const pairs = listed(wanted).map((pair) => pair.split("-").map(Number).join("-"));
      const got = ranges.map((range) => `${range.low}-${range.high}`);
      score.add(`${accession} ${note}`, pairs, got);
      for (const range of ranges) expect(text).toContain(range.words);
    }
    console.log(score.report("ranges"));
    expectHigh([score]);
  });
});

const SUBMISSIONS_2024Q3 = `${FILINGS}/../datasets/2024q3/SUBMISSION.tsv`;

describe.skipIf(!existsSync(SUBMISSIONS_2024Q3))("remarks of the third quarter of 2024", () => {
  test("Rule 10b5-1: mention, negation, adoption dates", () => {
    const [head = "", ...lines] = readFileSync(SUBMISSIONS_2024Q3, "utf8").split("\n");
    const names = head.trim().split("\t");
    const cells = lines.map((line) => line.split("\t"));
    const column = (name: string) => names.indexOf(name);
    const remarks = new Map(cells.map((row) => [row[column("ACCESSION_NUMBER")], row[column("REMARKS")]?.trim()]));
    const scores = planScores();
    for (const label of labels("plan-remarks-2024q3.tsv")) {
      const text = remarks.get(label[0]);
      if (text === undefined) throw new Error(`${label[0]} has no remarks`);
      compare(scores, label, text);
    }
    for (const [name, score] of Object.entries(scores)) console.log(score.report(name));
    expectHigh([scores.mention, scores.negation, scores.planned, scores.adopted]);
    expect(scores.modified.inventions).toEqual([]);
  });
});
