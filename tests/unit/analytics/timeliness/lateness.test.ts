import { describe, expect, it } from "vitest";
import { filingLateness, form3Lateness, rowLateness } from "@/lib/analytics/timeliness/lateness";
import { type FilingSpec, filing, holding, type RowSpec, seedFiling, tx } from "../../../support/filing-builder";

const one = (row: RowSpec, filed: string | null, more: Partial<FilingSpec> = {}) => {
  const facts = filing({ id: "a", filed, rows: [row], ...more });
  return rowLateness(facts.rows[0] as (typeof facts.rows)[0]);
};
const sale = (date: string, more = {}) => tx("S", date, 1, 1, "D", 1, more);
const planned = { footnotes: { F1: "Sold under a Rule 10b5-1 trading plan." } };
const plannedSale = (date: string, more = {}) => tx("S", date, 1, 1, "D", 1, more, { transactionCode: ["F1"] });

it("the seed filing was signed one business day after; lateness is not assessed without a filing date", () => {
  const { worst, rows } = filingLateness(seedFiling());
  expect(worst).toMatchObject({
    status: "not assessed",
    reason: "no filing date",
    signedAfter: 1,
    businessDays: null,
    late: null,
  });
  expect(rows).toHaveLength(5);
});

describe("without a filing date", () => {
  const signed = (rows: RowSpec[], signedOn: string) =>
    filingLateness(filing({ id: "a", filed: null, signed: signedOn, rows }));

  it("a holding listed first does not hide how soon the trade was signed", () => {
    // Wednesday 11 January 2023, signed on Thursday.
    const { worst, rows } = signed([holding(500), sale("2023-01-11")], "2023-01-12");
    expect(worst).toMatchObject({ reason: "no filing date", eventDate: "2023-01-11", signedAfter: 1 });
    expect(worst).toBe(rows[1]);
  });
  it("the row that waited longest decides, whatever the order", () => {
    // Tuesday 28 February and Wednesday 1 March 2023, signed on 1 March.
    for (const dates of [
      ["2023-03-01", "2023-02-28"],
      ["2023-02-28", "2023-03-01"],
    ]) {
      expect(
        signed(
          dates.map((date) => sale(date)),
          "2023-03-01",
        ).worst,
      ).toMatchObject({
        eventDate: "2023-02-28",
        signedAfter: 1,
      });
    }
  });
  it("counts no days to a signature dated before the trade, a slip of the year", () => {
    expect(signed([sale("2023-02-27")], "2022-03-01").worst).toMatchObject({
      reason: "no filing date",
      signedAfter: null,
    });
  });
  it("a filing of holdings alone is not assessed for being one", () => {
    expect(signed([holding(500)], "2023-01-12").worst).toMatchObject({ reason: "holding", signedAfter: null });
  });
});

describe("Form 4", () => {
  it("is on time on the second business day, late by one on the third", () => {
    // Friday 1 March 2024: due Tuesday 5 March.
    expect(one(sale("2024-03-01"), "2024-03-05")).toMatchObject({
      status: "on time",
      businessDays: 2,
      late: 0,
      dueDate: "2024-03-05",
      rule: "Form 4",
    });
    expect(one(sale("2024-03-01"), "2024-03-06")).toMatchObject({ status: "late", businessDays: 3, late: 1 });
    expect(one(sale("2024-03-01"), "2024-04-01")).toMatchObject({ status: "late", late: 19 });
  });
  it("leaves out holidays and EDGAR's own closures", () => {
    expect(one(sale("2018-12-04"), "2018-12-07").status).toBe("on time");
    expect(one(sale("2018-12-21"), "2018-12-27").status).toBe("on time");
  });
  it("gives a planned trade three to five days the benefit of a deemed date", () => {
    expect(one(plannedSale("2024-03-01"), "2024-03-06", planned)).toMatchObject({
      status: "late unless deemed",
      late: 1,
    });
    expect(one(plannedSale("2024-03-01"), "2024-03-08", planned)).toMatchObject({
      status: "late unless deemed",
      late: 3,
    });
    expect(one(plannedSale("2024-03-01"), "2024-03-11", planned)).toMatchObject({ status: "late", late: 4 });
  });
  it("counts from a deemed execution date, at most three business days after the trade", () => {
    const deemed = (date: string) => plannedSale("2024-03-01", { deemedExecutionDate: date });
    expect(one(deemed("2024-03-05"), "2024-03-07", planned)).toMatchObject({
      status: "on time",
      eventDate: "2024-03-05",
    });
    expect(one(deemed("2024-03-20"), "2024-03-09", planned)).toMatchObject({
      eventDate: "2024-03-06",
      dueDate: "2024-03-08",
    });
  });
  it("before 29 August 2002 was due on the tenth of the next month", () => {
    // 10 August 2002 was a Saturday.
    expect(one(sale("2002-07-15"), "2002-08-12")).toMatchObject({ status: "on time", dueDate: "2002-08-12" });
    expect(one(sale("2001-12-15"), "2002-01-11")).toMatchObject({ status: "late", dueDate: "2002-01-10", late: 1 });
  });
  it.each([
    [tx("L", "2024-03-01", 1, 1, "A", 1), "may wait for Form 5"],
    [tx("W", "2024-03-01", 1, 1, "A", 1), "may wait for Form 5"],
    [tx("G", "2023-02-24", 1, 0, "D", 1), "may wait for Form 5"],
    [tx("J", "2024-03-01", 1, 1, "A", 1, { transactionTimeliness: "E" }), "reported early"],
    [holding(5), "holding"],
    [sale("2024-05-01"), "trade after the filing date"],
    [sale("0204-03-01"), "trade date out of range"],
  ])("%# is not assessed: %s", (row, reason) => {
    expect(one(row, "2024-04-01")).toMatchObject({ status: "not assessed", reason, late: null });
  });
  it("assesses gifts since 27 February 2023 and shows the filer's own word", () => {
    expect(one(tx("G", "2023-02-27", 1, 0, "D", 1, { transactionTimeliness: "L" }), "2023-03-02")).toMatchObject({
      status: "late",
      late: 1,
      filersWord: "late",
    });
  });
  it("counts no days to a filing date that is none", () => {
    expect(one(sale("2024-03-01"), "9999-12-31")).toMatchObject({
      status: "not assessed",
      reason: "no filing date",
      filingDate: "9999-12-31",
      businessDays: null,
    });
  });
  it("leaves amendments out", () => {
    expect(one(sale("2024-03-01"), "2024-06-01", { type: "4/A" })).toMatchObject({
      status: "not assessed",
      reason: "amendment",
    });
  });
  it("takes the latest row for the filing", () => {
    const facts = filing({ id: "a", filed: "2024-03-06", rows: [sale("2024-03-04"), sale("2024-03-01")] });
    expect(filingLateness(facts).worst).toMatchObject({ status: "late", eventDate: "2024-03-01" });
  });
});

describe("Form 3", () => {
  const form3 = (filed: string, more: Partial<FilingSpec> = {}) =>
    form3Lateness(filing({ id: "a", type: "3", period: "2024-03-01", filed, ...more }));
  it("is due ten calendar days after the event, on the next business day", () => {
    expect(form3("2024-03-11")).toMatchObject({ status: "on time", dueDate: "2024-03-11" });
    expect(form3("2024-03-12")).toMatchObject({ status: "late", late: 1 });
    expect(form3("2024-03-18", { period: "2024-03-06" }).status).toBe("on time");
  });
  it("is not assessed when the issuer was newly registered", () => {
    expect(form3("2024-06-01", { remarks: "Filed upon the issuer's initial public offering." }).reason).toBe(
      "registration of a new issuer",
    );
    const facts = filing({ id: "a", type: "3", period: "2024-03-01", filed: "2024-06-01" });
    expect(form3Lateness(facts, { newIssuer: true }).status).toBe("not assessed");
  });
});

describe("Form 5", () => {
  const form5 = (row: RowSpec, filed: string) => one(row, filed, { type: "5", period: "2023-12-31" });
  it("is due 45 days after the fiscal year end", () => {
    expect(form5(tx("G", "2023-01-05", 1, 0, "D", 1), "2024-02-14")).toMatchObject({
      status: "on time",
      dueDate: "2024-02-14",
      rule: "Form 5",
    });
    expect(form5(tx("G", "2023-01-05", 1, 0, "D", 1), "2024-02-16")).toMatchObject({ status: "late", late: 2 });
  });
  it("tells a late Form 4 trade by its form type", () => {
    const row = tx("S", "2023-12-26", 1, 1, "D", 1, { transactionFormType: "4" });
    // Due 28 December 2023: 29 December, then 2 January to 14 February less two holidays.
    expect(form5(row, "2024-02-14")).toMatchObject({ status: "late", rule: "Form 4", dueDate: "2023-12-28", late: 32 });
  });
  it("does not assess the holdings of a Form 3", () => {
    expect(form5(holding(5, { transactionFormType: "3" }), "2024-02-14").reason).toBe("holding of a Form 3");
  });
});
