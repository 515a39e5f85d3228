import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Libsql from "libsql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readLateFilings, readMarketMonths } from "@/lib/store/boards/read-boards";
import { openStore, type Store } from "@/lib/store/client";
import { migrate } from "@/lib/store/migrate";
import { newestKnownAt } from "@/lib/store/read-market";
import { conditionSql, Statement } from "@/lib/store/transactions/row-conditions";
import { stretchSql } from "@/lib/store/transactions/walk-sql";

const folder = mkdtempSync(join(tmpdir(), "insider-walks-"));
const file = join(folder, "ledger.db");
let store: Store;
const asked: { sql: string; params: unknown[] }[] = [];

beforeAll(async () => {
  await migrate(`file:${file}`);
  store = await openStore(`file:${file}`);
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

function plan(sql: string, params: unknown[]): string[] {
  const db = new Libsql(file);
  const steps = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(params) as { detail: string }[];
  db.close();
  return steps.map(({ detail }) => detail);
}

/** The store, noting the SQL that goes past Prisma's models. */
function noting(): Store {
  const db = new Proxy(store.db, {
    get: (target, name) =>
      name === "$queryRawUnsafe"
        ? (sql: string, ...params: unknown[]) => {
            asked.push({ sql, params });
            return target.$queryRawUnsafe(sql, ...params);
          }
        : Reflect.get(target, name),
  });
  return { ...store, db };
}

// Six million filings and two million sums: what reads all of a table or sorts it takes seconds, however few rows it gives.
describe("what every page asks of a whole ledger", () => {
  it("adds the market's months up in the order of one index, without the table", async () => {
    asked.length = 0;
    expect(await readMarketMonths(noting())).toEqual([]);
    const [step] = plan(asked[0]?.sql ?? "", []);
    expect(step).toBe("SCAN MonthlySum USING COVERING INDEX MonthlySum_market_idx");
  });

  it("finds late filings by their own index", async () => {
    asked.length = 0;
    expect(await readLateFilings(noting(), { limit: 11, days: 5, from: "2020-01-01" })).toEqual([]);
    const { sql, params } = asked[0] ?? { sql: "", params: [] };
    expect(plan(sql, params)).toEqual(["SEARCH Filing USING COVERING INDEX Filing_late_idx (knownAt>?)"]);
  });

  it("knows the newest filing without an aggregate over all", async () => {
    expect(await newestKnownAt(store.db)).toBeNull();
    const base = { documentType: "4", issuerCik: "1", documentHash: "", recordsHash: "", format: "xml" };
    const rest = { ...base, rowCount: 0, warningCount: 0, lateness: "on time" };
    await store.db.filing.createMany({
      data: [
        { id: "a", knownAt: "2020-01-02T00:00:00.000Z", ...rest },
        { id: "b", knownAt: "2021-01-02T00:00:00.000Z", ...rest },
        { id: "c", knownAt: null, ...rest },
      ],
    });
    expect(await newestKnownAt(store.db)).toBe("2021-01-02T00:00:00.000Z");
    expect(await newestKnownAt(store.db, "2020-12-31T00:00:00.000Z")).toBe("2020-01-02T00:00:00.000Z");
    expect(await newestKnownAt(store.db, "2019-12-31T00:00:00.000Z")).toBeNull();
  });

  it("asks the list of late filings before it looks a row up, within the part's own time", () => {
    const statement = new Statement("sqlite");
    const lane = { index: "ReportedRow_code_knownAt_filingId_idx", served: [{ column: "code", in: ["P"] } as const] };
    const stretch = {
      lane,
      checked: [{ column: "lateness", in: ["late"] } as const],
      order: { by: "knownAt", descending: true } as const,
      hasValue: true,
      after: { value: "2021-02-01T00:00:00.000Z", filingId: "x", position: 3 },
    };
    const upTo = { value: "2020-01-01T00:00:00.000Z", filingId: "a" };
    const sql = stretchSql(statement, stretch, { columns: `r."filingId"`, upTo, limit: 10 });
    expect(plan(sql, statement.params)).toContain(
      "SEARCH l USING COVERING INDEX Filing_late_idx (knownAt>? AND knownAt<?)",
    );
    expect(statement.params).toEqual(
      expect.arrayContaining(["late", "2020-01-01T00:00:00.000Z", "2021-02-01T00:00:00.000Z"]),
    );
  });

  it("asks a chief's title of the index of such titles, and any other of the owners", () => {
    const steps = (word: string) => {
      const statement = new Statement("sqlite");
      const where = conditionSql(statement, { titleHas: [word] });
      return plan(`SELECT 1 FROM "ReportedRow" r WHERE ${where}`, statement.params).join("; ");
    };
    expect(steps("Chief Executive")).toContain("SEARCH o USING COVERING INDEX FilingOwner_chief_idx (filingId=?)");
    expect(steps("treasurer")).not.toContain("FilingOwner_chief_idx");
  });

  it("lists rows that are not settled by their indexes, within the part's time", () => {
    const statement = new Statement("sqlite");
    const span = { from: "2020-01-01T00:00:00.000Z", to: "2021-01-01T00:00:00.000Z" };
    const where = conditionSql(statement, { isUnsettled: true }, span);
    const steps = plan(`SELECT 1 FROM "ReportedRow" r WHERE ${where}`, statement.params).join("; ");
    for (const index of ["superseded", "flagged", "countedAs"]) expect(steps).toContain(`ReportedRow_${index}_idx`);
    const all = new Statement("sqlite");
    expect(conditionSql(all, { isUnsettled: true })).toBe(
      `(r."supersededBy" IS NOT NULL OR r."flag" IS NOT NULL OR r."countedAs" IS NOT NULL)`,
    );
  });

  it("leaves any other lateness to the filings", () => {
    const others = new Statement("sqlite");
    expect(conditionSql(others, { column: "lateness", in: ["late", "on time"] })).toBe(`(f."lateness" IN (?, ?))`);
    const postgres = new Statement("postgresql");
    expect(conditionSql(postgres, { column: "lateness", in: ["late"] })).toBe(`(f."lateness" IN ($1))`);
  });
});
