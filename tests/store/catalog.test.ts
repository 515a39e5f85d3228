import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCatalog } from "@/lib/store/care/catalog";
import { BOARD_TABLES } from "@/lib/store/writing/board-tables";
import type { BulkTable } from "@/lib/store/writing/connection";
import { openConnection } from "@/lib/store/writing/open-connection";
import {
  FILING,
  FILING_COUNT,
  FILING_OWNER,
  FILING_SOURCE,
  INSIDER,
  ISSUER,
  ISSUER_SYMBOL,
  NAME_TOKEN,
  REPORTED_ROW,
} from "@/lib/store/writing/tables";
import { dialects, type TestDatabase } from "@/tests/support/databases";

const WRITTEN: readonly BulkTable[] = [
  FILING,
  FILING_COUNT,
  FILING_OWNER,
  FILING_SOURCE,
  INSIDER,
  ISSUER,
  ISSUER_SYMBOL,
  NAME_TOKEN,
  REPORTED_ROW,
  ...BOARD_TABLES,
];

describe.each(dialects())("the tables of the writer on $name", (dialect) => {
  let database: TestDatabase;
  let catalog: BulkTable[];
  beforeAll(async () => {
    database = await dialect.create();
    const connection = await openConnection((await database.open()).target);
    catalog = await readCatalog(connection);
    await connection.close();
  });
  afterAll(() => database.drop());

  it.each(WRITTEN.map((table) => [table.name, table] as const))(
    "has every column of %s, of its type",
    (name, table) => {
      const stored = catalog.find((one) => one.name === name);
      expect(Object.fromEntries(table.columns)).toEqual(Object.fromEntries(stored?.columns ?? []));
    },
  );
});
