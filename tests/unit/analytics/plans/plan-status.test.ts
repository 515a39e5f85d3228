import { describe, expect, test } from "vitest";
import { filingPlanStatus, planStatus } from "@/lib/analytics/plans/plan-status";
import { filingFacts } from "@/lib/analytics/rows/filing-facts";
import { emptyDocument, type OwnershipRow } from "@/lib/ownership/document";

interface RowSpec {
  code: string;
  notes?: string[];
  on?: "transactionCode" | "securityTitle" | "transactionDate" | "directOrIndirectOwnership";
  date?: string;
  table?: "I" | "II";
}

/** A filing of invented people: rows, notes F1, F2, … in order, the box and the remarks. */
function filing(rows: RowSpec[], notes: string[], box: string | null = null, remarks: string | null = null) {
  const document = emptyDocument();
  document.documentType = "4";
  document.aff10b5One = box;
  document.remarks = remarks;
  document.footnotes = notes.map((text, index) => ({ id: `F${index + 1}`, text }));
  for (const spec of rows) {
    const row: OwnershipRow = { kind: "transaction" };
    const field = (value: string) => ({ value, footnoteIds: [] as string[] });
    row.securityTitle = field("Common Stock");
    row.transactionDate = field(spec.date ?? "2023-06-01");
    row.transactionCode = field(spec.code);
    row.directOrIndirectOwnership = field("D");
    row[spec.on ?? "transactionCode"]?.footnoteIds.push(...(spec.notes ?? []));
    (spec.table === "II" ? document.derivativeTable : document.nonDerivativeTable).push(row);
  }
  return filingFacts("0000000000-23-000001", document);
}

const PLAN = "Sold pursuant to a Rule 10b5-1 plan adopted on March 1, 2023.";
const TAX = "Represents shares sold to cover tax withholding obligations upon vesting.";

function summary(facts: ReturnType<typeof filing>) {
  return [...planStatus(facts).values()].map((row) => [row.planned, row.basis, row.reason]);
}

describe("before the box, and without it", () => {
  test("a row without a note is unknown, never unplanned", () => {
    expect(summary(filing([{ code: "S" }, { code: "M" }], []))).toEqual([
      [null, null, "not asked"],
      [null, null, "not asked"],
    ]);
  });

  test.each(["transactionCode", "securityTitle", "transactionDate", "directOrIndirectOwnership"] as const)(
    "a note counts on %s",
    (on) => {
      expect(summary(filing([{ code: "S", notes: ["F1"], on }], [PLAN]))).toEqual([[true, "row footnote", null]]);
    },
  );

  test("a note covers the row it hangs on whatever its code", () => {
    const note = "The sale was effected pursuant to a Rule 10b5-1 plan.";
    expect(summary(filing([{ code: "M", notes: ["F1"] }, { code: "F" }], [note]))).toEqual([
      [true, "row footnote", null],
      [null, null, "not asked"],
    ]);
  });

  test("“the sale” covers the sales of the same day, “sales reported in this Form 4” every sale", () => {
    const rows = [{ code: "M", notes: ["F1"] }, { code: "S" }, { code: "S", date: "2023-06-02" }];
    expect(summary(filing(rows, ["The sale was effected pursuant to a Rule 10b5-1 plan."]))).toEqual([
      [true, "row footnote", null],
      [true, "row footnote", null],
      [null, null, "not asked"],
    ]);
    expect(summary(filing(rows, ["The sales reported in this Form 4 were made under a Rule 10b5-1 plan."]))).toEqual([
      [true, "row footnote", null],
      [true, "row footnote", null],
      [true, "row footnote", null],
    ]);
  });

  test("“this sale” on a sale points at that row alone", () => {
    const rows = [{ code: "S", notes: ["F1"] }, { code: "S" }];
    expect(summary(filing(rows, ["This sale was made under a Rule 10b5-1 plan."]))).toEqual([
      [true, "row footnote", null],
      [null, null, "not asked"],
    ]);
  });

  test("“all transactions” covers every row, “the transactions reported” P, S, M, X and G", () => {
    const codes = ["P", "S", "M", "X", "G", "A", "F", "C"];
    const rows = codes.map((code, index) => ({ code, notes: index === 0 ? ["F1"] : [] }));
    const planned = (text: string) =>
      [...planStatus(filing(rows, [text])).values()].flatMap((row, index) => (row.planned ? [codes[index]] : []));
    expect(planned("All transactions were made under a Rule 10b5-1 plan.")).toEqual(codes);
    expect(planned("The transactions reported were made under a Rule 10b5-1 plan.")).toEqual(["P", "S", "M", "X", "G"]);
  });

  test("a remark covers only what its words name", () => {
    const rows = [{ code: "S" }, { code: "M" }];
    expect(summary(filing(rows, [], null, "The sales were made under a Rule 10b5-1 plan."))).toEqual([
      [true, "remarks", null],
      [null, null, "not asked"],
    ]);
    expect(summary(filing(rows, [], null, "See Rule 10b5-1."))).toEqual([
      [null, null, "not asked"],
      [null, null, "not asked"],
    ]);
  });

  test("a remark that only dates the plan dates the planned rows", () => {
    const note = "Sold pursuant to a Rule 10b5-1 plan.";
    const facts = filing(
      [{ code: "S", notes: ["F1"] }],
      [note],
      null,
      "Adoption date of the 10b5-1(c) plan: 3/13/2023",
    );
    expect(planStatus(facts).get("t1-tx1")).toMatchObject({
      planned: true,
      words: note,
      adoptionDates: [{ date: "2023-03-13", footnoteId: null }],
    });
  });

  test("a row's own note decides, and takes the date from a remark that names the row", () => {
    const note = "Sold pursuant to a Rule 10b5-1 plan.";
    const remark = "The sales reported in this Form 4 were made under a Rule 10b5-1 plan adopted on March 7, 2023.";
    expect(planStatus(filing([{ code: "S", notes: ["F1"] }], [note], null, remark)).get("t1-tx1")).toMatchObject({
      basis: "row footnote",
      words: note,
      footnoteId: "F1",
      adoptionDates: [{ date: "2023-03-07", footnoteId: null }],
    });
  });

  test("negation makes the row unplanned, and a row's own note stands over what another note says of it", () => {
    const rows = [
      { code: "S", notes: ["F1"] },
      { code: "S", notes: ["F2"] },
    ];
    const notes = [
      "The sales reported were made under a Rule 10b5-1 plan.",
      "This sale was not made under a Rule 10b5-1 plan.",
    ];
    expect(summary(filing(rows, notes))).toEqual([
      [true, "row footnote", null],
      [false, "row footnote", null],
    ]);
  });

  test("two notes on one row that contradict each other leave it unknown", () => {
    const rows = [{ code: "S", notes: ["F1", "F2"] }];
    expect(summary(filing(rows, [PLAN, "This sale was not made under a Rule 10b5-1 plan."]))).toEqual([
      [null, "row footnote", "notes contradict each other"],
    ]);
  });

  test("an intention says nothing of this trade", () => {
    const note = "The reporting person intends to adopt a Rule 10b5-1 plan.";
    expect(summary(filing([{ code: "S", notes: ["F1"] }], [note]))).toEqual([[null, null, "not asked"]]);
    expect(summary(filing([{ code: "S", notes: ["F1"] }], [note], "0"))).toEqual([[false, "filing checkbox", null]]);
  });
});

describe("the box", () => {
  test("checked and unexplained: purchases and sales are planned, other codes unknown", () => {
    const facts = filing([{ code: "P" }, { code: "S" }, { code: "M" }, { code: "F" }], [], "1");
    expect(summary(facts)).toEqual([
      [true, "filing checkbox", null],
      [true, "filing checkbox", null],
      [null, null, "box says nothing of this code"],
      [null, null, "box says nothing of this code"],
    ]);
    expect(planStatus(facts).get("t1-tx1")).toMatchObject({ words: null, footnoteId: null, adoptionDates: [] });
  });

  test("checked, and a sale for tax: unknown", () => {
    expect(summary(filing([{ code: "S", notes: ["F1"] }], [TAX], "true"))).toEqual([[null, null, "sale for tax"]]);
  });

  test("checked, and remarks that all sales paid tax: unknown; remarks on some sale say nothing of each", () => {
    const all = "All reported sales were made to cover tax withholdings due on vesting.";
    expect(summary(filing([{ code: "S" }, { code: "S" }], [], "true", all))).toEqual([
      [null, null, "sale for tax"],
      [null, null, "sale for tax"],
    ]);
    for (const some of [
      "An earlier sale was made to cover tax withholdings due on vesting.",
      "Not all reported sales were made to cover tax withholdings due on vesting.",
      "All reported sales were at market prices. An earlier one was made to cover tax withholdings.",
    ])
      expect(summary(filing([{ code: "S" }], [], "true", some)), some).toEqual([[true, "filing checkbox", null]]);
  });

  test("checked and explained by another row's note: the remaining rows are unknown", () => {
    const facts = filing([{ code: "S", notes: ["F1"] }, { code: "S" }, { code: "G" }], [PLAN], "1");
    expect(summary(facts)).toEqual([
      [true, "row footnote", null],
      [null, null, "box explained by other rows"],
      [null, null, "box says nothing of this code"],
    ]);
    expect(filingPlanStatus(facts)).toMatchObject({ box: "checked", explained: true, checkedWithoutTrade: false });
  });

  test("unchecked: purchases and sales are unplanned, save where an older plan's note hangs", () => {
    const facts = filing([{ code: "S", notes: ["F1"] }, { code: "S" }, { code: "A" }], [PLAN], "false");
    expect(summary(facts)).toEqual([
      [true, "row footnote", null],
      [false, "filing checkbox", null],
      [null, null, "box says nothing of this code"],
    ]);
    expect(filingPlanStatus(facts)).toMatchObject({ box: "unchecked", explained: false });
  });

  test("checked without a purchase or sale: shown at filing level", () => {
    const facts = filing([{ code: "G" }, { code: "M", table: "II" }], [], "1");
    expect(summary(facts).map(([planned]) => planned)).toEqual([null, null]);
    expect(filingPlanStatus(facts)).toMatchObject({ box: "checked", explained: false, checkedWithoutTrade: true });
  });

  test("a checked box against a note that denies the plan: the note decides for its row, the box for the rest", () => {
    const rows = [{ code: "S", notes: ["F1"] }, { code: "S" }];
    expect(summary(filing(rows, ["This sale was not made under a Rule 10b5-1 plan."], "1"))).toEqual([
      [false, "row footnote", null],
      [true, "filing checkbox", null],
    ]);
  });
});

test("several plans on one row, each date once, the modification apart", () => {
  const notes = [
    "Sold under Rule 10b5-1 plans adopted on February 14, 2022 and February 21, 2023.",
    "Sold under a Rule 10b5-1 plan adopted on February 14, 2022 and modified on May 2, 2022.",
  ];
  const status = planStatus(filing([{ code: "S", notes: ["F1", "F2"] }], notes)).get("t1-tx1");
  expect(status?.adoptionDates.map((date) => [date.date, date.footnoteId])).toEqual([
    ["2022-02-14", "F1"],
    ["2023-02-21", "F1"],
  ]);
  expect(status?.modifiedDates).toEqual([
    { date: "2022-05-02", precision: "day", words: "modified on May 2, 2022", footnoteId: "F2" },
  ]);
});

test("a filing without transactions has no rows, and its box is still read", () => {
  expect(filingPlanStatus(filing([], [], "0"))).toEqual({
    box: "unchecked",
    explained: false,
    checkedWithoutTrade: false,
    rows: new Map(),
  });
});

test("a filing is read once", () => {
  const facts = filing([{ code: "S" }], []);
  expect(planStatus(facts)).toBe(planStatus(facts));
});
