import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { csvText } from "@/lib/format/tables/csv";
import { screenTable } from "@/lib/format/tables/transaction-table";
import { writeSample } from "@/lib/sample/write-sample";
import { readTransactionQuery } from "@/lib/search-params/transactions/read-query";
import { getFiling } from "@/lib/services/get-filing";
import { ingestFilings } from "@/lib/services/ingest/ingest-filings";
import { readForStore } from "@/lib/services/ingest/read-sources";
import { exportTransactions, listTransactions } from "@/lib/services/list-transactions";
import { getIssuer } from "@/lib/services/parties/get-issuer";
import { LIMITS, type Limits } from "@/lib/services/screener/choose-walk";
import type { ScreenRow, TransactionsView } from "@/lib/services/screener/screener-view";
import type { FilingSummary, FilingView } from "@/lib/services/views/shapes/filing";
import type { RowView } from "@/lib/services/views/shapes/row";
import type { Store } from "@/lib/store/client";
import { dialects, type TestDatabase } from "@/tests/support/databases";
import { SEED_IDENTITY, SEED_TEXT } from "@/tests/support/seed";

/** A row with what its filing says: what the issuer and filing pages show. */
interface Seen {
  row: RowView;
  owners: FilingSummary["owners"];
  late: FilingView["timeliness"];
}

type Meets = (seen: Seen) => boolean;

const inForce: Meets = ({ row }) => row.supersededBy === null;
const once: Meets = ({ row }) => !row.flags.some((flag) => flag.code === "counted elsewhere");
const between = (value: number | string | null, from: number | string, to: number | string) =>
  value !== null && value >= from && value <= to;
const role =
  (name: string): Meets =>
  ({ owners }) =>
    owners.some((owner) => owner.roles.includes(name));
const titled =
  (words: RegExp): Meets =>
  ({ owners }) =>
    owners.some((owner) => words.test(owner.officerTitle ?? ""));

/** Every filter, and what it means on the pages' own rows. In force and once, unless the filter says otherwise. */
const FILTERS: [search: string, meets: Meets, free?: boolean][] = [
  ["", () => true],
  ["code=P", ({ row }) => row.code === "P"],
  ["code=M,F", ({ row }) => row.code === "M" || row.code === "F"],
  ["class=exercise", ({ row }) => row.transactionClass === "exercise"],
  ["class=buy,gift", ({ row }) => row.transactionClass === "buy" || row.transactionClass === "gift"],
  ["direction=A", ({ row }) => row.acquiredDisposed === "A"],
  ["direction=none", ({ row }) => row.acquiredDisposed === null],
  ["table=2", ({ row }) => row.table === "II"],
  ["plan=yes", ({ row }) => row.plan.planned === true],
  ["plan=no", ({ row }) => row.plan.planned === false],
  ["plan=unknown", ({ row }) => row.plan.planned === null],
  ["plan=no,unknown", ({ row }) => row.plan.planned !== true],
  ["role=director", role("director")],
  ["role=ten-percent", role("10% owner")],
  ["role=ceo", titled(/ceo|chief executive/i)],
  ["role=cfo,ten-percent", (seen) => titled(/cfo|chief financial/i)(seen) || role("10% owner")(seen)],
  ["tradedFrom=2018-01-01", ({ row }) => between(row.tradeDate, "2018-01-01", "9999")],
  ["tradedTo=2018-12-10", ({ row }) => between(row.tradeDate, "0", "2018-12-10")],
  ["tradedFrom=2015-01-01&tradedTo=2019-06-30", ({ row }) => between(row.tradeDate, "2015-01-01", "2019-06-30")],
  ["filedFrom=2020-01-01", ({ row }) => between(row.filingDate, "2020-01-01", "9999")],
  ["filedTo=2014-12-31", ({ row }) => between(row.filingDate, "0", "2014-12-31")],
  ["valueMin=1m", ({ row }) => between(row.value, 1e6, Number.POSITIVE_INFINITY)],
  ["valueMin=15517&valueMax=78165.2976", ({ row }) => between(row.value, 15517, 78165.2976)],
  ["valueMax=0", ({ row }) => between(row.value, Number.NEGATIVE_INFINITY, 0)],
  ["sharesMin=2000&sharesMax=2000", ({ row }) => row.shares === 2000],
  ["priceMin=75.5351&priceMax=77.585", ({ row }) => between(row.price, 75.5351, 77.585)],
  ["deltaMin=10", ({ row }) => between(row.deltaOwn, 0.1, Number.POSITIVE_INFINITY)],
  ["deltaMax=-50", ({ row }) => between(row.deltaOwn, Number.NEGATIVE_INFINITY, -0.5)],
  ["form=4", ({ row }) => row.documentType === "4"],
  ["form=4/A,5", ({ row }) => row.documentType === "4/A" || row.documentType === "5"],
  ["held=I", ({ row }) => row.directOrIndirect === "I"],
  ["late=yes", ({ late }) => late.status === "late"],
  ["late=deemed,unassessed", ({ late }) => late.status === "late unless deemed" || late.status === "not assessed"],
  ["flagged=yes", ({ row }) => row.flags.some((flag) => flag.code !== "counted elsewhere")],
  ["flagged=no", ({ row }) => row.flags.every((flag) => flag.code === "counted elsewhere")],
  ["superseded=only&joint=all", ({ row }) => row.supersededBy !== null, true],
  ["superseded=with&joint=all", () => true, true],
  ["joint=all", inForce, true],
  ["issuer=qlys", ({ row }) => row.issuer.cik === "1107843"],
  ["issuer=1107843,9000000001", ({ row }) => ["1107843", "9000000001"].includes(row.issuer.cik)],
  ["insider=posey bruce", (seen) => seen.owners.some((owner) => owner.cik === "1254781") && inForce(seen), true],
  [
    "code=S&plan=yes&valueMin=50000&role=officer&table=1",
    (seen) => {
      const { row } = seen;
      return (
        row.code === "S" &&
        row.plan.planned === true &&
        between(row.value, 50000, Number.POSITIVE_INFINITY) &&
        role("officer")(seen) &&
        row.table === "I"
      );
    },
  ],
];

const address = (row: { filingId: string; anchor: string }) => `${row.filingId}#${row.anchor}`;
const query = (search: string) => readTransactionQuery(Object.fromEntries(new URLSearchParams(search)));

describe.each(dialects())("the screener on $name", (dialect) => {
  let database: TestDatabase;
  let store: Store;
  let all: Seen[];
  const folder = mkdtempSync(join(tmpdir(), "screener-"));
  beforeAll(async () => {
    database = await dialect.create();
    store = await database.open();
    const now = () => new Date("2026-01-02T03:04:05Z");
    await ingestFilings(store, readForStore([SEED_TEXT], SEED_IDENTITY), { now });
    const out = join(folder, dialect.name);
    await writeSample({ out, filings: 320, issuers: 6, seed: 7, as: "submission" });
    await ingestFilings(store, readForStore([join(out, "submissions")], {}), { now });
    all = await everyRow(store);
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await database.drop();
  });

  const list = (search: string) => listTransactions(store, query(search).query);
  const brute = (meets: Meets, free = false) =>
    all.filter((seen) => meets(seen) && (free || (inForce(seen) && once(seen)))).map((seen) => seen.row);

  it.each(FILTERS)("filters by “%s” as the pages' own rows do", async (search, meets, free) => {
    const expected = brute(meets, free);
    const view = await list(search);
    expect([view.count, view.isCapped, view.notes]).toEqual([expected.length, false, []]);
    const rows = await everyPage(store, search);
    expect(rows.map(address).sort()).toEqual(expected.map(address).sort());
    expect(rows.slice(0, view.rows.length)).toEqual(view.rows);
    expect(query(search).unread).toEqual([]);
  });

  it("has rows for nearly every filter, so that the comparison says something", () => {
    const empty = FILTERS.filter(([, meets, free]) => brute(meets, free).length === 0).map(([search]) => search);
    expect(empty).toEqual(["direction=none"]);
  });

  it.each(["filed", "traded", "value"])("walks all rows by %s where not all are at hand, each once", async (sort) => {
    for (const search of [
      "",
      "code=S",
      "code=P,S,G",
      "flagged=yes",
      "tradedTo=2019-06-30",
      "filedFrom=2000-01-01",
      "role=cfo",
    ]) {
      for (const order of ["desc", "asc"]) {
        const asked = `${search}&sort=${sort}&order=${order}`;
        const expected = await everyPage(store, asked);
        const bounded = await everyPage(store, asked, { rows: 7, lookedAt: 40 });
        expect([asked, bounded.map(address).sort()]).toEqual([asked, expected.map(address).sort()]);
        const column =
          sort === "filed"
            ? search.startsWith("filed")
              ? "filingDate"
              : "knownAt"
            : sort === "value"
              ? "value"
              : "tradeDate";
        const known = bounded.map((row) => row[column]).filter((one) => one !== null);
        const sorted = known.toSorted((a, b) => (a === b ? 0 : a < b === (order === "asc") ? -1 : 1));
        expect([asked, known]).toEqual([asked, sorted]);
        expect(bounded.slice(known.length).every((row) => row[column] === null)).toBe(true);
      }
    }
  });

  it("says how far it looked where it did not look at all rows", async () => {
    const view = await listTransactions(store, query("superseded=with&joint=all").query, { rows: 50, lookedAt: 1000 });
    expect([view.count, view.isCapped, view.reach]).toEqual([
      50,
      true,
      { by: "knownAt", isWhole: false, lookedAt: null },
    ]);
    const rare = await listTransactions(store, query("held=I&role=cfo").query, { rows: 50, lookedAt: 60 });
    expect([rare.isCapped, rare.reach]).toEqual([true, { by: "knownAt", isWhole: false, lookedAt: 60 }]);
    expect(rare.count).toBeLessThan((await list("held=I&role=cfo")).count);
    const narrow = await listTransactions(store, query("code=W").query, { rows: 50, lookedAt: 60 });
    expect([narrow.isCapped, narrow.count]).toEqual([false, (await list("code=W")).count]);
    const bySize = await listTransactions(store, query("sort=shares").query, { rows: 50, lookedAt: 60 });
    expect(bySize.notes).toEqual(["Sorted among the 50 rows that are counted: narrow the filter to sort them all."]);
  });

  it("finds first purchases, and purchases after a year of sales", async () => {
    const trades = all.filter(({ row }) => row.table === "I" && row.supersededBy === null && row.tradeDate !== null);
    const earlier = ({ row, owners }: Seen, code: string, from: string) =>
      trades.some(
        (other) =>
          other.row.code === code &&
          other.row.issuer.cik === row.issuer.cik &&
          (other.row.tradeDate ?? "") < (row.tradeDate ?? "") &&
          (other.row.tradeDate ?? "") >= from &&
          other.owners.some((one) => owners.some((owner) => owner.cik === one.cik)),
      );
    const purchases = trades.filter((seen) => seen.row.code === "P" && once(seen));
    const first = purchases.filter((seen) => !earlier(seen, "P", ""));
    const turned = purchases.filter((seen) => {
      const [year = "", rest = ""] = [seen.row.tradeDate?.slice(0, 4), seen.row.tradeDate?.slice(4)];
      const from = `${Number(year) - 1}${rest}`;
      return earlier(seen, "S", from) && !earlier(seen, "P", from);
    });
    expect(first.length).toBeGreaterThan(5);
    expect(first.length).toBeLessThan(purchases.length);
    for (const [search, expected] of [
      ["before=nothing-bought", first],
      ["before=year-of-sales", turned],
    ] as const) {
      const rows = await everyPage(store, search);
      expect([search, rows.map(address).sort()]).toEqual([search, expected.map(({ row }) => address(row)).sort()]);
    }
  });

  it("gives each row the figures of the pages", async () => {
    const rows = await everyPage(store, "superseded=with&joint=all");
    const views = new Map(all.map((seen) => [address(seen.row), seen]));
    for (const row of rows) {
      const seen = views.get(address(row));
      if (seen === undefined) throw new Error(`no page shows ${address(row)}`);
      const { plan, flags, owners, lateness, businessDaysLate, supersededRule, issuer, ...same } = row;
      expect(seen.row).toMatchObject(same);
      expect(supersededRule?.startsWith(seen.row.supersededRule ?? "") ?? null).toBe(
        seen.row.supersededRule === null ? null : true,
      );
      expect(issuer).toEqual(seen.row.issuer);
      expect(owners).toEqual(seen.owners);
      expect(flags.map((flag) => flag.words).sort()).toEqual(seen.row.flags.map((flag) => flag.words).sort());
      expect([plan.planned, plan.basis, plan.footnoteId, plan.words]).toEqual([
        seen.row.plan.planned,
        seen.row.plan.basis,
        seen.row.plan.footnoteId,
        seen.row.plan.words,
      ]);
      expect([lateness, businessDaysLate]).toEqual([seen.late.status, seen.late.late]);
    }
  });

  it("finds the seed filing's three sales, worth $152,750.7458", async () => {
    const view = await list("issuer=QLYS&code=S&sort=value");
    expect(view.rows.map((row) => [row.anchor, row.value, row.deltaOwn, row.plan.planned])).toEqual([
      ["t1-tx3", 78165.2976, -0.017354, true],
      ["t1-tx2", 59068.4482, -0.013156, true],
      ["t1-tx4", 15517, -0.00347, true],
    ]);
    expect(view.totals).toEqual({
      buys: 0,
      sales: 152750.7458,
      net: -152750.7458,
      buyRows: 0,
      saleRows: 3,
      leftOut: [],
    });
    expect(view.months).toEqual([
      {
        month: "2018-12",
        buys: 0,
        sales: 152750.7458,
        plannedBuys: 0,
        plannedSales: 152750.7458,
        transactions: 3,
        unvalued: 0,
      },
    ]);
  });

  it("names issuer and insiders of every row that a sum cites", async () => {
    const seed = await list("issuer=QLYS&code=S&sort=value");
    expect(seed.evidence.sales.map(({ anchor, issuer, owners }) => [anchor, issuer, owners])).toEqual(
      ["t1-tx3", "t1-tx2", "t1-tx4"].map((anchor) => [
        anchor,
        { cik: "1107843", name: "QUALYS, INC.", symbol: "QLYS" },
        [{ cik: "1254781", name: "POSEY BRUCE K" }],
      ]),
    );
    const { evidence } = await list("superseded=with&joint=all");
    const cited = [...evidence.buys, ...evidence.sales, ...evidence.leftOut.flatMap((group) => group.rows)];
    const pages = new Map(all.map(({ row }) => [address(row), [row.issuer, row.owners]]));
    expect(new Set(cited.map((row) => row.issuer.cik)).size).toBeGreaterThan(1);
    for (const row of cited) expect([row.issuer, row.owners]).toEqual(pages.get(address(row)));
  });

  it("counts what another answer would give, under the other conditions", async () => {
    const view = await list("issuer=QLYS&code=S");
    const counts = (name: string) =>
      view.facets.find((facet) => facet.name === name)?.options.filter(({ count }) => count > 0);
    expect(counts("code")).toEqual([
      { value: "S", count: 3 },
      { value: "M", count: 2 },
    ]);
    expect(counts("plan")).toEqual([{ value: "yes", count: 3 }]);
    expect(counts("role")).toEqual([{ value: "officer", count: 3 }]);
    for (const facet of (await list("plan=no")).facets) {
      for (const { value, count } of facet.options) {
        const other = facet.name === "plan" ? `plan=${value}` : `plan=no&${facet.name}=${value}`;
        expect([facet.name, value, count]).toEqual([facet.name, value, (await list(other)).count]);
      }
    }
  });

  it("adds up each issuer as the issuer's page does", async () => {
    for (const cik of new Set(all.map((seen) => seen.row.issuer.cik))) {
      const page = await getIssuer(store, { cik, codes: [] });
      const { totals, months } = await list(`issuer=${cik}&superseded=with&joint=all`);
      expect([totals.buys, totals.sales, totals.net]).toEqual([
        page?.totals.buys.value,
        page?.totals.sales.value,
        page?.totals.net.value,
      ]);
      expect(totals.buyRows).toBe(page?.totals.buys.rows.length);
      const left = page?.totals.net.leftOut.reduce((sum, group) => sum + group.count, 0);
      expect(totals.leftOut.reduce((sum, group) => sum + group.count, 0)).toBe(left);
      expect(months).toEqual(page?.months);
    }
  });

  it.each(["filed", "traded", "value", "shares", "price", "delta"])(
    "sorts by %s, both ways, the unknown last",
    async (sort) => {
      const key = (row: ScreenRow) =>
        ({
          filed: row.knownAt,
          traded: row.tradeDate,
          value: row.value,
          shares: row.shares,
          price: row.price,
          delta: row.deltaOwn,
        })[sort] ?? null;
      for (const order of ["desc", "asc"]) {
        const keys = (await everyPage(store, `sort=${sort}&order=${order}`)).map(key);
        const known = keys.filter((one) => one !== null);
        expect(keys.slice(0, known.length)).toEqual(known);
        for (const [i, one] of known.entries()) {
          const before = known[i - 1];
          if (i > 0 && before !== undefined) expect(order === "desc" ? one <= before : one >= before).toBe(true);
        }
      }
    },
  );

  it("exports the rows of the page, number for number", async () => {
    const { rows, next } = await exportTransactions(store, query("code=S,P&sort=value").query);
    expect(next).toBeNull();
    const table = screenTable(rows);
    const csv = csvText(table.headings, table.rows);
    const records: Record<string, string>[] = parse(csv, { columns: true, record_delimiter: "\r\n" });
    const pages = await everyPage(store, "code=S,P&sort=value");
    expect(
      records.map((record) => [
        `${record.filing_id}#${record.row}`,
        record.value_usd,
        record.delta_own,
        record.planned,
      ]),
    ).toEqual(
      pages.map((row) => [
        address(row),
        String(row.value ?? ""),
        String(row.deltaOwn ?? ""),
        String(row.plan.planned ?? ""),
      ]),
    );
  });

  it("lets nothing through for a name that nobody has, and says so", async () => {
    const view = await list("issuer=NOSUCH&insider=nobody at all");
    expect([view.count, view.rows]).toEqual([0, []]);
    expect(view.notes).toEqual([
      "No issuer here used the ticker “NOSUCH”.",
      "No insider here is called “nobody at all”.",
    ]);
  });

  it("takes hostile parameters for words", async () => {
    const hostile = '\'; DROP TABLE "ReportedRow"; --';
    const view = await list(`issuer=${encodeURIComponent(hostile)}&code=P`);
    expect(view.count).toBe(0);
    expect((await list("")).count).toBeGreaterThan(100);
    for (const after of [
      "nonsense",
      Buffer.from('["x",1,2]').toString("base64url"),
      Buffer.from('[1,"x",0]').toString("base64url"),
    ]) {
      const begun = await list(`after=${after}`);
      expect(begun.notes).toEqual(["The place to go on from could not be read: this is the first page."]);
      expect(begun.rows).toEqual((await list("")).rows);
    }
  });
});

async function everyPage(store: Store, search: string, limits: Limits = LIMITS): Promise<ScreenRow[]> {
  const rows: ScreenRow[] = [];
  let after: string | null = null;
  do {
    const view: TransactionsView = await listTransactions(store, { ...query(search).query, after }, limits);
    rows.push(...view.rows);
    after = view.next;
  } while (after !== null);
  return rows;
}

/** Every transaction row as the issuer's page shows it, with its filing's owners and timeliness. */
async function everyRow(store: Store): Promise<Seen[]> {
  const issuers = await store.db.issuer.findMany();
  const seen: Seen[] = [];
  for (const { cik } of issuers) {
    const page = await getIssuer(store, { cik, codes: [] });
    for (const summary of page?.filings ?? []) {
      const filing = (await getFiling(store, summary.id))?.view;
      if (filing === undefined) throw new Error("no such filing");
      const rows = page?.rows.filter((row) => row.filingId === summary.id) ?? [];
      seen.push(...rows.map((row) => ({ row, owners: summary.owners, late: filing.timeliness })));
    }
  }
  return seen;
}
