import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LedgerError } from "@/lib/errors";
import { DEMO_MARKET } from "@/lib/sample/demo-market";
import { generateIssuers, generateSample } from "@/lib/sample/generate-sample";
import { marketOf } from "./markets";

describe("generateSample", () => {
  it("gives the same market for the same seed, and another for another", () => {
    const once = JSON.stringify(marketOf({ filings: 400, seed: 7 }));
    const { filings, truth } = generateSample({ filings: 400, seed: 7 });
    expect(JSON.stringify({ filings: [...filings], truth })).toBe(once);
    expect(JSON.stringify(marketOf({ filings: 400, seed: 8 }))).not.toBe(once);
  });

  it("gives exactly as many filings as asked for, each with an accession of its own", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 600 }),
        fc.integer(),
        fc.option(fc.integer({ min: 1, max: 20 })),
        (n, seed, k) => {
          const filings = [...generateSample({ filings: n, seed, issuers: k ?? undefined }).filings];
          expect(filings).toHaveLength(n);
          expect(new Set(filings.map(({ document }) => document.accession)).size).toBe(n);
        },
      ),
      // Six issuers, one filing each: what is too much stands at the foreign one.
      { numRuns: 60, examples: [[6, 377919803, 6]] },
    );
  });

  it("names nobody real: invented CIKs, symbols, names and accession prefixes", () => {
    for (const { document } of marketOf({ filings: 2000, seed: 1 }).filings) {
      expect(document.accession).toMatch(/^95\d{8}-\d{2}-\d{6}$/);
      expect(document.issuer.issuerCik).toMatch(/^90\d{8}$/);
      expect(document.issuer.issuerName).toMatch(/^Example /);
      expect(document.issuer.issuerTradingSymbol).toMatch(/^ZZ[A-Z]{2,3}$/);
      for (const owner of document.reportingOwners) {
        expect(owner.rptOwnerCik).toMatch(/^91\d{8}$/);
        expect(owner.rptOwnerName).toMatch(
          /^(Example|Sample|Fixture|Specimen|Mock|Invented|Fable|Notional|Pretend|Placeholder)/i,
        );
      }
    }
  });

  it("keeps within 2003 and the fixed end, files after trading, and asks for the box from April 2023", () => {
    for (const { document } of marketOf({ filings: 2000, seed: 2 }).filings) {
      const filed = document.filingDate ?? "";
      expect(filed >= "2003-07-01" && filed <= "2026-06-30").toBe(true);
      const isForm3 = document.documentType === "3";
      expect(document.aff10b5One !== null).toBe(filed >= "2023-04-01" && !isForm3);
      expect((document.periodOfReport ?? "") <= filed).toBe(true);
      expect(document.acceptedAt?.slice(0, 10) === filed || document.acceptedAt?.startsWith(dayAfter(filed))).toBe(
        true,
      );
    }
  });

  it("has the forms, literals and schema versions of the census", () => {
    const { filings } = marketOf({ filings: 2000, seed: 3 });
    const documents = filings.map(({ document }) => document);
    const values = (of: (d: (typeof documents)[number]) => string | null) => new Set(documents.map(of));
    expect([...values((d) => d.documentType)].sort()).toEqual(["3", "4", "4/A", "5"]);
    expect(values((d) => d.aff10b5One)).toEqual(new Set([null, "0", "1", "true", "false"]));
    for (const schema of ["X0206", "X0306", "X0407", "X0508", "X0609"])
      expect(values((d) => d.schemaVersion)).toContain(schema);
    expect(documents.some((d) => d.reportingOwners.length === 10)).toBe(true);
    expect(documents.some((d) => d.issuer.issuerForeignTradingSymbol !== null)).toBe(true);
    expect(documents.some((d) => d.noSecuritiesOwned === "1")).toBe(true);
  });

  it("leaves out what the written form can't say", () => {
    const xml = marketOf({ filings: 600, seed: 4, as: "xml" });
    expect(xml.filings.every(({ document }) => document.acceptedAt === null)).toBe(true);
    const dataset = marketOf({ filings: 600, seed: 4, as: "dataset" });
    for (const { document } of dataset.filings) {
      if ((document.filingDate ?? "") < "2025-01-01") expect(document.aff10b5One).toBeNull();
      for (const row of [...document.nonDerivativeTable, ...document.derivativeTable]) {
        expect(row.transactionPricePerShare?.value ?? "0").toMatch(/^\d+(\.\d{1,2})?$/);
        expect(row.transactionShares?.value ?? "0").toMatch(/^\d+(\.\d{1,2})?$/);
      }
    }
  });

  it("refuses a size that is none", () => {
    expect(() => generateSample({ filings: 0, seed: 1 })).toThrow(LedgerError);
    expect(() => generateSample({ filings: 1.5, seed: 1 })).toThrow(LedgerError);
    expect(() => generateSample({ filings: 10, seed: 1, issuers: 0 })).toThrow(LedgerError);
  });

  it("has a demo of 40 issuers and 1,800 filings", () => {
    const issuers = [...generateIssuers(DEMO_MARKET)];
    expect(issuers).toHaveLength(40);
    expect(issuers.reduce((sum, issuer) => sum + issuer.filings.length, 0)).toBe(1800);
  });
});

function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
