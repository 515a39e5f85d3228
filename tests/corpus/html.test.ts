import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { documentDifferences } from "@/lib/ownership/core";
import type { ReadResult } from "@/lib/ownership/document";
import { readOwnershipHtml } from "@/lib/sources/html/read-ownership-html";
import { readOwnershipXml } from "@/lib/sources/xml/read-ownership-xml";
import { type RenditionStyle, renderOwnershipHtml } from "../support/rendition/render-ownership-html";

const FILINGS = process.env.FILINGS_DIR ?? join(process.cwd(), "../shared/filings");
const present = existsSync(join(FILINGS, "html"));
if (!present) console.log(`html: skipped, no renditions at ${FILINGS}`);

function page(name: string): string {
  return readFileSync(join(FILINGS, "html", name), "utf8");
}

function read(name: string): ReadResult {
  return readOwnershipHtml(readFileSync(join(FILINGS, "html", name)));
}

/** A page without what browsers change on saving, white space that HTML does not show, and spans of empty elements. */
function bare(html: string): string {
  return html
    .slice(html.indexOf("<body"))
    .replace(/<\/?tbody>/g, "")
    .replaceAll("https://www.sec.gov/", "/")
    .replaceAll("&nbsp;", "\u00a0")
    .replace(/[\s\u00a0]+/g, " ")
    .replace(/ ?(<[^>]*>) ?/g, "$1")
    .replaceAll('<span class="FormData"></span>', "")
    .replace(/></g, ">\n<");
}

describe.skipIf(!present)("the rendition's own markup", () => {
  it.each<[string, RenditionStyle]>([
    ["0001127602-15-028697.html", { titles: "spans" }],
    ["0001209191-22-024550.html", { titles: "spans" }],
    ["form3.snow.html", {}],
    ["form4.Evans.html", { titles: "spans", emptyRemarks: true }],
    ["form5.snow.html", { emptyRemarks: true }],
  ])("%s is printed again from what was read of it", (name, style) => {
    const { document } = read(name);
    expect(bare(renderOwnershipHtml(document, style))).toBe(bare(page(name)));
  });
});

describe.skipIf(!present)("real renditions, checked by hand", () => {
  it("Form 4 of 2022: footnotes on figures, a strike of 0, derivative holdings", () => {
    const { document, warnings } = read("0001209191-22-024550.html");
    expect(warnings).toEqual([]);
    expect(document).toMatchObject({
      // The page's own address, not the file's name, says which filing it is.
      accession: "0001209191-22-024552",
      documentType: "4",
      periodOfReport: "2022-04-13",
      dateOfOriginalSubmission: null,
      notSubjectToSection16: "0",
      aff10b5One: null,
      form3HoldingsReported: null,
      issuer: { issuerCik: "0001652044", issuerName: "Alphabet Inc.", issuerTradingSymbol: "GOOG" },
      signatures: [
        { signatureName: "/s/ Valentina Margulis, as Attorney-in-Fact for Sergey Brin", signatureDate: "2022-04-15" },
      ],
    });
    expect(document.reportingOwners).toEqual([
      expect.objectContaining({
        rptOwnerCik: "0001295032",
        rptOwnerName: "Sergey Brin",
        rptOwnerStreet1: "C/O ALPHABET INC.",
        rptOwnerStreet2: "1600 AMPHITHEATRE PKWY",
        rptOwnerCity: "MOUNTAIN VIEW",
        rptOwnerState: "CA",
        rptOwnerZipCode: "94043",
        isDirector: "1",
        isTenPercentOwner: "1",
        isOfficer: "0",
        isOther: "0",
        officerTitle: null,
        otherText: null,
      }),
    ]);
    expect(document.nonDerivativeTable).toHaveLength(6);
    expect(document.nonDerivativeTable[0]).toEqual({
      kind: "transaction",
      securityTitle: { value: "Class A Common Stock", footnoteIds: ["F1"] },
      transactionDate: { value: "2022-04-13", footnoteIds: [] },
      transactionCode: { value: "S", footnoteIds: [] },
      transactionShares: { value: "400", footnoteIds: [] },
      transactionPricePerShare: { value: "2598.325", footnoteIds: ["F2"] },
      transactionAcquiredDisposedCode: { value: "D", footnoteIds: [] },
      sharesOwnedFollowingTransaction: { value: "2310", footnoteIds: [] },
      directOrIndirectOwnership: { value: "D", footnoteIds: [] },
    });
    expect(document.nonDerivativeTable[5]?.sharesOwnedFollowingTransaction?.value).toBe("0");
    expect(document.derivativeTable).toHaveLength(3);
    expect(document.derivativeTable[1]).toEqual({
      kind: "holding",
      securityTitle: { value: "Class B Common Stock", footnoteIds: [] },
      conversionOrExercisePrice: { value: "0.00", footnoteIds: [] },
      exerciseDate: { value: null, footnoteIds: ["F6"] },
      expirationDate: { value: null, footnoteIds: ["F7"] },
      underlyingSecurityTitle: { value: "Class A Common Stock", footnoteIds: [] },
      underlyingSecurityShares: { value: "8635", footnoteIds: [] },
      sharesOwnedFollowingTransaction: { value: "8635", footnoteIds: [] },
      directOrIndirectOwnership: { value: "I", footnoteIds: [] },
      natureOfOwnership: { value: "SMB Pacific 2021 Charitable Remainder Unitrust I", footnoteIds: [] },
    });
    expect(document.footnotes.map((note) => note.id)).toEqual(["F1", "F2", "F3", "F4", "F5", "F6", "F7"]);
    expect(document.footnotes[5]?.text).toBe("All shares are exercisable as of the transaction date.");
    expect(document.remarks).toMatch(/^All transactions reported in this Form 4 .* additional Form 4\.$/);
  });

  it("Form 4 of 2015: 18 transactions and a holding, notes of two digits, remarks of two paragraphs", () => {
    const { document, warnings } = read("0001127602-15-028697.html");
    expect(warnings).toEqual([]);
    expect(document.accession).toBe("0001127602-15-028697");
    expect(document.reportingOwners[0]).toMatchObject({
      rptOwnerName: "Brin Sergey",
      isOfficer: "1",
      officerTitle: "Co-Founder",
      otherText: null,
    });
    expect(document.nonDerivativeTable.map((row) => row.kind)).toEqual([...Array(18).fill("transaction"), "holding"]);
    expect(document.nonDerivativeTable[11]).toMatchObject({
      transactionShares: { value: "300", footnoteIds: [] },
      transactionPricePerShare: { value: "647.5612", footnoteIds: ["F12"] },
      sharesOwnedFollowingTransaction: { value: "7064", footnoteIds: [] },
    });
    expect(document.derivativeTable).toEqual([
      expect.objectContaining({
        kind: "transaction",
        transactionCode: { value: "C", footnoteIds: [] },
        transactionShares: { value: "16670", footnoteIds: [] },
        transactionAcquiredDisposedCode: { value: "D", footnoteIds: [] },
        exerciseDate: { value: null, footnoteIds: ["F19"] },
        transactionPricePerShare: { value: "0", footnoteIds: [] },
        sharesOwnedFollowingTransaction: { value: "21109310", footnoteIds: [] },
      }),
    ]);
    expect(document.footnotes).toHaveLength(20);
    expect(document.remarks).toContain(
      "adopted by the Reporting Person.\n\nAs of October 2, 2015, pursuant to a merger",
    );
  });

  it("Form 4 of 2023: shares with a decimal, an empty Table II, no address in the page", () => {
    const { document } = read("form4.Evans.html");
    expect(document).toMatchObject({
      accession: null,
      periodOfReport: "2023-01-24",
      derivativeTable: [],
      remarks: null,
    });
    expect(document.reportingOwners[0]).toMatchObject({
      rptOwnerCik: "0001057067",
      rptOwnerName: "SULLIVAN NORA B",
      rptOwnerStreet2: null,
      isDirector: "1",
      isTenPercentOwner: "0",
    });
    expect(document.nonDerivativeTable).toEqual([
      expect.objectContaining({
        transactionShares: { value: "519", footnoteIds: ["F1"] },
        transactionPricePerShare: { value: "39.52", footnoteIds: [] },
        sharesOwnedFollowingTransaction: { value: "5381.2", footnoteIds: [] },
      }),
    ]);
  });

  it("Form 3: its own columns, several notes on one field, a strike in a note only", () => {
    const { document, warnings } = read("form3.snow.html");
    expect(warnings).toEqual([]);
    expect(document).toMatchObject({
      documentType: "3",
      periodOfReport: "2020-09-15",
      notSubjectToSection16: null,
      noSecuritiesOwned: null,
      nonDerivativeTable: [],
      remarks: "Exhibit 24 - Power of Attorney",
    });
    expect(document.derivativeTable).toHaveLength(6);
    expect(document.derivativeTable[0]).toEqual({
      kind: "holding",
      securityTitle: { value: "Series E Preferred Stock", footnoteIds: [] },
      conversionOrExercisePrice: { value: null, footnoteIds: ["F1"] },
      exerciseDate: { value: null, footnoteIds: ["F1"] },
      expirationDate: { value: null, footnoteIds: ["F1"] },
      underlyingSecurityTitle: { value: "Class B Common Stock", footnoteIds: ["F2", "F3"] },
      underlyingSecurityShares: { value: "134018", footnoteIds: [] },
      directOrIndirectOwnership: { value: "I", footnoteIds: [] },
      natureOfOwnership: { value: "Limited Partnership", footnoteIds: ["F4"] },
    });
    expect(document.derivativeTable[1]).toMatchObject({
      conversionOrExercisePrice: { value: "3.74", footnoteIds: [] },
      expirationDate: { value: "2028-04-14", footnoteIds: [] },
    });
  });

  it("Form 5: its own columns, a note on the code, holdings beside a transaction, empty boxes", () => {
    const { document, warnings } = read("form5.snow.html");
    expect(warnings).toEqual([]);
    expect(document).toMatchObject({
      documentType: "5",
      periodOfReport: "2022-01-31",
      notSubjectToSection16: "0",
      form3HoldingsReported: "0",
      form4TransactionsReported: "0",
      derivativeTable: [],
      remarks: null,
    });
    expect(document.nonDerivativeTable.map((row) => row.kind)).toEqual(["transaction", "holding", "holding"]);
    expect(document.nonDerivativeTable[0]).toMatchObject({
      transactionDate: { value: "2021-12-23", footnoteIds: [] },
      transactionCode: { value: "G", footnoteIds: ["F1"] },
      transactionShares: { value: "61386", footnoteIds: [] },
      transactionPricePerShare: { value: "0", footnoteIds: [] },
      sharesOwnedFollowingTransaction: { value: "54666", footnoteIds: ["F2"] },
    });
    expect(document.nonDerivativeTable[2]).toEqual({
      kind: "holding",
      securityTitle: { value: "Class A Common Stock", footnoteIds: [] },
      sharesOwnedFollowingTransaction: { value: "125737", footnoteIds: [] },
      directOrIndirectOwnership: { value: "I", footnoteIds: [] },
      natureOfOwnership: { value: "Trust", footnoteIds: ["F4"] },
    });
  });
});

/** Every curated file and every fifth other; all of them with FULL_CORPUS=1 (half a minute). */
function chosen(): string[] {
  const curated = new Set(
    readFileSync(join(FILINGS, "curated.tsv"), "utf8")
      .split("\n")
      .map((line) => line.split("\t")[0]),
  );
  const paths = readdirSync(join(FILINGS, "xml"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".xml"))
    .sort();
  return paths.filter((path, i) => process.env.FULL_CORPUS === "1" || i % 5 === 0 || curated.has(`xml/${path}`));
}

describe.skipIf(!existsSync(join(FILINGS, "xml")))(
  "real filings, printed as the stylesheet prints and read again",
  () => {
    it("give equal documents and no warning but that of joint filings", () => {
      const differing: string[] = [];
      const paths = chosen();
      for (const path of paths) {
        const xml = readOwnershipXml(readFileSync(join(FILINGS, "xml", path))).document;
        const printed = renderOwnershipHtml(xml, { planBox: xml.aff10b5One !== null });
        const { document, warnings } = readOwnershipHtml(printed);
        const found = warnings.filter(
          ({ code }) => code !== "relationship-of-joint-filing" || document.reportingOwners.length < 2,
        );
        differing.push(...documentDifferences(document, xml).map((name) => `${path}: ${name}`));
        differing.push(...found.map(({ code, message }) => `${path}: ${code} ${message}`));
      }
      expect(paths.length).toBeGreaterThan(1_700);
      expect(differing).toEqual([]);
    }, 300_000);
  },
);
