import { LedgerError } from "@/lib/errors";
import type { DatabaseTarget } from "@/lib/store/database-url";
import type { WriteConnection } from "./connection";
import { openPostgres } from "./postgres-connection";
import { openSqlite } from "./sqlite-connection";

/**
 * Opens a connection for writing in bulk, or for reading beside one (`readOnly`).
 * @throws LedgerError `database-not-writable`
 */
export async function openConnection(
  target: DatabaseTarget,
  options: { readOnly?: boolean } = {},
): Promise<WriteConnection> {
  try {
    return target.provider === "sqlite" ? openSqlite(target, options.readOnly ?? false) : await openPostgres(target);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new LedgerError("database-not-writable", `The database ${target.display} can't be opened: ${reason}`, {
      place: { file: target.display },
      advice: "Check that the place exists and may be written, or set DATABASE_URL to another one.",
      cause,
    });
  }
}
