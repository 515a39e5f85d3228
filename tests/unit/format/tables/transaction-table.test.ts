import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { csvText } from "@/lib/format/tables/csv";
import type { PlainTable } from "@/lib/format/tables/table-text";
import { rowTable, screenTable, shownScreenTable } from "@/lib/format/tables/transaction-table";
import { COLUMNS, DEFAULT_COLUMNS } from "@/lib/search-params/transactions/columns";
import type { ScreenRow } from "@/lib/services/screener/screener-view";
import { row } from "../../../components/transactions/row";

const SALE = row({
  price: null,
  priceBand: { low: 9.5, high: 10.25, footnoteId: "F1", words: "at $9.50 to $10.25" },
  value: null,
  deltaOwn: -0.1,
  flags: [
    { code: "odd", words: "Priced far from the other rows.", outOfTotals: true },
    { code: "late", words: "Two dates.", outOfTotals: false },
  ],
  returns: {
    symbol: "SMPL",
    from: { date: "2018-12-13", close: 10 },
    isEstimated: false,
    after: [
      { days: 1, value: 0.05, to: { date: "2018-12-14", close: 10.5 }, reason: null },
      { days: 5, value: null, to: null, reason: "prices end before" },
    ],
  },
});

const screened = (part: Partial<ScreenRow> = {}): ScreenRow => ({
  ...row(),
  knownAtBasis: "accepted",
  lateness: "late",
  businessDaysLate: 3,
  ...part,
  owners: [
    { cik: "9000000002", name: "SAMPLE PERSON", roles: ["director", "officer"], officerTitle: "CEO" },
    { cik: "9000000003", name: null, roles: [], officerTitle: null },
  ],
});

/** The first row as a spreadsheet's columns. */
function written({ headings, rows }: PlainTable): Record<string, string> {
  const records: Record<string, string>[] = parse(csvText(headings, rows), { columns: true, record_delimiter: "\r\n" });
  return records[0] ?? {};
}

describe("rows to take along", () => {
  it("are raw, and empty where not known", () => {
    expect(written(rowTable([SALE]))).toEqual({
      filing_id: "doc-000000000000",
      row: "t1-tx1",
      form: "4",
      issuer_cik: "9000000001",
      issuer: "SAMPLE CORP",
      symbol_as_filed: "SMPL",
      owner_ciks: "9000000002",
      owners: "SAMPLE PERSON",
      table: "I",
      security: "Common Stock",
      trade_date: "2018-12-10",
      trade_date_basis: "transactionDate",
      filing_date: "",
      known_at_utc: "2018-12-12T03:00:00.000Z",
      code: "S",
      class: "sale",
      acquired_disposed: "D",
      shares: "100",
      price_usd: "",
      price_low_usd: "9.5",
      price_high_usd: "10.25",
      value_usd: "",
      shares_after: "900",
      value_after_usd: "",
      delta_own: "-0.1",
      direct_indirect: "D",
      nature_of_ownership: "",
      planned: "",
      plan_basis: "",
      plan_words: "",
      flags: "Priced far from the other rows. Two dates.",
      out_of_totals: "true",
      superseded_by: "",
      return_from: "2018-12-13",
      return_1_days: "0.05",
      return_5_days: "",
      return_21_days: "",
      return_126_days: "",
    });
  });

  it("have one name for a thing in every export", () => {
    const page = rowTable([]).headings;
    const screen = screenTable([]).headings;
    expect(page.filter((heading) => !screen.includes(heading))).toEqual(["price_low_usd", "price_high_usd"]);
    expect(screen.filter((heading) => !page.includes(heading))).toEqual([
      "roles",
      "officer_titles",
      "timeliness",
      "business_days_late",
      "fall_from",
      "fall_to",
      "fall_days",
      "fall_return",
    ]);
    expect(page.filter((heading) => screen.includes(heading))).toEqual(
      screen.filter((heading) => page.includes(heading)),
    );
    expect(new Set(screen).size).toBe(screen.length);
  });

  it("say of the screener's rows who the owners are and how late the filing was", () => {
    expect(written(screenTable([screened({ price: 10, value: 1000 })]))).toMatchObject({
      owner_ciks: "9000000002;9000000003",
      owners: "SAMPLE PERSON; ",
      roles: "director+officer; ",
      officer_titles: "CEO; ",
      price_usd: "10",
      value_usd: "1000",
      out_of_totals: "false",
      timeliness: "late",
      business_days_late: "3",
      return_from: "",
      return_1_days: "",
    });
  });

  it("follow the screener's columns as shown, shares and dollars apart", () => {
    const held = screened({ sharesAfter: null, valueAfter: 5000 });
    expect(shownScreenTable([held], ["after", "traded"])).toEqual({
      headings: ["filing_id", "row", "shares_after", "value_after_usd", "trade_date"],
      rows: [["doc-000000000000", "t1-tx1", null, 5000, "2018-12-10"]],
    });
    expect(shownScreenTable([], DEFAULT_COLUMNS).headings).toEqual([
      "filing_id",
      "row",
      "trade_date",
      "symbol_as_filed",
      "owner_ciks",
      "owners",
      "roles",
      "officer_titles",
      "code",
      "shares",
      "price_usd",
      "value_usd",
      "delta_own",
      "planned",
      "known_at_utc",
    ]);
    // Nothing shown is left behind: the address, and 22 columns of which four are two.
    const every = COLUMNS.map(({ name }) => name);
    expect(shownScreenTable([], every).headings).toHaveLength(2 + 22 + 3);
  });

  it("run no formula that a filing holds, from either", () => {
    const hostile = {
      securityTitle: '=HYPERLINK("http://example.com","Common")',
      natureOfOwnership: "@SUM(1;1)",
      issuer: { cik: "9000000001", name: "+1 CORP", symbol: "-X" },
    };
    for (const table of [rowTable([row(hostile)]), screenTable([screened(hostile)])]) {
      const record = written(table);
      expect([record.security, record.nature_of_ownership, record.issuer, record.symbol_as_filed]).toEqual([
        `'=HYPERLINK("http://example.com","Common")`,
        "'@SUM(1;1)",
        "'+1 CORP",
        "'-X",
      ]);
    }
  });

  it("are named in the API's page, column by column", () => {
    const page = readFileSync(new URL("../../../../docs/api.md", import.meta.url), "utf8");
    const told = [...page.matchAll(/`([a-z0-9_]+)`/g)].map(([, name]) => name);
    expect(screenTable([]).headings.filter((heading) => !told.includes(heading))).toEqual([]);
  });
});
