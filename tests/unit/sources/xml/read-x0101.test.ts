import { describe, expect, it } from "vitest";
import { codes, HEAD, read } from "./sample-xml";

const head = `<schemaVersion>X0101</schemaVersion>${HEAD}`;
const title = "<securityTitle><value>Common Stock</value></securityTitle>";

describe("schema X0101, whose rows stand under the root", () => {
  it("reads a transaction and calls its price by the later name", () => {
    const { document, warnings } = read(
      `<nonDerivativeSecurity>${title}<transactionDate><value>2003-06-10</value></transactionDate>
       <transactionCoding><transactionCode>S</transactionCode></transactionCoding>
       <transactionAmounts><transactionShares><value>2000</value></transactionShares>
       <transactionValue><value>8.50</value><footnoteId id="F1"/></transactionValue></transactionAmounts></nonDerivativeSecurity>
       <footnotes><footnote id="F1">Average.</footnote></footnotes>`,
      head,
    );
    expect(document.nonDerivativeTable).toEqual([
      {
        kind: "transaction",
        securityTitle: { value: "Common Stock", footnoteIds: [] },
        transactionDate: { value: "2003-06-10", footnoteIds: [] },
        transactionCode: { value: "S", footnoteIds: [] },
        transactionShares: { value: "2000", footnoteIds: [] },
        transactionPricePerShare: { value: "8.50", footnoteIds: ["F1"] },
      },
    ]);
    expect(warnings).toEqual([]);
  });

  it("reads a row without a transaction as a holding, in both tables", () => {
    const owned = `<postTransactionAmounts><sharesOwnedFollowingTransaction><value>500</value></sharesOwnedFollowingTransaction></postTransactionAmounts>`;
    const { document, warnings } = read(
      `<nonDerivativeSecurity>${title}${owned}</nonDerivativeSecurity>
       <derivativeSecurity>${title}<conversionOrExercisePrice><value>12</value></conversionOrExercisePrice>${owned}</derivativeSecurity>`,
      head,
    );
    expect(document.nonDerivativeTable.map((row) => row.kind)).toEqual(["holding"]);
    expect(document.derivativeTable).toEqual([
      {
        kind: "holding",
        securityTitle: { value: "Common Stock", footnoteIds: [] },
        conversionOrExercisePrice: { value: "12", footnoteIds: [] },
        sharesOwnedFollowingTransaction: { value: "500", footnoteIds: [] },
      },
    ]);
    expect(warnings).toEqual([]);
  });

  it("reads holdings that a security element wraps, without a row for the wrapper", () => {
    const { document, warnings } = read(
      `<nonDerivativeSecurity><nonDerivativeHolding>${title}</nonDerivativeHolding>
       <nonDerivativeTransaction>${title}</nonDerivativeTransaction></nonDerivativeSecurity>
       <derivativeSecurity><derivativeHolding>${title}</derivativeHolding></derivativeSecurity>`,
      head,
    );
    expect(document.nonDerivativeTable.map((row) => row.kind)).toEqual(["holding", "transaction"]);
    expect(document.derivativeTable.map((row) => row.kind)).toEqual(["holding"]);
    expect(warnings).toEqual([]);
  });

  it("keeps a wrapper's own fields as a row and says so", () => {
    const { document, warnings } = read(
      `<nonDerivativeSecurity>${title}<nonDerivativeHolding>${title}</nonDerivativeHolding></nonDerivativeSecurity>`,
      head,
    );
    expect(document.nonDerivativeTable.map((row) => row.kind)).toEqual(["holding", "holding"]);
    expect(codes(warnings)).toEqual(["row-wraps-rows t1-h2"]);
  });

  it("names a warning's row by its anchor, though the kind shows only at the row's end", () => {
    const { warnings } = read(
      `<nonDerivativeSecurity>${title}</nonDerivativeSecurity>
       <nonDerivativeSecurity><novelty>7</novelty>${title}<transactionDate><value>2003-06-10</value></transactionDate></nonDerivativeSecurity>`,
      head,
    );
    expect(codes(warnings)).toEqual(["element-unknown t1-tx1/novelty"]);
  });
});
