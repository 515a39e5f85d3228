import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { footnoteIdsOfRow, rowAddress } from "@/lib/analytics/rows/filed-row";
import { filingFacts } from "@/lib/analytics/rows/filing-facts";
import { emptyDocument, emptyOwner, type Field, type OwnershipDocument } from "@/lib/ownership/document";
import { readOwnershipXml } from "@/lib/sources/xml/read-ownership-xml";

const seed = filingFacts(
  "doc-0123456789ab",
  readOwnershipXml(readFileSync("tests/fixtures/seed/qualys-posey-form4.xml")).document,
);

const field = (value: string | null): Field => ({ value, footnoteIds: [] });

function document(changes: Partial<OwnershipDocument>): OwnershipDocument {
  const owner = { ...emptyOwner(), rptOwnerCik: "0009990002" };
  return { ...emptyDocument(), documentType: "4", reportingOwners: [owner], ...changes };
}

describe("the seed filing as facts", () => {
  it("knows the filing", () => {
    expect(seed).toMatchObject({
      filingId: "doc-0123456789ab",
      accession: null,
      documentType: "4",
      isAmendment: false,
      issuerCik: "1107843",
      tradingSymbol: "QLYS",
      ownerKey: "1254781",
      periodOfReport: "2018-12-10",
      signatureDate: "2018-12-11",
      knownAt: "2018-12-12T03:00:00.000Z",
      knownAtBasis: "signature-date",
      aff10b5One: null,
      notSubjectToSection16: false,
      problems: [],
    });
    expect(seed.owners).toEqual([
      {
        cik: "1254781",
        name: "POSEY BRUCE K",
        isDirector: false,
        isOfficer: true,
        isTenPercentOwner: false,
        isOther: false,
        officerTitle: "VP, GC and Corp. Sec.",
        otherText: null,
      },
    ]);
  });

  it("types the rows in filed order, with their addresses", () => {
    expect(seed.rows.map(rowAddress)).toEqual(
      ["t1-tx1", "t1-tx2", "t1-tx3", "t1-tx4", "t2-tx1"].map((anchor) => `doc-0123456789ab#${anchor}`),
    );
    expect(seed.rows.map((row) => [row.code, row.shares, row.price, row.sharesAfter, row.acquiredDisposed])).toEqual([
      ["M", 2000, 37.28, 59442, "A"],
      ["S", 782, 75.5351, 58660, "D"],
      ["S", 1018, 76.7832, 57642, "D"],
      ["S", 200, 77.585, 57442, "D"],
      ["M", 2000, 0, 15000, "D"],
    ]);
  });

  it("keeps what only a footnote says as null, with the footnote", () => {
    const option = seed.rows[4];
    expect(option).toMatchObject({
      table: "II",
      exercisePrice: 37.28,
      exerciseDate: null,
      expirationDate: "2025-07-29",
      underlyingTitle: "Common Stock",
      underlyingShares: 2000,
      underlyingValue: null,
      valueAfter: null,
      timeliness: null,
      equitySwapInvolved: false,
      directOrIndirect: "D",
    });
    expect(option?.footnoteIds).toEqual({ transactionCode: ["F1"], exerciseDate: ["F5"] });
    expect(option && footnoteIdsOfRow(option)).toEqual(["F1", "F5"]);
    expect(seed.footnotes.get("F5")).toBe("This option is fully vested and immediately exercisable.");
  });
});

describe("what can't be read", () => {
  it("is null with a problem that names the row and the field", () => {
    const facts = filingFacts(
      "x",
      document({
        periodOfReport: "2024-02-30",
        aff10b5One: "maybe",
        nonDerivativeTable: [
          {
            kind: "transaction",
            transactionDate: field("soon"),
            transactionShares: field("1,000"),
            transactionAcquiredDisposedCode: field("X"),
            directOrIndirectOwnership: field("both"),
          },
        ],
      }),
    );
    expect(facts.rows[0]).toMatchObject({
      shares: null,
      acquiredDisposed: null,
      directOrIndirect: null,
      tradeDate: null,
    });
    expect(
      facts.problems.map(({ anchor, field: name, problem }) => [anchor, name, problem.code, problem.text]),
    ).toEqual([
      [null, "periodOfReport", "date-not-in-calendar", "2024-02-30"],
      [null, "aff10b5One", "flag-malformed", "maybe"],
      ["t1-tx1", "transactionDate", "date-malformed", "soon"],
      ["t1-tx1", "transactionShares", "decimal-malformed", "1,000"],
      ["t1-tx1", "transactionAcquiredDisposedCode", "letter-unknown", "X"],
      ["t1-tx1", "directOrIndirectOwnership", "letter-unknown", "both"],
    ]);
  });

  it("is no problem where nothing was filed", () => {
    const facts = filingFacts("x", document({ nonDerivativeTable: [{ kind: "holding" }] }));
    expect(facts.problems).toEqual([]);
    expect(facts.rows[0]).toMatchObject({
      shares: null,
      price: null,
      acquiredDisposed: null,
      equitySwapInvolved: null,
    });
  });
});

describe("the rest", () => {
  it("takes the period for a missing trade date, marked, and for transactions only", () => {
    const facts = filingFacts(
      "x",
      document({
        periodOfReport: "2024-03-05-05:00",
        nonDerivativeTable: [{ kind: "transaction" }, { kind: "holding" }],
        derivativeTable: [{ kind: "transaction", transactionDate: field("2024-03-06") }],
      }),
    );
    expect(facts.rows.map((row) => [row.anchor, row.tradeDate, row.tradeDateBasis])).toEqual([
      ["t1-tx1", "2024-03-05", "periodOfReport"],
      ["t1-h1", null, null],
      ["t2-tx1", "2024-03-06", "transactionDate"],
    ]);
  });

  it("numbers rows by table and kind, in filed order", () => {
    const facts = filingFacts(
      "x",
      document({
        nonDerivativeTable: [{ kind: "holding" }, { kind: "transaction" }, { kind: "holding" }],
        derivativeTable: [{ kind: "holding" }],
      }),
    );
    expect(facts.rows.map((row) => row.anchor)).toEqual(["t1-h1", "t1-tx1", "t1-h2", "t2-h1"]);
  });

  it("keys an owner set by its sorted CIKs, each once, and keeps filed order of owners", () => {
    const owners = ["0000000900", "0000001000", "900"].map((rptOwnerCik) => ({ ...emptyOwner(), rptOwnerCik }));
    const facts = filingFacts("x", document({ documentType: "4/A", reportingOwners: owners }));
    expect(facts.ownerKey).toBe("1000,900");
    expect(facts.owners.map((owner) => owner.cik)).toEqual(["900", "1000", "900"]);
    expect(facts.isAmendment).toBe(true);
    expect(facts.owners[0]?.isDirector).toBeNull();
  });

  it("keeps zero, codes in upper case and negative numbers as filed", () => {
    const facts = filingFacts(
      "x",
      document({
        nonDerivativeTable: [
          {
            kind: "transaction",
            transactionCode: field("s"),
            transactionShares: field("-5"),
            transactionPricePerShare: field("0"),
            transactionAcquiredDisposedCode: field("d"),
          },
        ],
      }),
    );
    expect(facts.rows[0]).toMatchObject({ code: "S", shares: -5, price: 0, acquiredDisposed: "D" });
  });
});
