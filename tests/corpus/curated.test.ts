import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { OwnershipDocument, OwnershipRow } from "@/lib/ownership/document";
import { isLeafName } from "@/lib/ownership/leaves";
import { readOwnershipXml } from "@/lib/sources/xml/read-ownership-xml";
import { CURATED } from "./curated-expectations";
import { accessionOf, FILINGS, hasFilings, tsvRows } from "./filings";

type Fact = string | number | null;

function rowsOf(document: OwnershipDocument, table: string, kind: string | undefined): OwnershipRow[] {
  const rows = table === "t1" ? document.nonDerivativeTable : document.derivativeTable;
  if (kind === undefined) return rows;
  return rows.filter((row) => row.kind === (kind === "tx" ? "transaction" : "holding"));
}

function rowFact(document: OwnershipDocument, key: string): Fact | undefined {
  const count = /^(t[12])(?:-(tx|h))?#$/.exec(key);
  if (count !== null) return rowsOf(document, count[1] ?? "", count[2]).length;
  const match = /^(t[12])-(tx|h)(\d+)\.(\w+)(\^?)$/.exec(key);
  if (match === null) return undefined;
  const [, table = "", kind, n, leaf = "", notes] = match;
  const row = rowsOf(document, table, kind)[Number(n) - 1];
  if (row === undefined || !isLeafName(leaf)) throw new Error(`There is no ${key}.`);
  return notes === "^" ? (row[leaf]?.footnoteIds.join(" ") ?? null) : (row[leaf]?.value ?? null);
}

function fact(document: OwnershipDocument, key: string): Fact | undefined {
  const ofRow = rowFact(document, key);
  if (ofRow !== undefined) return ofRow;
  if (key === "owners#") return document.reportingOwners.length;
  if (key === "signatures#") return document.signatures.length;
  if (key === "footnotes#") return document.footnotes.length;
  if (key === "footnoteIds") return document.footnotes.map((note) => note.id).join(" ");
  if (key === "footnote1") return document.footnotes[0]?.text.slice(0, 30);
  const [, holder, n, name = key] = /^(?:(issuer|owner)(\d*)\.)?(\w+)$/.exec(key) ?? [];
  const source =
    holder === "issuer" ? document.issuer : holder === "owner" ? document.reportingOwners[Number(n) - 1] : document;
  return new Map<string, Fact>(Object.entries(source ?? {})).get(name);
}

describe.skipIf(!hasFilings)("the curated quirks", () => {
  const curated = tsvRows("curated.tsv");

  it("are 116, each with its expectation", () => {
    expect(curated).toHaveLength(116);
    expect(curated.map((row) => accessionOf(row.file ?? "")).sort()).toEqual(Object.keys(CURATED).sort());
  });

  for (const { file = "", why = "" } of curated) {
    const accession = accessionOf(file);
    it(`${why} — ${accession}`, () => {
      const { document, warnings } = readOwnershipXml(readFileSync(join(FILINGS, file)), { file });
      const expected = CURATED[accession] ?? {};
      expect(Object.keys(expected).length).toBeGreaterThan(0);
      const found = Object.fromEntries(Object.keys(expected).map((key) => [key, fact(document, key)]));
      expect(found).toEqual(expected);
      expect(warnings).toEqual([]);
    });
  }
});
