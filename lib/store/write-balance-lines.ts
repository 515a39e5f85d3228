import { type BulkValue, bulkInsert, placeholders } from "./bulk-insert";
import type { Database } from "./client";
import type { Provider } from "./database-url";
import { BALANCE_LINE } from "./tables";

/** Replaces the balance lines of these issuers. Values stand in the order of the table's columns. */
export async function replaceBalanceLines(
  db: Database,
  provider: Provider,
  issuerCiks: readonly string[],
  lines: readonly BulkValue[][],
): Promise<void> {
  if (issuerCiks.length === 0) return;
  const list = placeholders(provider, issuerCiks.length);
  await db.$executeRawUnsafe(`DELETE FROM "BalanceLine" WHERE "issuerCik" IN (${list})`, ...issuerCiks);
  await bulkInsert(db, provider, BALANCE_LINE, lines);
}
