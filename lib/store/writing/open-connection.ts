import { openingFailed } from "@/lib/store/database-failure";
import type { DatabaseTarget } from "@/lib/store/database-url";
import type { WriteConnection } from "./connection";
import { openPostgres } from "./postgres-connection";
import { openSqlite } from "./sqlite-connection";

/**
 * Opens a connection for writing in bulk, or for reading beside one (`readOnly`).
 * @throws LedgerError `database-not-writable`, `database-unreadable`
 */
export async function openConnection(
  target: DatabaseTarget,
  options: { readOnly?: boolean } = {},
): Promise<WriteConnection> {
  try {
    return target.provider === "sqlite" ? openSqlite(target, options.readOnly ?? false) : await openPostgres(target);
  } catch (cause) {
    throw openingFailed(target, cause);
  }
}
