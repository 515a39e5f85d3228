import { describe, expect, it } from "vitest";
import { filerConduct } from "@/lib/analytics/conduct/filer-conduct";
import { filing, tx } from "../../../support/filing-builder";

const sale = (id: string, date: string, filed: string | null, price: number | null = 10, more = {}) =>
  filing({ id, filed, rows: [tx("S", date, 10, price, "D", null)], ...more });

describe("filer conduct", () => {
  const filings = [
    sale("a", "2024-03-01", "2024-03-05"),
    sale("b", "2024-04-01", "2024-04-05", null),
    sale("c", "2024-05-01", "2024-05-20"),
    sale("d", "2024-06-03", null),
    sale("e", "2024-05-01", "2024-06-20", 10, { type: "4/A", original: "2024-05-20" }),
  ];
  const [conduct] = filerConduct(filings);

  it("shares out late filings over those that could be assessed", () => {
    // b: 1 April + 2 business days = 3 April, filed on the 5th: 2 late. c: due 3 May, filed 20 May: 11 late.
    expect(conduct?.late.part.map((one) => one.filingId)).toEqual(["b", "c"]);
    expect(conduct?.late.share).toBe(0.666667);
    expect(conduct?.latest).toMatchObject({ filing: { filingId: "c" }, lateness: { late: 11 } });
    expect(conduct?.notAssessed.map((one) => one.filingId)).toEqual(["d", "e"]);
  });
  it("counts amendments and missing prices", () => {
    expect(conduct).toMatchObject({ filings: 5, amendments: { share: 0.2 }, missingPrices: { share: 0.2 } });
    expect(conduct?.missingPrices.part[0]?.filing.filingId).toBe("b");
  });
  it("has no share of nothing", () => {
    expect(filerConduct([filing({ id: "n", type: "3", none: true })])[0]).toMatchObject({
      late: { share: null },
      missingPrices: { share: null },
      habits: [],
    });
  });
});

describe("habits", () => {
  const yearly = ["2021-03-10", "2022-03-11", "2023-03-09"].map((date, i) => sale(`y${i}`, date, date));
  it("a month in three years running is broken when it passes without a trade", () => {
    const habits = (asOf: string | null) =>
      filerConduct(yearly, { asOf })[0]?.habits.filter((one) => one.kind === "month");
    expect(habits("2024-03-31")).toMatchObject([
      { words: "March, 2021 to 2023", expectedBy: "2024-03-31", broken: false },
    ]);
    expect(habits("2024-04-01")).toMatchObject([{ broken: true }]);
    expect(habits(null)).toMatchObject([{ broken: null }]);
    expect(habits("2024-04-01")?.[0]?.rows).toHaveLength(3);
  });
  it("a steady cadence is broken after twice its longest gap", () => {
    const monthly = ["2024-01-02", "2024-02-01", "2024-03-01", "2024-04-01"].map((date, i) =>
      sale(`m${i}`, date, date),
    );
    const cadence = (asOf: string) => filerConduct(monthly, { asOf })[0]?.habits.find((one) => one.kind === "cadence");
    // Gaps 30, 29, 31: until 62 days after 1 April.
    expect(cadence("2024-06-02")).toMatchObject({
      words: "every 29 to 31 days, 4 trade days",
      expectedBy: "2024-06-02",
      broken: false,
    });
    expect(cadence("2024-06-03")?.broken).toBe(true);
  });
});
