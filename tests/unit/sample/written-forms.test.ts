import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { documentDifferences } from "@/lib/ownership/core";
import type { OwnershipDocument } from "@/lib/ownership/document";
import type { Truth } from "@/lib/sample/truth/truth";
import { ownershipXml } from "@/lib/sample/write/ownership-xml";
import { submissionText } from "@/lib/sample/write/submission-text";
import { writeSample } from "@/lib/sample/write-sample";
import { openSources } from "@/lib/sources/containers/open-sources";
import { readDataset } from "@/lib/sources/dataset/read-dataset";
import { readSidecar } from "@/lib/sources/identity/sidecar";
import { readSubmissionText } from "@/lib/sources/submission/read-submission-text";
import { readOwnershipXml } from "@/lib/sources/xml/read-ownership-xml";
import { marketOf } from "./markets";

const folder = mkdtempSync(join(tmpdir(), "insider-sample-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What raw XML holds of a document. */
function withoutHeader(document: OwnershipDocument): OwnershipDocument {
  return { ...document, accession: null, filingDate: null, acceptedAt: null };
}

describe("the written forms", () => {
  it("XML reads back as the very document, without a warning", () => {
    for (const { document } of marketOf({ filings: 2000, seed: 1 }).filings) {
      const read = readOwnershipXml(ownershipXml(document));
      expect(read.warnings).toEqual([]);
      expect(read.document).toEqual(withoutHeader(document));
    }
  });

  it("a submission text gives back the header facts, the instant of acceptance to the second", () => {
    for (const { document } of marketOf({ filings: 500, seed: 2 }).filings) {
      const read = readSubmissionText(submissionText(document));
      expect(read.warnings).toEqual([]);
      const { header, ...facts } = read.document;
      expect(facts).toEqual({ ...document, header: undefined });
      expect(header?.issuer?.name).toBe(document.issuer.issuerName);
    }
  });

  it("a folder of XML has a sidecar for each filing and a truth file", async () => {
    const out = join(folder, "xml");
    const written = await writeSample({ filings: 120, seed: 5, as: "xml", out });
    expect(written).toMatchObject({ filings: 120, issuers: 3 });
    const { filings, truth } = marketOf({ filings: 120, seed: 5, as: "xml" });
    for (const { document, fileName } of filings) {
      const path = join(out, "xml", document.issuer.issuerCik ?? "", fileName);
      expect(readFileSync(path, "utf8")).toBe(ownershipXml(document));
      const identity = readSidecar(readFileSync(`${path}.identity.json`, "utf8"), path);
      expect(identity).toEqual({
        accession: document.accession,
        filed: document.filingDate,
        issuerCik: document.issuer.issuerCik,
        ownerCiks: document.reportingOwners.map((owner) => owner.rptOwnerCik),
      });
    }
    const file: Truth = JSON.parse(readFileSync(written.truthFile, "utf8"));
    expect(file).toEqual({ version: 1, seed: 5, as: "xml", filings: 120, issuers: truth });
    await expect(writeSample({ filings: 1, seed: 1, out })).rejects.toThrow(/not empty/);
  });

  it("data sets of every quarter give back documents with equal cores", async () => {
    const out = join(folder, "dataset");
    await writeSample({ filings: 300, seed: 6, as: "dataset", out });
    expect(readdirSync(out).filter((name) => !/^\d{4}q[1-4]_form345\.zip$/.test(name))).toEqual(["truth.json"]);
    const expected = new Map(
      marketOf({ filings: 300, seed: 6, as: "dataset" }).filings.map((f) => [f.document.accession, f.document]),
    );
    let read = 0;
    for await (const item of openSources([out])) {
      if (item.kind !== "dataset") continue;
      for await (const outcome of readDataset(item.dataset)) {
        expect(outcome).toMatchObject({ document: expect.anything() });
        if (!("document" in outcome)) continue;
        const { accession } = outcome.document;
        const document = expected.get(accession);
        if (document === undefined) throw new Error(`nobody wrote ${accession}`);
        expect([accession, documentDifferences(outcome.document, document)]).toEqual([accession, []]);
        expect(outcome.document.filingDate).toBe(document.filingDate);
        read += 1;
      }
    }
    expect(read).toBe(300);
  });
});
