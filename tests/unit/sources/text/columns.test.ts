import { describe, expect, it } from "vitest";
import { brief, read } from "./written-forms";

const HEAD_I =
  "| 1. Title of Security (Instr. 3) | 2. Transaction Date (Month/Day/Year) | 2A. Deemed Execution Date, if any | 3. Transaction Code (Instr. 8) | | 4. Securities Acquired (A) or Disposed Of (D) | | | 5. Amount of Securities Beneficially Owned Following Reported Transaction(s) | 6. Ownership Form: Direct (D) or Indirect (I) | 7. Nature of Indirect Beneficial Ownership |";

/** One purchase and one holding; the same in every spelling below. */
const PURCHASE = [
  "transaction",
  "securityTitle=Common Stock",
  "transactionDate=2024-03-04",
  "transactionCode=P",
  "transactionShares=1500",
  "transactionPricePerShare=12.5 F1",
  "transactionAcquiredDisposedCode=A",
  "sharesOwnedFollowingTransaction=21500.25",
  "directOrIndirectOwnership=D",
];
const HOLDING = [
  "holding",
  "securityTitle=Class B Common Stock",
  "sharesOwnedFollowingTransaction=7000",
  "directOrIndirectOwnership=I",
  "natureOfOwnership=By Doe Family Trust",
];
const explanations = "(1) Average.";

describe("Table I in other splits of its columns", () => {
  it.each([
    [
      "the form's own, without rules",
      `${HEAD_I}
| | | | Code | V | Amount | (A) or (D) | Price | | | |
| Common Stock | 03/04/2024 | | P | | 1,500 | A | $12.5(1) | 21,500.25 | D | |
| Class B Common Stock | | | | | | | | 7,000 | I | By Doe Family Trust |`,
    ],
    [
      "captions merged into one row, empty cells at the end left out",
      `${HEAD_I.replace(" | |", " |").replace(" | | |", " |")}
|--|--|
| Common Stock | 3/4/2024 | | P | | 1,500 | A | $ 12.5 (1) | 21,500.25 | D |
| Class B Common Stock | | | | | | | | 7,000 | I | By Doe Family Trust |`,
    ],
    [
      "code and V in one column",
      `${HEAD_I}
| Common Stock | 03/04/2024 | | P | 1,500 | A | $12.5 (1) | 21,500.25 | D | |
| Class B Common Stock | | | | | | | 7,000 | I | By Doe Family Trust |`,
    ],
    [
      "amount with its letter",
      `${HEAD_I}
| Common Stock | 03/04/2024 | | P | | 1,500 (A) | $12.5 (1) | 21,500.25 | D | |
| Class B Common Stock | | | | | | | 7,000 | I | By Doe Family Trust |`,
    ],
    [
      "amount, letter and price in one cell",
      `${HEAD_I}
| Common Stock | 03/04/2024 | | P | | 1,500 A $12.5 (1) | 21,500.25 | D | |
| Class B Common Stock | | | | | | 7,000 | I | By Doe Family Trust |`,
    ],
    [
      "a holding row without its empty cells",
      `${HEAD_I}
| Common Stock | 03/04/2024 | | P | | 1,500 | A | $12.5 (1) | 21,500.25 | D | |
| Class B Common Stock | 7,000 | I | By Doe Family Trust |`,
    ],
    [
      "pipes without outer ones",
      `Title | Transaction Date | Code | V | Amount | A/D | Price | Shares Owned | D or I | Nature
--- | --- | --- | --- | --- | --- | --- | --- | --- | ---
Common Stock | 03/04/2024 | P | | 1,500 | A | $12.5 (1) | 21,500.25 | D |
Class B Common Stock | | | | | | | 7,000 | I | By Doe Family Trust`,
    ],
    [
      "short captions in another order",
      `| Date | Security | Code | A/D | Amount | Price | Ownership | Nature | Shares owned after |
|--|--|--|--|--|--|--|--|--|
| 03/04/2024 | Common Stock | P | A | 1,500 | $12.5 (1) | D | | 21,500.25 |
| | Class B Common Stock | | | | | I | By Doe Family Trust | 7,000 |`,
    ],
    [
      "tabs",
      [
        "1. Title of Security\t2. Transaction Date\t3. Transaction Code\t4. Securities Acquired (A) or Disposed Of (D)\t\t\t5. Amount of Securities Beneficially Owned\t6. Ownership Form\t7. Nature of Indirect",
        "Common Stock\t03/04/2024\tP\t1,500\tA\t$12.5 (1)\t21,500.25\tD\t",
        "Class B Common Stock\t\t\t\t\t\t7,000\tI\tBy Doe Family Trust",
      ].join("\n"),
    ],
    [
      "no captions at all",
      `| Common Stock | 03/04/2024 | | P | | 1,500 | A | $12.5 (1) | 21,500.25 | D | |
| Class B Common Stock | | | | | | | | 7,000 | I | By Doe Family Trust |`,
    ],
    [
      "columns aligned by spaces",
      `1. Title of Security   2. Transaction  3. Transaction  4. Securities Acquired (A) or   5. Amount of  6. Ownership  7. Nature of Indirect
                       Date            Code            Disposed Of (D)                 Securities    Form:         Beneficial Ownership
                                       Code      V     Amount   (A) or (D)   Price     Owned
Common Stock           03/04/2024      P               1,500    A            $12.5(1)  21,500.25     D
Class B Common Stock                                                                   7,000         I             By Doe Family Trust`,
    ],
    [
      "columns ruled by dashes",
      `Title of Security     Transaction  Deemed      Code  V  Amount  A/D  Price      Owned      Form  Nature of Indirect Ownership
--------------------  -----------  ----------  ----  -  ------  ---  ---------  ---------  ----  ----------------------------
Common Stock          03/04/2024               P        1,500   A    $12.5 (1)  21,500.25  D
Class B Common Stock                                                            7,000      I     By Doe Family Trust`,
    ],
  ])("reads %s", (_, tableI) => {
    const { document, warnings } = read({ tableI, explanations });
    expect(brief(document.nonDerivativeTable)).toEqual([PURCHASE, HOLDING]);
    expect(warnings).toEqual([]);
  });

  it("reads dollar totals where shares belong", () => {
    const tableI = `${HEAD_I}
| Fund Units | 03/04/2024 | | P | | $1,500 | A | | $21,500 | D | |`;
    expect(brief(read({ tableI }).document.nonDerivativeTable)).toEqual([
      [
        "transaction",
        "securityTitle=Fund Units",
        "transactionDate=2024-03-04",
        "transactionCode=P",
        "transactionTotalValue=1500",
        "transactionAcquiredDisposedCode=A",
        "valueOwnedFollowingTransaction=21500",
        "directOrIndirectOwnership=D",
      ],
    ]);
  });

  it("reads code marks: V, equity swap, the form on which the row was due", () => {
    const row = (code: string, v: string) =>
      `| Common Stock | 03/04/2024 | 03/05/2024 | ${code} | ${v} | 10 | D | $0 | 90 | D | |`;
    const tableI = [HEAD_I, row("G (1)", "V"), row("S/K", ""), row("P4", ""), row("J", "V (1)")].join("\n");
    const rows = read({ tableI, explanations }).document.nonDerivativeTable;
    expect(brief(rows).map((row) => row.slice(3, -5))).toEqual([
      ["deemedExecutionDate=2024-03-05", "transactionCode=G F1", "transactionTimeliness=E"],
      ["deemedExecutionDate=2024-03-05", "transactionCode=S", "equitySwapInvolved=1"],
      ["deemedExecutionDate=2024-03-05", "transactionFormType=4", "transactionCode=P"],
      ["deemedExecutionDate=2024-03-05", "transactionCode=J", "transactionTimeliness=E F1"],
    ]);
  });

  it("reads V behind the code when it has no column", () => {
    const tableI = `${HEAD_I}\n| Common Stock | 03/04/2024 | | G V | 10 | D | $0 | 90 | D | |`;
    expect(brief(read({ tableI }).document.nonDerivativeTable)[0]?.slice(3, 5)).toEqual([
      "transactionCode=G",
      "transactionTimeliness=E",
    ]);
  });

  it("keeps an odd cell as printed, with a warning at its row", () => {
    const tableI = `${HEAD_I}
| Common Stock | 03/04/2024 | | P | | about 1,500 | A | $12.50 | 21,500 | D | |`;
    const { document, warnings } = read({ tableI });
    expect(document.nonDerivativeTable[0]?.transactionShares).toEqual({ value: "about 1,500", footnoteIds: [] });
    expect(warnings).toEqual([
      {
        code: "cell-unexpected",
        message: "“about 1,500” stands where a number belongs; it is kept as printed.",
        path: "t1-tx1/transactionShares",
      },
    ]);
  });
});

const HEAD_II =
  "| 1. Title of Derivative Security | 2. Conversion or Exercise Price of Derivative Security | 3. Transaction Date | 3A. Deemed Execution Date | 4. Transaction Code | | 5. Number of Derivative Securities Acquired (A) or Disposed of (D) | | 6. Date Exercisable and Expiration Date | | 7. Title and Amount of Securities Underlying Derivative Security | | 8. Price of Derivative Security | 9. Number of derivative Securities Beneficially Owned | 10. Ownership Form | 11. Nature of Indirect |";

const GRANT = [
  "transaction",
  "securityTitle=Stock Option (right to buy)",
  "conversionOrExercisePrice=9.99",
  "transactionDate=2024-03-04",
  "transactionCode=A",
  "transactionShares=4000",
  "transactionPricePerShare=0",
  "transactionAcquiredDisposedCode=A",
  "exerciseDate= F1",
  "expirationDate=2034-03-03",
  "underlyingSecurityTitle=Common Stock",
  "underlyingSecurityShares=4000",
  "sharesOwnedFollowingTransaction=4000",
  "directOrIndirectOwnership=D",
];

describe("Table II in other splits of its columns", () => {
  it.each([
    [
      "the form's own",
      `${HEAD_II}
| | | | | Code | V | (A) | (D) | Date Exercisable | Expiration Date | Title | Amount or Number of Shares | | | | |
| Stock Option (right to buy) | $9.99 | 03/04/2024 | | A | | 4,000 | | (1) | 03/03/2034 | Common Stock | 4,000 | $0 | 4,000 | D | |`,
    ],
    [
      "dates in one cell",
      `${HEAD_II.replace("Expiration Date | |", "Expiration Date |")}
| Stock Option (right to buy) | $9.99 | 03/04/2024 | | A | | 4,000 | | (1) 03/03/2034 | Common Stock | 4,000 | $0 | 4,000 | D | |`,
    ],
    [
      "underlying in one cell",
      `${HEAD_II}
| Stock Option (right to buy) | $9.99 | 03/04/2024 | | A | | 4,000 | | (1) | 03/03/2034 | Common Stock 4,000 | $0 | 4,000 | D | |`,
    ],
    [
      "amount and letter",
      `${HEAD_II}
| Stock Option (right to buy) | $9.99 | 03/04/2024 | | A | | 4,000 | A | (1) | 03/03/2034 | Common Stock | 4,000 | $0 | 4,000 | D | |`,
    ],
    [
      "amount and letter in one cell, code without V",
      `${HEAD_II}
| Stock Option (right to buy) | $9.99 | 03/04/2024 | | A | 4,000 A | (1) | 03/03/2034 | Common Stock | 4,000 | $0 | 4,000 | D | |`,
    ],
  ])("reads %s", (_, tableII) => {
    const { document, warnings } = read({ tableII, explanations });
    expect(brief(document.derivativeTable)).toEqual([GRANT]);
    expect(warnings).toEqual([]);
  });

  it("reads a column (D), footnotes in it, and a holding", () => {
    const tableII = `${HEAD_II}
| Stock Option (right to buy) | $9.99 | 03/04/2024 | | M | | | 250 (1) | 03/04/2020 | 03/03/2034 | Common Stock | 250 | $0 | 3,750 | D | |
| Warrant | (1) | | | | | | | (1) | (1) | Common Stock | 500 | | 500 | I | By spouse |`;
    const rows = brief(read({ tableII, explanations }).document.derivativeTable);
    expect(rows[0]?.slice(5, 9)).toEqual([
      "transactionShares=250 F1",
      "transactionPricePerShare=0",
      "transactionAcquiredDisposedCode=D",
      "exerciseDate=2020-03-04",
    ]);
    expect(rows[1]).toEqual([
      "holding",
      "securityTitle=Warrant",
      "conversionOrExercisePrice= F1",
      "exerciseDate= F1",
      "expirationDate= F1",
      "underlyingSecurityTitle=Common Stock",
      "underlyingSecurityShares=500",
      "sharesOwnedFollowingTransaction=500",
      "directOrIndirectOwnership=I",
      "natureOfOwnership=By spouse",
    ]);
  });

  it("refuses a row that fits the columns in two ways", () => {
    const tableII = `Stock Option (right to buy) | $9.99 | 03/04/2024 | | A | | 4,000 | | (1) 03/03/2034 | Common Stock | 4,000 | $0 | 4,000 | D |`;
    expect(() => read({ tableII, explanations })).toThrow(
      "A row of Table II (line 23) can't be read: its cells fit the form's columns in more than one way.",
    );
  });

  it("reads (A) 0 beside (D) 250 as disposed of", () => {
    const tableII = `${HEAD_II}
| Warrant | $1 | 03/04/2024 | | X | | 0 | 250 | 03/04/2020 | 03/03/2034 | Common Stock | 250 | | 0 | D | |`;
    expect(brief(read({ tableII }).document.derivativeTable)[0]?.slice(5, 7)).toEqual([
      "transactionShares=250",
      "transactionAcquiredDisposedCode=D",
    ]);
  });
});
