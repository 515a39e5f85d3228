import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { filingFacts } from "@/lib/analytics/rows/filing-facts";
import type { OwnershipDocument } from "@/lib/ownership/document";
import { addComparisons, compareTruth, isComplete, type TruthComparison } from "@/lib/sample/compare-truth";
import { generateSample, type SampleOptions } from "@/lib/sample/generate-sample";
import { type IssuerTruth, TRUTH_KINDS } from "@/lib/sample/truth/truth";
import { ownershipXml } from "@/lib/sample/write/ownership-xml";
import { submissionText } from "@/lib/sample/write/submission-text";
import { writeSample } from "@/lib/sample/write-sample";
import { ingestFilings } from "@/lib/services/ingest/ingest-filings";
import { readForStore } from "@/lib/services/ingest/read-sources";
import { checkSample } from "@/lib/services/sample-check/check-sample";
import { foundTruth } from "@/lib/services/sample-check/found-truth";
import { openSources } from "@/lib/sources/containers/open-sources";
import { readDataset } from "@/lib/sources/dataset/read-dataset";
import { readSubmissionText } from "@/lib/sources/submission/read-submission-text";
import { readOwnershipXml } from "@/lib/sources/xml/read-ownership-xml";
import { dialects } from "@/tests/support/databases";

const folder = mkdtempSync(join(tmpdir(), "insider-truth-"));
afterAll(() => rmSync(folder, { recursive: true }));

const now = () => new Date("2026-07-01T12:00:00Z");

/** Every planted item of every kind found with all its values, and nothing else. */
const WHOLE = TRUTH_KINDS.map((kind) => ({ kind, precision: 1, recall: 1, missed: [], invented: [] }));

function summary({ kinds }: TruthComparison) {
  return kinds.map(({ kind, precision, recall, missed, invented }) => ({ kind, precision, recall, missed, invented }));
}

/** The measures over documents that the readers gave back, issuer by issuer, beside the truth. */
function compare(documents: Iterable<OwnershipDocument>, truth: readonly IssuerTruth[]): TruthComparison {
  const byIssuer = new Map<string, OwnershipDocument[]>();
  for (const document of documents) {
    const cik = document.issuer.issuerCik ?? "";
    byIssuer.set(cik, [...(byIssuer.get(cik) ?? []), document]);
  }
  return addComparisons(
    truth.map((issuer) => {
      const of = byIssuer.get(issuer.issuerCik) ?? [];
      const foreignPrivateIssuer = of.some((document) => document.issuer.issuerForeignTradingSymbol !== null);
      const filings = of.map((document) => filingFacts(document.accession ?? "", document));
      return compareTruth({ issuers: [issuer] }, foundTruth(issuer.issuerCik, filings, { foreignPrivateIssuer }));
    }),
  );
}

function marketRead(options: SampleOptions, read: (document: OwnershipDocument) => OwnershipDocument) {
  const { filings, truth } = generateSample(options);
  const documents = [...filings].map(({ document }) => read(document));
  expect(documents).toHaveLength(options.filings);
  return compare(documents, truth);
}

async function readFolder(out: string): Promise<OwnershipDocument[]> {
  const documents: OwnershipDocument[] = [];
  for await (const item of openSources([out])) {
    if (item.kind !== "dataset") continue;
    for await (const outcome of readDataset(item.dataset)) if ("document" in outcome) documents.push(outcome.document);
  }
  return documents;
}

describe("the measures find all that is true in 2,000 filings, and nothing else", () => {
  it("seed 1, as submission texts", () => {
    const compared = marketRead(
      { filings: 2000, seed: 1, as: "submission" },
      (document) => readSubmissionText(submissionText(document)).document,
    );
    expect(summary(compared)).toEqual(WHOLE);
  });

  it("seed 2, as XML with sidecars", () => {
    const compared = marketRead({ filings: 2000, seed: 2, as: "xml" }, (document) => {
      const { accession, filingDate } = document;
      return { ...readOwnershipXml(ownershipXml(document)).document, accession, filingDate };
    });
    expect(summary(compared)).toEqual(WHOLE);
  });

  it("seed 3, as data sets", async () => {
    const out = join(folder, "dataset");
    await writeSample({ filings: 2000, seed: 3, as: "dataset", out });
    const { filings, truth } = generateSample({ filings: 2000, seed: 3, as: "dataset" });
    expect([...filings]).toHaveLength(2000);
    const documents = await readFolder(out);
    expect(documents).toHaveLength(2000);
    expect(summary(compare(documents, truth))).toEqual(WHOLE);
  });

  it("whatever the order of the filings", () => {
    const { filings, truth } = generateSample({ filings: 300, seed: 7 });
    const documents = [...filings].map(({ document }) => document);
    expect(isComplete(compare(documents.reverse(), truth))).toBe(true);
  });
});

describe.each(dialects())("a sample stored in $name", (dialect) => {
  it.each(["submission", "dataset"] as const)("as %s, checks against its truth.json", async (as) => {
    const out = join(folder, `${dialect.name}-${as}`);
    const written = await writeSample({ filings: 240, seed: 11, as, out });
    const database = await dialect.create();
    try {
      const store = await database.open();
      const { created, failed } = await ingestFilings(store, readForStore([out], {}), { now });
      expect([created, failed]).toEqual([240, 0]);
      const check = await checkSample(store, out);
      expect(check).toMatchObject({ issuers: 5, filings: { planted: 240, stored: 240 }, otherIssuers: 0 });
      expect(check.kinds.map((kind) => kind.kind)).toEqual([...TRUTH_KINDS]);
      for (const { kind, planted, found, missed, invented } of check.kinds) {
        expect({ kind, found, missed, invented }).toEqual({ kind, found: planted, missed: [], invented: [] });
      }
      // A check that always agreed would be none: another number in the truth shows, and so does a truth without an item.
      changeTruth(written.truthFile, /("key":"\d+\|S","rows":)(\d+)/, (_, head, rows) => `${head}${Number(rows) + 1}`);
      changeTruth(written.truthFile, /"gifts":\[\{[^}]*\},/, () => '"gifts":[');
      const changed = (await checkSample(store, out)).kinds.filter(
        (kind) => kind.missed.length + kind.invented.length > 0,
      );
      expect(changed).toMatchObject([
        { kind: "gifts", missed: [], invented: [expect.stringMatching(/^\d{10}-\d{2}-\d{6}#t1-tx\d+$/)], recall: 1 },
        { kind: "totals", missed: [{ differences: [expect.stringMatching(/^rows: expected \d+, found \d+$/)] }] },
      ]);
    } finally {
      await database.drop();
    }
  });

  it("says what an empty database lacks, and what is no truth file", async () => {
    const out = join(folder, `${dialect.name}-empty`);
    const { truthFile } = await writeSample({ filings: 40, seed: 12, out });
    const database = await dialect.create();
    try {
      const store = await database.open();
      const check = await checkSample(store, out);
      expect(check).toMatchObject({ issuers: 1, filings: { planted: 40, stored: 0 }, otherIssuers: 0 });
      expect(check.kinds.find(({ kind }) => kind === "totals")).toMatchObject({ found: 0, precision: null, recall: 0 });
      changeTruth(truthFile, /\n\]\}\n$/, () => "");
      await expect(checkSample(store, out)).rejects.toMatchObject({ code: "truth-invalid", place: { line: 2 } });
      await expect(checkSample(store, folder)).rejects.toMatchObject({ code: "truth-missing" });
    } finally {
      await database.drop();
    }
  });
});

function changeTruth(file: string, pattern: RegExp, replace: (...groups: string[]) => string): void {
  const text = readFileSync(file, "utf8");
  expect(text).toMatch(pattern);
  writeFileSync(file, text.replace(pattern, replace));
}
