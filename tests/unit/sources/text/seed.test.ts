import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { documentDifferences } from "@/lib/ownership/core";
import { emptyDocument, emptyOwner, type OwnershipDocument, type OwnershipRow } from "@/lib/ownership/document";
import type { LeafName } from "@/lib/ownership/leaves";
import { documentId } from "@/lib/sources/document-id";
import { readOwnershipText } from "@/lib/sources/text/read-ownership-text";

const seed = readFileSync("tests/fixtures/seed/qualys-posey-form4.md", "utf8");

type Cell = string | [value: string | null, ...footnotes: string[]];

function transaction(cells: Partial<Record<LeafName, Cell>>): OwnershipRow {
  const row: OwnershipRow = { kind: "transaction" };
  for (const [leaf, cell] of Object.entries(cells) as [LeafName, Cell][]) {
    const [value, ...footnoteIds] = typeof cell === "string" ? [cell] : cell;
    row[leaf] = { value: value ?? null, footnoteIds: footnoteIds.filter((id) => id !== null) };
  }
  return row;
}

function sale(shares: string, price: string, note: string, after: string): OwnershipRow {
  return transaction({
    securityTitle: "Common Stock",
    transactionDate: "2018-12-10",
    transactionCode: ["S", "F1"],
    transactionShares: shares,
    transactionPricePerShare: [price, note],
    transactionAcquiredDisposedCode: "D",
    sharesOwnedFollowingTransaction: after,
    directOrIndirectOwnership: "D",
  });
}

function range(low: string, high: string): string {
  return `The sale price represents the weighted average price of the shares sold ranging from ${low} to ${high} per share. Upon request by the Commission staff, the Issuer or a security holder of the Issuer, the Reporting Person will provide full information regarding the number of shares sold at each separate price within the range set forth in this Form 4.`;
}

/** Written down from the form, by hand. */
const expected: OwnershipDocument = {
  ...emptyDocument(),
  documentType: "4",
  periodOfReport: "2018-12-10",
  issuer: {
    issuerCik: null,
    issuerName: "QUALYS, INC.",
    issuerTradingSymbol: "QLYS",
    issuerForeignTradingSymbol: null,
  },
  reportingOwners: [
    {
      ...emptyOwner(),
      rptOwnerName: "POSEY BRUCE K",
      rptOwnerStreet1: "C/O QUALYS, INC.",
      rptOwnerStreet2: "919 E. HILLSDALE BLVD.",
      rptOwnerCity: "FOSTER CITY",
      rptOwnerState: "CA",
      rptOwnerZipCode: "94404",
      isDirector: "0",
      isOfficer: "1",
      isTenPercentOwner: "0",
      isOther: "0",
      officerTitle: "VP, GC and Corp. Sec.",
    },
  ],
  nonDerivativeTable: [
    transaction({
      securityTitle: "Common Stock",
      transactionDate: "2018-12-10",
      transactionCode: ["M", "F1"],
      transactionShares: "2000",
      transactionPricePerShare: "37.28",
      transactionAcquiredDisposedCode: "A",
      sharesOwnedFollowingTransaction: "59442",
      directOrIndirectOwnership: "D",
    }),
    sale("782", "75.5351", "F2", "58660"),
    sale("1018", "76.7832", "F3", "57642"),
    sale("200", "77.585", "F4", "57442"),
  ],
  derivativeTable: [
    transaction({
      securityTitle: "Stock Option (right to buy)",
      conversionOrExercisePrice: "37.28",
      transactionDate: "2018-12-10",
      transactionCode: ["M", "F1"],
      transactionShares: "2000",
      transactionPricePerShare: "0.00",
      transactionAcquiredDisposedCode: "D",
      exerciseDate: [null, "F5"],
      expirationDate: "2025-07-29",
      underlyingSecurityTitle: "Common Stock",
      underlyingSecurityShares: "2000",
      sharesOwnedFollowingTransaction: "15000",
      directOrIndirectOwnership: "D",
    }),
  ],
  footnotes: [
    {
      id: "F1",
      text: "The sale transaction reported in this Form 4 was effected pursuant to a Rule 10b5-1 trading plan adopted by the Reporting Person on May 17, 2018.",
    },
    { id: "F2", text: range("$75.30", "$75.795") },
    { id: "F3", text: range("$76.56", "$77.19") },
    { id: "F4", text: range("$77.57", "$77.60") },
    { id: "F5", text: "This option is fully vested and immediately exercisable." },
  ],
  signatures: [{ signatureName: "/s/ Bruce Posey", signatureDate: "2018-12-11" }],
};

describe("the seed filing as Markdown", () => {
  it("reads every field as the form has it, without a warning", () => {
    expect(readOwnershipText(seed)).toEqual({ document: expected, warnings: [] });
  });

  it("differs in nothing from the document written down by hand", () => {
    expect(documentDifferences(readOwnershipText(seed).document, expected)).toEqual([]);
  });

  it("has an id of its core, for it names no accession", () => {
    const id = documentId(readOwnershipText(seed).document);
    expect(id).toMatch(/^doc-[0-9a-f]{12}$/);
    expect(documentId({ ...expected, accession: "0000000000-18-000001" })).toBe("0000000000-18-000001");
    expect(documentId(expected)).toBe(id);
  });

  it("reads the same with Windows line ends, a byte order mark and no rule rows", () => {
    const other = `\uFEFF${seed.replace(/^\|--.*\n/gm, "").replace(/\n/g, "\r\n")}`;
    expect(readOwnershipText(other)).toEqual({ document: expected, warnings: [] });
  });

  it("reads without its Table II", () => {
    const cut = seed.replace(/Table II[\s\S]*?(?=Explanation of Responses)/, "");
    const { document, warnings } = readOwnershipText(cut);
    expect(document).toEqual({ ...expected, derivativeTable: [] });
    expect(warnings).toEqual([]);
  });
});
