import { describe, expect, it } from "vitest";
import { readOwnershipXml } from "@/lib/sources/xml/read-ownership-xml";
import { codes, HEAD, read, transaction, xml } from "./sample-xml";

describe("values", () => {
  it("trims the filed text and leaves its inside alone", () => {
    const { document } = read("<remarks>\n  Two  spaces\n and a line.  </remarks>");
    expect(document.remarks).toBe("Two  spaces\n and a line.");
  });

  it("reads empty, blank and absent elements as null", () => {
    const { document, warnings } = read(
      "<remarks>  </remarks><aff10b5One/><notSubjectToSection16></notSubjectToSection16>",
    );
    expect([document.remarks, document.aff10b5One, document.notSubjectToSection16]).toEqual([null, null, null]);
    expect(document.dateOfOriginalSubmission).toBeNull();
    expect(warnings).toEqual([]);
  });

  it("keeps numbers, dates and flags as they were written", () => {
    const { document } = read(
      `<aff10b5One>true</aff10b5One>${transaction(
        `<transactionDate><value>2024-03-05-05:00</value></transactionDate>
         <transactionAmounts><transactionShares><value>1200.5000</value></transactionShares>
         <transactionPricePerShare><value>.99</value></transactionPricePerShare></transactionAmounts>`,
      )}`,
    );
    expect(document.aff10b5One).toBe("true");
    expect(document.nonDerivativeTable[0]).toEqual({
      kind: "transaction",
      transactionDate: { value: "2024-03-05-05:00", footnoteIds: [] },
      transactionShares: { value: "1200.5000", footnoteIds: [] },
      transactionPricePerShare: { value: ".99", footnoteIds: [] },
    });
  });

  it("decodes entities, character references and CDATA, also side by side", () => {
    const { document } = read(
      "<remarks>A &amp; B&#39;s &lt;x&gt; &#x201C;q&#x201D; <![CDATA[<raw> & more]]>!</remarks>",
    );
    expect(document.remarks).toBe("A & B's <x> “q” <raw> & more!");
  });

  it("joins a text that a comment or an instruction splits", () => {
    const { document, warnings } = read("<remarks>one <!-- not filed --> two<?note ignore?> three</remarks>");
    expect(document.remarks).toBe("one  two three");
    expect(warnings).toEqual([]);
  });

  it("turns carriage returns into line feeds, as XML asks", () => {
    expect(read("<remarks>a\r\nb\rc</remarks>").document.remarks).toBe("a\nb\nc");
  });
});

describe("rows", () => {
  it("leaves out a leaf with neither value nor footnote, and keeps filed order", () => {
    const { document } = read(
      transaction(
        `<transactionDate><value>2024-03-05</value></transactionDate><deemedExecutionDate></deemedExecutionDate>
         <securityTitle><value>Common</value></securityTitle><transactionTimeliness><value></value></transactionTimeliness>`,
      ),
    );
    expect(Object.keys(document.nonDerivativeTable[0] ?? {})).toEqual(["kind", "transactionDate", "securityTitle"]);
  });

  it("keeps a leaf that has footnotes only, with value null", () => {
    const { document } = read(
      `${transaction(
        '<transactionAmounts><transactionPricePerShare><footnoteId id="F2"/><footnoteId id="F1"/></transactionPricePerShare></transactionAmounts>',
      )}<footnotes><footnote id="F1">one</footnote><footnote id="F2">two</footnote></footnotes>`,
    );
    expect(document.nonDerivativeTable[0]?.transactionPricePerShare).toEqual({
      value: null,
      footnoteIds: ["F2", "F1"],
    });
  });

  it("lists footnotes on the coding under the transaction code, whichever comes first", () => {
    const footnotes = '<footnotes><footnote id="F1">a</footnote><footnote id="F2">b</footnote></footnotes>';
    const after = `<transactionCoding><transactionFormType>4</transactionFormType><transactionCode>S</transactionCode>
      <equitySwapInvolved>0</equitySwapInvolved><footnoteId id="F1"/></transactionCoding>`;
    const before =
      '<transactionCoding><footnoteId id="F1"/><transactionCode>S<footnoteId id="F2"/></transactionCode></transactionCoding>';
    expect(read(transaction(after) + footnotes).document.nonDerivativeTable[0]?.transactionCode).toEqual({
      value: "S",
      footnoteIds: ["F1"],
    });
    const other = read(transaction(before) + footnotes);
    expect(other.document.nonDerivativeTable[0]?.transactionCode).toEqual({ value: "S", footnoteIds: ["F1", "F2"] });
    expect(other.warnings).toEqual([]);
  });

  it("lists the coding's footnotes of a Form 5 holding under the code it does not have", () => {
    const { document } = read(
      `<nonDerivativeTable><nonDerivativeHolding><transactionCoding><transactionFormType>3</transactionFormType><footnoteId id="F1"/>
       </transactionCoding></nonDerivativeHolding></nonDerivativeTable><footnotes><footnote id="F1">x</footnote></footnotes>`,
    );
    expect(document.nonDerivativeTable).toEqual([
      {
        kind: "holding",
        transactionFormType: { value: "3", footnoteIds: [] },
        transactionCode: { value: null, footnoteIds: ["F1"] },
      },
    ]);
  });

  it("keeps transactions and holdings of both tables in filed order, identical ones too", () => {
    const title = "<securityTitle><value>X</value></securityTitle>";
    const { document } = read(
      `<nonDerivativeTable><nonDerivativeHolding>${title}</nonDerivativeHolding><nonDerivativeTransaction>${title}</nonDerivativeTransaction>
       <nonDerivativeHolding>${title}</nonDerivativeHolding></nonDerivativeTable>
       <derivativeTable><derivativeTransaction>${title}</derivativeTransaction><derivativeHolding>${title}</derivativeHolding></derivativeTable>`,
    );
    expect(document.nonDerivativeTable.map((row) => row.kind)).toEqual(["holding", "transaction", "holding"]);
    expect(document.derivativeTable.map((row) => row.kind)).toEqual(["transaction", "holding"]);
  });

  it("reads dollar values in the place of shares", () => {
    const { document } = read(
      `<derivativeTable><derivativeTransaction>
       <transactionAmounts><transactionTotalValue><value>5000.25</value></transactionTotalValue></transactionAmounts>
       <underlyingSecurity><underlyingSecurityTitle><value>Common</value></underlyingSecurityTitle>
       <underlyingSecurityValue><value>100.12</value></underlyingSecurityValue></underlyingSecurity>
       <postTransactionAmounts><valueOwnedFollowingTransaction><value>80000</value></valueOwnedFollowingTransaction></postTransactionAmounts>
       </derivativeTransaction></derivativeTable>`,
    );
    expect(document.derivativeTable[0]).toEqual({
      kind: "transaction",
      transactionTotalValue: { value: "5000.25", footnoteIds: [] },
      underlyingSecurityTitle: { value: "Common", footnoteIds: [] },
      underlyingSecurityValue: { value: "100.12", footnoteIds: [] },
      valueOwnedFollowingTransaction: { value: "80000", footnoteIds: [] },
    });
  });
});

describe("owners, signatures, footnotes", () => {
  it("reads every owner with its own roles, and every signature", () => {
    const owner = (cik: string, role: string) =>
      `<reportingOwner><reportingOwnerId><rptOwnerCik>${cik}</rptOwnerCik></reportingOwnerId>
       <reportingOwnerRelationship><${role}>1</${role}></reportingOwnerRelationship></reportingOwner>`;
    const { document } = read(
      `${owner("0009990003", "isDirector")}${owner("0009990004", "isTenPercentOwner")}
       <ownerSignature><signatureName>/s/ A</signatureName><signatureDate>2024-03-06</signatureDate></ownerSignature>
       <ownerSignature><signatureName>/s/ B</signatureName></ownerSignature>`,
    );
    expect(document.reportingOwners.map((each) => [each.rptOwnerCik, each.isDirector, each.isTenPercentOwner])).toEqual(
      [
        ["0009990002", null, null],
        ["0009990003", "1", null],
        ["0009990004", null, "1"],
      ],
    );
    expect(document.signatures).toEqual([
      { signatureName: "/s/ A", signatureDate: "2024-03-06" },
      { signatureName: "/s/ B", signatureDate: null },
    ]);
  });

  it("keeps footnotes in filed order with their ids, an empty one as an empty text", () => {
    const { document } = read('<footnotes><footnote id="F2"> second </footnote><footnote id="F1"/></footnotes>');
    expect(document.footnotes).toEqual([
      { id: "F2", text: "second" },
      { id: "F1", text: "" },
    ]);
  });
});

describe("schemas", () => {
  it("reads the elements that X0609 added", () => {
    const head = `<schemaVersion>X0609</schemaVersion><documentType>4</documentType><periodOfReport>2026-05-19</periodOfReport>
      <issuer><issuerCik>1</issuerCik><issuerForeignTradingSymbol>9999.ZZ</issuerForeignTradingSymbol></issuer>
      <reportingOwner><reportingOwnerAddress><rptOwnerNonUSAddressFlag>true</rptOwnerNonUSAddressFlag>
      <rptOwnerNonUSStateTerritory>FAR SHORE</rptOwnerNonUSStateTerritory><rptOwnerCountry>X0</rptOwnerCountry>
      <rptOwnerGoodAddress>1</rptOwnerGoodAddress></reportingOwnerAddress></reportingOwner>`;
    const { document, warnings } = read("", head);
    const [owner] = document.reportingOwners;
    expect(document.issuer.issuerForeignTradingSymbol).toBe("9999.ZZ");
    expect([owner?.rptOwnerNonUSAddressFlag, owner?.rptOwnerNonUSStateTerritory, owner?.rptOwnerCountry]).toEqual([
      "true",
      "FAR SHORE",
      "X0",
    ]);
    expect(owner?.rptOwnerGoodAddress).toBe("1");
    expect(warnings).toEqual([]);
  });

  it("reads the filing-level elements of Forms 3 and 5 and of amendments", () => {
    const head = HEAD.replace(">4<", ">5/A<");
    const { document } = read(
      `<dateOfOriginalSubmission>2024-02-14</dateOfOriginalSubmission><noSecuritiesOwned>1</noSecuritiesOwned>
       <form3HoldingsReported>0</form3HoldingsReported><form4TransactionsReported>1</form4TransactionsReported>`,
      head,
    );
    expect(document).toMatchObject({
      documentType: "5/A",
      schemaVersion: null,
      dateOfOriginalSubmission: "2024-02-14",
      noSecuritiesOwned: "1",
      form3HoldingsReported: "0",
      form4TransactionsReported: "1",
    });
  });

  it("warns of a form or a schema that it does not know, and reads on", () => {
    const { document, warnings } = read(
      "<schemaVersion>X0701</schemaVersion>",
      HEAD.replace("<documentType>4<", "<documentType>144<"),
    );
    expect(document.schemaVersion).toBe("X0701");
    expect(codes(warnings)).toEqual([
      "document-type-unknown ownershipDocument/documentType",
      "schema-version-unknown ownershipDocument/schemaVersion",
    ]);
  });

  it("names what a document lacks", () => {
    const { document, warnings } = readOwnershipXml("<ownershipDocument/>");
    expect(document.reportingOwners).toEqual([]);
    expect(codes(warnings)).toEqual([
      "element-missing ownershipDocument/documentType",
      "element-missing ownershipDocument/periodOfReport",
      "element-missing ownershipDocument/issuer/issuerCik",
      "element-missing ownershipDocument/reportingOwner",
    ]);
  });

  it("has neither accession nor dates of filing: raw XML does not say them", () => {
    const { document } = readOwnershipXml(xml(""));
    expect([document.accession, document.filingDate, document.acceptedAt, document.header]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
