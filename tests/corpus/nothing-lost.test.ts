import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { readOwnershipXml } from "@/lib/sources/xml/read-ownership-xml";
import { documentLines } from "./document-lines";
import { accessionOf, hasFilings, xmlPaths } from "./filings";
import { scanRaw } from "./raw-scan";

/** What is only in the one and only in the other, as multisets. */
function difference(left: string[], right: string[]): string[] {
  const a = [...left].sort();
  const b = [...right].sort();
  if (a.length === b.length && a.every((line, i) => line === b[i])) return [];
  const counts = new Map<string, number>();
  for (const line of a) counts.set(line, (counts.get(line) ?? 0) + 1);
  for (const line of b) counts.set(line, (counts.get(line) ?? 0) - 1);
  return [...counts]
    .filter(([, count]) => count !== 0)
    .map(([line, count]) => `${count > 0 ? "lost" : "invented"}: ${line}`);
}

describe.skipIf(!hasFilings)("no element of a real filing is lost or invented", () => {
  const total = {
    documents: 0,
    texts: 0,
    references: 0,
    footnotes: 0,
    owners: 0,
    rows: { "t1-transaction": 0, "t1-holding": 0, "t2-transaction": 0, "t2-holding": 0 },
  };
  const differing: string[] = [];
  const warned: string[] = [];

  beforeAll(() => {
    for (const path of xmlPaths()) {
      const bytes = readFileSync(path);
      const { document, warnings } = readOwnershipXml(bytes, { file: path });
      const raw = scanRaw(bytes.toString("utf8"));
      for (const line of difference(raw, documentLines(document))) differing.push(`${accessionOf(path)} ${line}`);
      for (const warning of warnings) warned.push(`${accessionOf(path)} ${warning.code} ${warning.path}`);
      total.documents += 1;
      total.references += raw.filter((line) => / \^ F\d+$/.test(line)).length;
      total.texts += raw.filter((line) => line.includes(" = ")).length;
      total.footnotes += document.footnotes.length;
      total.owners += document.reportingOwners.length;
      for (const { kind } of document.nonDerivativeTable) total.rows[`t1-${kind}`] += 1;
      for (const { kind } of document.derivativeTable) total.rows[`t2-${kind}`] += 1;
    }
  });

  it("has every leaf text and footnote reference of the raw text in its place, and no other", () => {
    expect(differing).toEqual([]);
  });

  it("meets nothing that it does not know", () => {
    expect(warned).toEqual([]);
  });

  // Counted with grep and perl over the files.
  it("counts what the files hold", () => {
    expect(total.documents).toBe(8968);
    expect(Object.values(total.rows)).toEqual([14874, 4382, 5455, 925]);
    expect(total.owners).toBe(10104);
    expect(total.footnotes).toBe(23502);
    expect(total.references).toBe(43755);
    expect(total.texts).toBe(463173);
  });
});

describe("the independent scan itself", () => {
  it("sees a text and a reference that a parser could lose", () => {
    const xml = `<ownershipDocument><remarks>A &amp; B</remarks><nonDerivativeTable><nonDerivativeTransaction>
      <transactionCoding><transactionCode>S</transactionCode><footnoteId id="F1"/></transactionCoding>
      <securityTitle><value>X</value><footnoteId id="F2"/></securityTitle></nonDerivativeTransaction></nonDerivativeTable>
      <footnotes><footnote id="F1">n</footnote></footnotes></ownershipDocument>`;
    expect(scanRaw(xml)).toEqual([
      "remarks = A & B",
      "t1-tx1/transactionCode = S",
      "t1-tx1/transactionCode ^ F1",
      "t1-tx1/securityTitle = X",
      "t1-tx1/securityTitle ^ F2",
      "footnote F1 = n",
    ]);
    const lost = readOwnershipXml(xml).document;
    delete lost.nonDerivativeTable[0]?.securityTitle;
    expect(difference(scanRaw(xml), documentLines(lost))).toEqual([
      "lost: t1-tx1/securityTitle = X",
      "lost: t1-tx1/securityTitle ^ F2",
    ]);
  });
});
