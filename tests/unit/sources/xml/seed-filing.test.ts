import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Field, OwnershipRow } from "@/lib/ownership/document";
import { readOwnershipXml } from "@/lib/sources/xml/read-ownership-xml";

const bytes = readFileSync("tests/fixtures/seed/qualys-posey-form4.xml");
const { document, warnings } = readOwnershipXml(bytes, { file: "qualys-posey-form4.xml" });

function field(value: string | null, ...footnoteIds: string[]): Field {
  return { value, footnoteIds };
}

function commonStock(code: string, shares: string, price: Field, direction: string, after: string): OwnershipRow {
  return {
    kind: "transaction",
    securityTitle: field("Common Stock"),
    transactionDate: field("2018-12-10"),
    transactionFormType: field("4"),
    transactionCode: field(code, "F1"),
    equitySwapInvolved: field("0"),
    transactionShares: field(shares),
    transactionPricePerShare: price,
    transactionAcquiredDisposedCode: field(direction),
    sharesOwnedFollowingTransaction: field(after),
    directOrIndirectOwnership: field("D"),
  };
}

describe("the seed filing", () => {
  it("reads the filing, the issuer and the owner", () => {
    const { issuer, reportingOwners, nonDerivativeTable, derivativeTable, footnotes, signatures, ...filing } = document;
    expect(filing).toEqual({
      accession: null,
      filingDate: null,
      acceptedAt: null,
      schemaVersion: "X0306",
      documentType: "4",
      periodOfReport: "2018-12-10",
      dateOfOriginalSubmission: null,
      noSecuritiesOwned: null,
      notSubjectToSection16: "0",
      form3HoldingsReported: null,
      form4TransactionsReported: null,
      aff10b5One: null,
      remarks: null,
      header: null,
    });
    expect(issuer).toEqual({
      issuerCik: "0001107843",
      issuerName: "QUALYS, INC.",
      issuerTradingSymbol: "QLYS",
      issuerForeignTradingSymbol: null,
    });
    expect(reportingOwners).toEqual([
      {
        rptOwnerCik: "0001254781",
        rptOwnerCcc: null,
        rptOwnerName: "POSEY BRUCE K",
        rptOwnerStreet1: "C/O QUALYS, INC.",
        rptOwnerStreet2: "919 E. HILLSDALE BLVD.",
        rptOwnerCity: "FOSTER CITY",
        rptOwnerState: "CA",
        rptOwnerZipCode: "94404",
        rptOwnerStateDescription: null,
        rptOwnerGoodAddress: null,
        rptOwnerNonUSAddressFlag: null,
        rptOwnerNonUSStateTerritory: null,
        rptOwnerCountry: null,
        isDirector: "0",
        isOfficer: "1",
        isTenPercentOwner: "0",
        isOther: "0",
        officerTitle: "VP, GC and Corp. Sec.",
        otherText: null,
      },
    ]);
    expect(signatures).toEqual([{ signatureName: "/s/ Bruce Posey", signatureDate: "2018-12-11" }]);
  });

  it("reads every field of Table I with its footnotes", () => {
    expect(document.nonDerivativeTable).toEqual([
      commonStock("M", "2000", field("37.28"), "A", "59442"),
      commonStock("S", "782", field("75.5351", "F2"), "D", "58660"),
      commonStock("S", "1018", field("76.7832", "F3"), "D", "57642"),
      commonStock("S", "200", field("77.585", "F4"), "D", "57442"),
    ]);
  });

  it("reads every field of Table II in filed order", () => {
    expect(document.derivativeTable).toEqual([
      {
        kind: "transaction",
        securityTitle: field("Stock Option (right to buy)"),
        conversionOrExercisePrice: field("37.28"),
        transactionDate: field("2018-12-10"),
        transactionFormType: field("4"),
        transactionCode: field("M", "F1"),
        equitySwapInvolved: field("0"),
        transactionShares: field("2000"),
        transactionPricePerShare: field("0"),
        transactionAcquiredDisposedCode: field("D"),
        exerciseDate: field(null, "F5"),
        expirationDate: field("2025-07-29"),
        underlyingSecurityTitle: field("Common Stock"),
        underlyingSecurityShares: field("2000"),
        sharesOwnedFollowingTransaction: field("15000"),
        directOrIndirectOwnership: field("D"),
      },
    ]);
    expect(Object.keys(document.derivativeTable[0] ?? {}).slice(0, 4)).toEqual([
      "kind",
      "securityTitle",
      "conversionOrExercisePrice",
      "transactionDate",
    ]);
  });

  it("reads the five footnotes word for word", () => {
    const range = (low: string, high: string) =>
      `The sale price represents the weighted average price of the shares sold ranging from ${low} to ${high} per share. Upon request by the Commission staff, the Issuer or a security holder of the Issuer, the Reporting Person will provide full information regarding the number of shares sold at each separate price within the range set forth in this Form 4.`;
    expect(document.footnotes).toEqual([
      {
        id: "F1",
        text: "The sale transaction reported in this Form 4 was effected pursuant to a Rule 10b5-1 trading plan adopted by the Reporting Person on May 17, 2018.",
      },
      { id: "F2", text: range("$75.30", "$75.795") },
      { id: "F3", text: range("$76.56", "$77.19") },
      { id: "F4", text: range("$77.57", "$77.60") },
      { id: "F5", text: "This option is fully vested and immediately exercisable." },
    ]);
  });

  it("gives the same document for text as for bytes, and no warning", () => {
    expect(readOwnershipXml(bytes.toString("utf8"))).toEqual({ document, warnings });
    expect(warnings).toEqual([]);
  });
});
