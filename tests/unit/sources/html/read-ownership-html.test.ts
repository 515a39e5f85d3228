import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { LedgerError } from "@/lib/errors";
import { documentDifferences } from "@/lib/ownership/core";
import type { ReadResult } from "@/lib/ownership/document";
import { readOwnershipHtml } from "@/lib/sources/html/read-ownership-html";
import { readOwnershipXml } from "@/lib/sources/xml/read-ownership-xml";

function fixture(name: string): string {
  return readFileSync(fileURLToPath(new URL(`../../../fixtures/html/${name}`, import.meta.url)), "utf8");
}

const FORM4 = fixture("form4.html");

function failure(html: string): LedgerError {
  try {
    readOwnershipHtml(html);
  } catch (error) {
    if (error instanceof LedgerError) return error;
    throw error;
  }
  throw new Error("The page was read.");
}

function codes({ warnings }: ReadResult): string[] {
  return warnings.map((warning) => warning.code);
}

describe("a rendition beside its XML", () => {
  it.each(["form3", "form3-nothing-owned", "form4", "form5"])("%s gives an equal document", (name) => {
    const { document } = readOwnershipHtml(fixture(`${name}.html`));
    const xml = readOwnershipXml(fixture(`${name}.xml`)).document;
    expect(documentDifferences(document, xml)).toEqual([]);
    expect(document.issuer).toEqual(xml.issuer);
    expect(document.footnotes).toEqual(xml.footnotes);
    expect(document.signatures).toEqual(xml.signatures);
    for (const key of [
      "remarks",
      "dateOfOriginalSubmission",
      "form3HoldingsReported",
      "form4TransactionsReported",
    ] as const)
      expect([key, document[key]]).toEqual([key, xml[key]]);
    for (const [i, owner] of document.reportingOwners.entries()) {
      const { rptOwnerCik, rptOwnerStreet1, rptOwnerStreet2, rptOwnerCity, rptOwnerState, rptOwnerZipCode } = owner;
      expect(xml.reportingOwners[i]).toMatchObject({
        rptOwnerCik,
        rptOwnerStreet1,
        rptOwnerStreet2,
        rptOwnerCity,
        rptOwnerState,
        rptOwnerZipCode,
      });
    }
  });

  it("Form 3: titles, values in dollars, brackets that are no footnotes", () => {
    const { document, warnings } = readOwnershipHtml(fixture("form3.html"));
    expect(warnings).toEqual([]);
    expect(document.reportingOwners).toEqual([
      expect.objectContaining({ isDirector: "0", isOfficer: "1", officerTitle: "Director", otherText: null }),
    ]);
    expect(document.nonDerivativeTable).toEqual([
      {
        kind: "holding",
        securityTitle: { value: "Common Stock (1)", footnoteIds: [] },
        sharesOwnedFollowingTransaction: { value: "12500.5", footnoteIds: ["F1", "F2"] },
        directOrIndirectOwnership: { value: "D", footnoteIds: [] },
      },
      {
        kind: "holding",
        securityTitle: { value: "5% Notes due 2030", footnoteIds: [] },
        valueOwnedFollowingTransaction: { value: "250000", footnoteIds: [] },
        directOrIndirectOwnership: { value: "I", footnoteIds: ["F3"] },
        natureOfOwnership: { value: "By Spouse", footnoteIds: [] },
      },
    ]);
    expect(document.derivativeTable[0]?.conversionOrExercisePrice).toEqual({ value: ".99", footnoteIds: [] });
    expect(document.derivativeTable[1]?.underlyingSecurityValue).toEqual({ value: "100000", footnoteIds: [] });
    expect(document.footnotes[3]).toEqual({ id: "F4", text: "Vests in 4 equal parts:\n1. on the grant\n2. later" });
    expect(document.footnotes[4]?.text).toBe("Converts at 80% of the market price <or less>.");
  });

  it("Form 3/A: nothing owned is the form's sentence, the same words as remarks are the filer's", () => {
    const html = fixture("form3-nothing-owned.html");
    const { document } = readOwnershipHtml(html);
    expect(document).toMatchObject({
      documentType: "3/A",
      dateOfOriginalSubmission: "2021-05-21",
      noSecuritiesOwned: "1",
      remarks: "No securities are beneficially owned.",
      nonDerivativeTable: [],
      derivativeTable: [],
    });
    expect(document.reportingOwners[0]).toMatchObject({ isOther: "1", officerTitle: null, otherText: "Former Chair" });
    const remarksOnly = readOwnershipHtml(
      html.replace('<tr><td class="MedSmallFormText"><b>No securities are beneficially owned.</b></td></tr>\n', ""),
    );
    expect(remarksOnly.document).toMatchObject({
      noSecuritiesOwned: null,
      remarks: "No securities are beneficially owned.",
    });
  });

  it("Form 4/A: swap, early mark, total value, several owners and signatures, ticked boxes", () => {
    const { document, warnings } = readOwnershipHtml(FORM4);
    expect(document).toMatchObject({
      accession: "0009900104-24-000007",
      documentType: "4/A",
      periodOfReport: "2024-02-28",
      dateOfOriginalSubmission: "2024-03-01",
      notSubjectToSection16: "1",
      aff10b5One: "1",
      schemaVersion: null,
      filingDate: null,
      acceptedAt: null,
      header: null,
    });
    expect(document.nonDerivativeTable.map((row) => row.kind)).toEqual([
      "transaction",
      "transaction",
      "transaction",
      "holding",
    ]);
    expect(document.nonDerivativeTable[0]).toEqual({
      kind: "transaction",
      securityTitle: { value: "Class A Common Stock", footnoteIds: ["F1", "F2"] },
      transactionDate: { value: "2024-02-28", footnoteIds: [] },
      deemedExecutionDate: { value: "2024-02-29", footnoteIds: [] },
      transactionCode: { value: "S", footnoteIds: ["F3"] },
      transactionShares: { value: "1234567", footnoteIds: [] },
      transactionPricePerShare: { value: "1002.5051", footnoteIds: ["F4"] },
      transactionAcquiredDisposedCode: { value: "D", footnoteIds: ["F5"] },
      sharesOwnedFollowingTransaction: { value: "7654321.25", footnoteIds: [] },
      directOrIndirectOwnership: { value: "I", footnoteIds: [] },
      natureOfOwnership: { value: "By Fund (1)", footnoteIds: ["F2"] },
    });
    expect(document.nonDerivativeTable[1]).toMatchObject({
      transactionTimeliness: { value: "E", footnoteIds: [] },
      transactionShares: { value: ".5", footnoteIds: [] },
      transactionPricePerShare: { value: "0", footnoteIds: [] },
      sharesOwnedFollowingTransaction: { value: "0", footnoteIds: [] },
    });
    expect(document.nonDerivativeTable[2]).toMatchObject({
      transactionShares: { value: null, footnoteIds: ["F4"] },
      transactionPricePerShare: { value: null, footnoteIds: ["F4"] },
    });
    expect(document.derivativeTable[0]).toMatchObject({
      transactionCode: { value: "S", footnoteIds: ["F5"] },
      equitySwapInvolved: { value: "1", footnoteIds: [] },
      transactionTotalValue: { value: "5000000", footnoteIds: [] },
      transactionAcquiredDisposedCode: { value: "D", footnoteIds: [] },
      valueOwnedFollowingTransaction: { value: "2500000", footnoteIds: [] },
    });
    expect(document.derivativeTable[0]).not.toHaveProperty("transactionShares");
    expect(document.derivativeTable[1]).toMatchObject({
      deemedExecutionDate: { value: null, footnoteIds: ["F1"] },
      transactionShares: { value: "2000", footnoteIds: ["F2"] },
      transactionAcquiredDisposedCode: { value: "A", footnoteIds: [] },
    });
    expect(document.signatures).toHaveLength(2);
    expect(warnings).toEqual([
      {
        code: "relationship-of-joint-filing",
        message: "The page prints the relationship once for all owners (isTenPercentOwner); whose it is can't be told.",
        path: "relationship",
      },
    ]);
    expect(
      document.reportingOwners.map((o) => [o.rptOwnerCik, o.isDirector, o.isOfficer, o.isTenPercentOwner]),
    ).toEqual([
      ["0009900104", "0", "0", null],
      ["0009900105", null, null, null],
    ]);
  });

  it("Form 5: what was due on other forms, both titles, a code with a note", () => {
    const { document, warnings } = readOwnershipHtml(fixture("form5.html"));
    expect(warnings).toEqual([]);
    expect(document).toMatchObject({ form3HoldingsReported: "1", form4TransactionsReported: "1", aff10b5One: "0" });
    expect(document.reportingOwners[0]).toMatchObject({ officerTitle: "Chief Lamplighter", otherText: "Trustee" });
    const printed = [...document.nonDerivativeTable, ...document.derivativeTable].map((row) => [
      row.kind,
      row.transactionCode?.value,
      row.transactionFormType?.value,
      row.equitySwapInvolved?.value,
    ]);
    expect(printed).toEqual([
      ["transaction", "P", "4", undefined],
      ["transaction", "G", undefined, undefined],
      ["holding", undefined, "3", undefined],
      ["transaction", "J", "4", "1"],
      ["holding", undefined, "3", undefined],
    ]);
  });
});

describe("the accession", () => {
  const page = fixture("form5.html");
  const url = "https://www.sec.gov/Archives/edgar/data/9900101/000990010424000099/xslF345X05/doc5.xml";

  it("comes from an option, else from an address of EDGAR's archive, else from nowhere", () => {
    expect(readOwnershipHtml(page).document.accession).toBeNull();
    expect(readOwnershipHtml(page, { url }).document.accession).toBe("0009900104-24-000099");
    expect(readOwnershipHtml(FORM4, { url }).document.accession).toBe("0009900104-24-000099");
    expect(readOwnershipHtml(FORM4, { url, accession: "000990010424000111" }).document.accession).toBe(
      "0009900104-24-000111",
    );
  });

  it("is not taken from another site's address", () => {
    const other = url.replace("www.sec.gov", "mirror.example");
    expect(readOwnershipHtml(page, { url: other }).document.accession).toBeNull();
  });
});

describe("what a later rendition adds", () => {
  it("reads the foreign trading symbol and the country by their captions", () => {
    const html = fixture("form5.html")
      .replace(
        '<tr><td valign="top">\n<span class="MedSmallFormText">3. Statement',
        '<tr><td valign="top"><span class="MedSmallFormText">2a. Foreign Trading Symbol</span><br>[ <span class="FormData">LNT.X</span> ]</td></tr>\n<tr><td valign="top">\n<span class="MedSmallFormText">3. Statement',
      )
      .replace(
        '<td width="33%" class="MedSmallFormText">(Zip)</td>\n</tr></table>',
        '<td width="33%" class="MedSmallFormText">(Zip)</td>\n</tr></table><table><tr><td><span class="FormData">FREEDONIA</span></td></tr></table><table><tr><td>(Country)</td></tr></table>',
      );
    const { document, warnings } = readOwnershipHtml(html);
    expect(warnings).toEqual([]);
    expect(document.issuer).toMatchObject({ issuerTradingSymbol: "LNTN", issuerForeignTradingSymbol: "LNT.X" });
    expect(document.reportingOwners[0]).toMatchObject({ rptOwnerZipCode: "00000", rptOwnerCountry: "FREEDONIA" });
  });

  it("says which numbered box and which tick box it doesn't know", () => {
    const boxed = FORM4.replace("4. If Amendment", "4b. Phase of the Moon</span><span>4. If Amendment");
    expect(readOwnershipHtml(boxed).warnings[0]).toMatchObject({
      code: "label-unknown",
      message: "The box “4b. Phase of the Moon” is unknown and was not read.",
    });
    const ticked = FORM4.replace("Check this box to indicate that a transaction was", "Check this box if the moon was");
    const read = readOwnershipHtml(ticked);
    expect(codes(read)).toContain("label-unknown");
    expect(read.document.aff10b5One).toBeNull();
  });

  it("refuses columns that it doesn't know", () => {
    const error = failure(FORM4.replace(">(A) or (D)</th>", ">Phase</th>"));
    expect(error.code).toBe("html-layout-unknown");
    expect(
      failure(FORM4.replace(/<th width="5%" align="center" class="SmallFormText">\(A\) or \(D\)<\/th>/, "")).code,
    ).toBe("html-layout-unknown");
  });
});

describe("odd cells", () => {
  it("keeps what doesn't fit as printed, with the row's anchor", () => {
    const html = FORM4.replace("1,234,567", "about a million").replace("02/29/2024</span>", "29 Feb 2024</span>");
    const { document, warnings } = readOwnershipHtml(html);
    expect(document.nonDerivativeTable[0]).toMatchObject({
      deemedExecutionDate: { value: "29 Feb 2024", footnoteIds: [] },
      transactionShares: { value: "about a million", footnoteIds: [] },
    });
    expect(warnings.filter((one) => one.code === "cell-unexpected").map((one) => one.path)).toEqual([
      "t1-tx1/deemedExecutionDate",
      "t1-tx1/transactionShares",
    ]);
  });

  it("doesn't read a box that holds anything but an X", () => {
    const html = fixture("form5.html").replace("\u00a0\u00a0", "maybe");
    const { document, warnings } = readOwnershipHtml(html);
    expect(document.notSubjectToSection16).toBeNull();
    expect(warnings).toEqual([
      {
        code: "box-unexpected",
        message: "“maybe” stands in a box where X or nothing belongs.",
        path: "notSubjectToSection16",
      },
    ]);
  });

  it("says which footnote is missing, and which explanation is none", () => {
    const html = FORM4.replace("4. A weighted average.", "A weighted average.");
    const { document, warnings } = readOwnershipHtml(html);
    expect(document.footnotes.map((note) => note.id)).toEqual(["F1", "F2", "F3", "F5"]);
    expect(warnings.map(({ code, message }) => [code, message]).slice(0, 1)).toEqual([
      ["explanation-unexpected", "“A weighted average.” among the explanations is no footnote and was not read."],
    ]);
    expect(warnings.at(-1)).toMatchObject({
      code: "footnote-missing",
      message: "A field refers to footnote F4, which is not there.",
    });
  });

  it("says so when owners seem to be missing", () => {
    const alone = FORM4.replace(
      /<table width="40%".*?<\/table>\n(?=<table border="0" width="100%">\n<tr><td class="MedSmallFormText"><b>Expl)/s,
      "",
    );
    const read = readOwnershipHtml(alone);
    expect(read.document.reportingOwners).toHaveLength(1);
    expect(read.warnings[0]).toMatchObject({
      code: "owner-count-differs",
      message: "The page says “Form filed by More than One Reporting Person” and names 1 reporting owner.",
    });
  });
});

describe("what is no whole rendition", () => {
  it.each(["", "Dear Sir", "<html><body><h1>Not found</h1></body></html>", "<p>FORM 4</p>", "\u0000\u0001"])(
    "refuses “%s”",
    (html) => {
      expect(failure(html).code).toBe("html-not-rendition");
    },
  );

  it.each<[string, RegExp]>([
    ["Table II", /<table[^>]*><thead>\n<tr><th[^>]*>\n<b>Table II.*?<\/table>/s],
    ["signature", /\*\* Signature of Reporting Person/],
    ["reporting owner", /1\. Name and Address of Reporting Person/g],
    ["issuer", /Issuer Name/],
    ["relationship to the issuer", /5\. Relationship of/],
    ["date of event, transaction or fiscal year", /3\. Date of Earliest/],
  ])("says that the %s is missing", (what, pattern) => {
    const error = failure(FORM4.replace(pattern, ""));
    expect(error.code).toBe("html-incomplete");
    expect(error.message).toContain(`has no ${what};`);
  });

  it("is never read in part when the page is cut", () => {
    const end = FORM4.indexOf("** Signature");
    for (let at = 0; at < end; at += 97) expect(failure(FORM4.slice(0, at))).toBeInstanceOf(LedgerError);
  });

  it("reads past tags that are left open", () => {
    const open = FORM4.replaceAll("</td>\n", "\n").replaceAll("</tr>\n", "\n").replaceAll("</p>", "");
    const { document } = readOwnershipHtml(open);
    expect(documentDifferences(document, readOwnershipHtml(FORM4).document)).toEqual([]);
  });

  it("refuses a row of another width, with its line", () => {
    const at = FORM4.indexOf('<td align="center"><span class="FormData">7,654,321.25</span></td>\n');
    const html = FORM4.replace('<td align="center"><span class="FormData">7,654,321.25</span></td>\n', "");
    const error = failure(html);
    expect(error.code).toBe("row-unreadable");
    expect(error.message).toContain("it has 10 cells for 11 columns");
    const row = FORM4.slice(0, FORM4.lastIndexOf("<tr>", at)).split("\n").length;
    expect(error.place.line).toBe(row);
  });

  it("refuses a row on both sides", () => {
    const html = FORM4.replace(
      '<td align="center"></td>\n<td align="center">\n<span class="SmallFormText">$</span><span class="SmallFormData">5,000,000</span>',
      '<td align="center">7</td>\n<td align="center">\n<span class="SmallFormText">$</span><span class="SmallFormData">5,000,000</span>',
    );
    expect(failure(html)).toMatchObject({ code: "row-unreadable" });
  });

  it("refuses giants and abysses quickly", () => {
    expect(failure(FORM4 + " ".repeat(5_000_000)).code).toBe("html-too-large");
    expect(failure(FORM4.replace("<body>", `<body>${"<div>".repeat(700_000)}`)).code).toBe("html-too-deep");
    expect(failure(`<title>FORM 4</title>${"<span>".repeat(60)}`).code).toBe("html-incomplete");
  });

  it("reads a page of 4 million characters, and lists a thousand of its oddities", () => {
    const { document, warnings } = readOwnershipHtml(
      FORM4.replace("<body>", `<body>${"<td><span>1. x</span></td>".repeat(140_000)}`),
    );
    expect(document.documentType).toBe("4/A");
    expect(warnings).toHaveLength(1_001);
    expect(warnings[0]).toMatchObject({ code: "label-unknown" });
    expect(warnings[1_000]?.message).toBe("139001 more warnings are not listed; the first 1000 are.");
  });

  it("names the file in an error", () => {
    expect(() => readOwnershipHtml("Dear Sir", { file: "letter.html" })).toThrow(
      expect.objectContaining({ place: { file: "letter.html", line: 1 } }),
    );
  });
});
