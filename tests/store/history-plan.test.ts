import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Libsql from "libsql";
import { afterAll, describe, expect, it } from "vitest";
import { migrate } from "@/lib/store/migrate";
import { conditionSql, Statement } from "@/lib/store/transactions/row-conditions";

const folder = mkdtempSync(join(tmpdir(), "insider-plan-"));
afterAll(() => rmSync(folder, { recursive: true }));

// Along the code's index each row looked up all of the market's purchases: minutes on half a million rows.
describe("what owners did before", () => {
  it.each([
    ["first-purchase", null],
    ["first-purchase", "2013-01-02T05:00:00.000Z"],
    ["after-sales", null],
    ["after-sales", "2013-01-02T05:00:00.000Z"],
  ] as const)("of %s known by %s is looked up among the owners' filings", async (history, knownBy) => {
    const file = join(folder, "ledger.db");
    await migrate(`file:${file}`);
    const statement = new Statement("sqlite");
    const sql = `SELECT 1 FROM "ReportedRow" r WHERE ${conditionSql(statement, { history, knownBy })}`;
    const db = new Libsql(file);
    const plan = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...statement.params) as { detail: string }[];
    db.close();
    const steps = plan.map(({ detail }) => detail).filter((detail) => /^(?:SEARCH|SCAN) [opb] /.test(detail));
    const lookUp = [
      "SEARCH o USING INDEX sqlite_autoindex_FilingOwner_1 (filingId=?)",
      "SEARCH p USING INDEX FilingOwner_ownerCik_idx (ownerCik=?)",
      "SEARCH b USING INDEX sqlite_autoindex_ReportedRow_1 (filingId=?)",
    ];
    expect(steps).toEqual(history === "first-purchase" ? lookUp : [...lookUp, ...lookUp]);
  });
});
