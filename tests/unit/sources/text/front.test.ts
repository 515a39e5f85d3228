import { describe, expect, it } from "vitest";
import { emptyOwner } from "@/lib/ownership/document";
import { FRONT, read } from "./written-forms";

const BOXES = "[X] Director [ ] 10% Owner [ ] Officer (give title below) [ ] Other (specify below)";

function withBoxes(boxes: string) {
  const owner = read({ front: FRONT.replace(BOXES, boxes) }).document.reportingOwners[0] ?? emptyOwner();
  const { isDirector, isTenPercentOwner, isOfficer, isOther, officerTitle, otherText } = owner;
  return [isDirector, isTenPercentOwner, isOfficer, isOther, officerTitle, otherText];
}

const DOE = {
  ...emptyOwner(),
  rptOwnerName: "DOE JANE",
  rptOwnerStreet1: "1 HARBOR STREET",
  rptOwnerCity: "PORTLAND",
  rptOwnerState: "ME",
  rptOwnerZipCode: "04101",
  isDirector: "1",
  isTenPercentOwner: "0",
  isOfficer: "0",
  isOther: "0",
};

describe("issuer, owner and dates", () => {
  it("reads captions with their values below", () => {
    const { document, warnings } = read({});
    expect(warnings).toEqual([]);
    expect(document.documentType).toBe("4");
    expect(document.periodOfReport).toBe("2024-03-04");
    expect(document.dateOfOriginalSubmission).toBe(null);
    expect(document.issuer).toEqual({
      issuerCik: null,
      issuerName: "NORTHERN PUMPS CORP",
      issuerTradingSymbol: "NPMP",
      issuerForeignTradingSymbol: null,
    });
    expect(document.reportingOwners).toEqual([DOE]);
  });

  it("reads captions and values side by side in a table", () => {
    const front = `| 1. Name and Address of Reporting Person* | DOE JANE (Last) (First) (Middle)<br>1 HARBOR STREET<br>(Street)<br>PORTLAND ME 04101 (City) (State) (Zip) |
| 2. Issuer Name and Ticker or Trading Symbol | NORTHERN PUMPS CORP \\[NPMP\\] |
| 3. Date of Earliest Transaction (Month/Day/Year) | 03/04/2024 |
| 5. Relationship of Reporting Person(s) to Issuer | ${BOXES} |`;
    expect(read({ front })).toEqual(read({}));
  });

  it("reads a row of captions over a row of values", () => {
    const front = `| 1. Name and Address of Reporting Person | 2. Issuer Name and Ticker or Trading Symbol | 3. Date of Earliest Transaction | 5. Relationship of Reporting Person(s) to Issuer |
|---|---|---|---|
| DOE JANE (Last) (First) (Middle) <u>1 HARBOR STREET</u> (Street) PORTLAND ME 04101 (City) (State) (Zip) | NORTHERN PUMPS CORP [NPMP] | 03/04/2024 | ${BOXES} |`;
    expect(read({ front })).toEqual(read({}));
  });

  it("reads captions set side by side in plain text", () => {
    const front = `1. Name and Address of Reporting Person*    2. Issuer Name and Ticker or Trading Symbol    5. Relationship of Reporting Person(s) to Issuer
DOE JANE                                    NORTHERN PUMPS CORP [ NPMP ]                   [X] Director   [ ] 10% Owner
(Last)   (First)   (Middle)                                                                [ ] Officer (give title below)
1 HARBOR STREET                                                                            [ ] Other (specify below)
(Street)
PORTLAND   ME   04101
(City) (State) (Zip)

3. Date of Earliest Transaction (Month/Day/Year)
03/04/2024`;
    expect(read({ front })).toEqual(read({}));
  });

  it("takes CIKs from EDGAR's links, and from nothing else", () => {
    const link = (name: string, cik: string) => `[${name}](/cgi-bin/browse-edgar?action=getcompany&CIK=${cik})`;
    const front = FRONT.replace("DOE JANE", link("DOE JANE", "0000000200")).replace(
      "NORTHERN PUMPS CORP",
      link("NORTHERN PUMPS CORP", "0000000100"),
    );
    const { issuer, reportingOwners } = read({ front }).document;
    expect([issuer.issuerCik, issuer.issuerName]).toEqual(["100", "NORTHERN PUMPS CORP"]);
    expect(reportingOwners).toEqual([{ ...DOE, rptOwnerCik: "200" }]);
  });

  it("reads an issuer without a symbol", () => {
    const symbolOf = (printed: string) => {
      const { issuer } = read({ front: FRONT.replace("NORTHERN PUMPS CORP [ NPMP ]", printed) }).document;
      return [issuer.issuerName, issuer.issuerTradingSymbol];
    };
    expect(symbolOf("NORTHERN PUMPS CORP [ ]")).toEqual(["NORTHERN PUMPS CORP", null]);
    expect(symbolOf("NORTHERN PUMPS CORP")).toEqual(["NORTHERN PUMPS CORP", null]);
    expect(symbolOf("NORTHERN PUMPS CORP [NONE]")).toEqual(["NORTHERN PUMPS CORP", "NONE"]);
  });

  it("reads a foreign address as far as it is told apart", () => {
    const town = (printed: string) => {
      const owner = read({ front: FRONT.replace("PORTLAND ME 04101", printed) }).document.reportingOwners[0];
      return [owner?.rptOwnerCity, owner?.rptOwnerState, owner?.rptOwnerZipCode];
    };
    expect(town("LONDON X0 SW1A 1AA")).toEqual(["LONDON", "X0", "SW1A 1AA"]);
    expect(town("GENEVA V8")).toEqual(["GENEVA", "V8", null]);
    expect(town("Somewhere far")).toEqual(["Somewhere far", null, null]);
  });

  it("keeps a date that is none, with a warning", () => {
    const { document, warnings } = read({ front: FRONT.replace("03/04/2024", "March 2024") });
    expect(document.periodOfReport).toBe("March 2024");
    expect(warnings.map(({ code, path }) => [code, path])).toEqual([
      ["date-unreadable", "ownershipDocument/periodOfReport"],
    ]);
  });
});

describe("boxes", () => {
  it.each([
    [
      "Director <input type='checkbox' checked> 10% Owner Officer (give title below) Other (specify below)",
      ["0", "1", "0", "0", null, null],
    ],
    [
      "☑ Director ☐ 10% Owner ☑ Officer (give title below) ☐ Other (specify below)\nChair",
      ["1", "0", "1", "0", "Chair", null],
    ],
    [
      "X Director 10% Owner X Officer (give title below) Other (specify below)\nChief Executive",
      ["1", "0", "1", "0", "Chief Executive", null],
    ],
    [
      "__ Director _X_ 10% Owner __ Officer (give title below) __ Other (specify below)",
      ["0", "1", "0", "0", null, null],
    ],
    [
      "Director [ ] 10% Owner [ ] Officer (give title below) [X] Other (specify below) [ ]\nSee Remarks",
      ["0", "0", "1", "0", "See Remarks", null],
    ],
    [
      "[ ] Director [ ] 10% Owner [ ] Officer (give title below) [X] Other (specify below)\nFormer adviser",
      ["0", "0", "0", "1", null, "Former adviser"],
    ],
    [
      "[ ] Director [ ] 10% Owner [X] Officer (give title below) [X] Other (specify below)\nCFO\nMember of a group",
      ["0", "0", "1", "1", "CFO", "Member of a group"],
    ],
    ["Director 10% Owner Officer (give title below) Other (specify below)", [null, null, null, null, null, null]],
  ])("reads %s", (boxes, expected) => {
    expect(withBoxes(boxes)).toEqual(expected);
  });

  it("reads the boxes of the form itself, and null where none is printed", () => {
    const section = "Check this box if no longer subject to Section 16. Form 4 or Form 5 obligations may continue.";
    const plan =
      "Check this box to indicate that a transaction was made pursuant to a contract, instruction or written plan for the purchase or sale of equity securities of the issuer that is intended to satisfy the affirmative defense conditions of Rule 10b5-1(c). See Instruction 10.";
    const boxes = (front: string) => {
      const { document, warnings } = read({ front: `${front}\n${FRONT}` });
      return [document.notSubjectToSection16, document.aff10b5One, warnings.map(({ code }) => code)];
    };
    expect(boxes("")).toEqual([null, null, []]);
    expect(boxes(`[X] ${section}\n[ ] ${plan}`)).toEqual(["1", "0", []]);
    expect(boxes(`| X | ${section} |\n| <input type="checkbox"> | ${plan} |`)).toEqual(["1", "0", []]);
    expect(boxes(`☐ ${section}\n☒ ${plan}`)).toEqual(["0", "1", []]);
    expect(boxes(`${section}\n\n${plan}`)).toEqual([null, null, ["box-unreadable"]]);
  });
});

describe("several owners", () => {
  const trust =
    "1. Name and Address of Reporting Person*\nDOE FAMILY TRUST\n(Last) (First) (Middle)\n2 HARBOR STREET\n(Street)\nPORTLAND ME 04101\n(City) (State) (Zip)";

  it("gives nobody a role when one block of boxes stands for all, and says so", () => {
    const { document, warnings } = read({ front: `${FRONT}\n${trust}` });
    expect(document.reportingOwners.map((owner) => [owner.rptOwnerName, owner.isDirector])).toEqual([
      ["DOE JANE", null],
      ["DOE FAMILY TRUST", null],
    ]);
    expect(warnings).toEqual([
      {
        code: "relationship-shared",
        message: "One block of boxes stands for 2 reporting owners (isDirector); the print doesn't say whose they are.",
        path: "ownershipDocument/reportingOwner",
      },
    ]);
  });

  it("gives each owner the boxes behind its name", () => {
    const block =
      "5. Relationship of Reporting Person(s) to Issuer\n[ ] Director [X] 10% Owner [ ] Officer (give title below) [ ] Other (specify below)";
    const { document, warnings } = read({ front: `${FRONT}\n${trust}\n${block}` });
    expect(document.reportingOwners.map((owner) => [owner.isDirector, owner.isTenPercentOwner])).toEqual([
      ["1", "0"],
      ["0", "1"],
    ]);
    expect(warnings).toEqual([]);
  });
});

describe("forms", () => {
  it.each([
    ["FORM 4", "4"],
    ["FORM 4/A\nSTATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP", "4/A"],
    ["## Initial Statement of Beneficial Ownership of Securities", "3"],
    ["| FORM 5 | ANNUAL STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP |", "5"],
  ])("tells %s", (title, form) => {
    expect(read({ title }).document.documentType).toBe(form);
  });

  it("takes a form with a date of the original for an amendment", () => {
    const front = `${FRONT}\n4. If Amendment, Date of Original Filed (Month/Day/Year)\n03/05/2024`;
    const { document } = read({ front });
    expect([document.documentType, document.dateOfOriginalSubmission]).toEqual(["4/A", "2024-03-05"]);
  });

  it("reads a Form 3: its date, holdings in its own columns, no securities owned", () => {
    const front = FRONT.replace("3. Date of Earliest Transaction", "2. Date of Event Requiring Statement");
    const title = "INITIAL STATEMENT OF BENEFICIAL OWNERSHIP OF SECURITIES";
    const tableI = `| 1. Title of Security (Instr. 4) | 2. Amount of Securities Beneficially Owned (Instr. 4) | 3. Ownership Form: Direct (D) or Indirect (I) | 4. Nature of Indirect Beneficial Ownership |
| Common Stock | 1,200 | D | |
| Common Stock | 300 | I | By spouse |`;
    const tableII = `| 1. Title of Derivative Security | 2. Date Exercisable and Expiration Date | | 3. Title and Amount of Securities Underlying Derivative Security | | 4. Conversion or Exercise Price of Derivative Security | 5. Ownership Form | 6. Nature of Indirect |
| | Date Exercisable | Expiration Date | Title | Amount or Number of Shares | | | |
| Stock Option | (1) | 01/31/2030 | Common Stock | 5,000 | $4.25 | D | |`;
    const { document, warnings } = read({ title, front, tableI, tableII, explanations: "1. Vested." });
    expect(warnings).toEqual([]);
    expect([document.documentType, document.periodOfReport]).toEqual(["3", "2024-03-04"]);
    const field = (value: string | null, ...footnoteIds: string[]) => ({ value, footnoteIds });
    expect(document.nonDerivativeTable).toEqual([
      {
        kind: "holding",
        securityTitle: field("Common Stock"),
        sharesOwnedFollowingTransaction: field("1200"),
        directOrIndirectOwnership: field("D"),
      },
      {
        kind: "holding",
        securityTitle: field("Common Stock"),
        sharesOwnedFollowingTransaction: field("300"),
        directOrIndirectOwnership: field("I"),
        natureOfOwnership: field("By spouse"),
      },
    ]);
    expect(document.derivativeTable).toEqual([
      {
        kind: "holding",
        securityTitle: field("Stock Option"),
        conversionOrExercisePrice: field("4.25"),
        exerciseDate: field(null, "F1"),
        expirationDate: field("2030-01-31"),
        underlyingSecurityTitle: field("Common Stock"),
        underlyingSecurityShares: field("5000"),
        directOrIndirectOwnership: field("D"),
      },
    ]);
    const none = read({ title, front, explanations: "No securities are beneficially owned." }).document;
    expect([none.noSecuritiesOwned, none.footnotes, none.nonDerivativeTable]).toEqual(["1", [], []]);
  });

  it("reads a Form 5: fiscal year end, its two boxes, a holding that was due on Form 3", () => {
    const front = `[X] Form 3 Holdings Reported.\n[ ] Form 4 Transactions Reported.\n${FRONT.replace("3. Date of Earliest Transaction", "3. Statement for Issuer's Fiscal Year Ended")}`;
    const tableI = `| 1. Title of Security | 2. Transaction Date | 2A. Deemed Execution Date | 3. Transaction Code | 4. Securities Acquired (A) or Disposed Of (D) | | | 5. Amount of Securities Beneficially Owned at end of Issuer's Fiscal Year | 6. Ownership Form | 7. Nature of Indirect |
| | | | | Amount | (A) or (D) | Price | | | |
| Common Stock | 11/20/2023 | | G | 40 | D | $0 | 960 | D | |
| Common Stock | | | 3 | | | | 75 | I | By son |`;
    const { document, warnings } = read({
      title: "ANNUAL STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP",
      front,
      tableI,
    });
    expect(warnings).toEqual([]);
    expect([document.documentType, document.periodOfReport]).toEqual(["5", "2024-03-04"]);
    expect([document.form3HoldingsReported, document.form4TransactionsReported]).toEqual(["1", "0"]);
    expect(document.nonDerivativeTable.map((row) => [row.kind, row.transactionFormType?.value ?? null])).toEqual([
      ["transaction", null],
      ["holding", "3"],
    ]);
  });
});
