import { describe, expect, it } from "vitest";
import { IngestRun } from "@/lib/services/ingest/ingest-run";
import { prepareSource } from "@/lib/services/ingest/prepare-source";
import type { SourceOutcome } from "@/lib/services/ingest/read-sources";
import { documentOf, tx } from "@/tests/support/filing-builder";

const LACKING = { code: "dataset-table-missing", message: "q1.zip has no FOOTNOTES.tsv", path: "FOOTNOTES" };
const OWN = { code: "date-malformed", message: "not a date", path: "t1-tx1/transactionDate" };

const document = documentOf({ id: "0000000001-24-000001", rows: [tx("S", "2024-03-01", 1, 1, "D", 0)] });
const notice: SourceOutcome = { kind: "notice", file: "q1.zip", warning: LACKING };
const prepared = (warnings: (typeof OWN)[]): SourceOutcome => ({
  kind: "prepared",
  source: prepareSource("q1.zip!0000000001-24-000001", "dataset", document, warnings),
});

describe("an ingest's count of what it was told", () => {
  it("says once what a whole data set lacks, however many documents carry it", () => {
    const run = new IngestRun("run");
    expect(run.note(notice)).toEqual([LACKING]);
    expect(run.note(notice)).toEqual([]);
    expect(run.note(prepared([LACKING]))).toEqual([]);
    expect(run.note(prepared([LACKING, OWN]))).toEqual([OWN]);
    expect(run.summary).toMatchObject({
      warnings: 2,
      warningCodes: { "dataset-table-missing": 1, "date-malformed": 1 },
    });
    expect(run.notices).toEqual(["q1.zip: q1.zip has no FOOTNOTES.tsv"]);
    expect(run.documents).toBe(2);
  });

  it("counts failures by their code, and files of other kinds apart", () => {
    const run = new IngestRun("run");
    const error = { code: "source-empty", message: "x.xml is empty.", line: null, column: null, advice: null };
    run.note({ kind: "failed", file: "x.xml", error });
    run.note({ kind: "failed", file: "y.xml", error });
    run.note({ kind: "skipped", file: "readme.png", reason: "a picture" });
    run.count({ created: ["a"], replaced: [], unchanged: ["b", "c"] });
    expect(run.summary).toMatchObject({
      created: 1,
      unchanged: 2,
      failed: 2,
      skipped: 1,
      reasons: { "source-empty": 2 },
    });
    expect(run.documents).toBe(2);
  });
});
