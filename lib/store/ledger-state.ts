import type { Database } from "./client";

/** The name of the one row of LedgerState. */
export const LEDGER = "ledger";

/** The counter that every change of the data raises; 0 for a new database. It keys every cache. */
export async function readDataVersion(db: Database): Promise<number> {
  const state = await db.ledgerState.findUnique({ where: { name: LEDGER } });
  return state?.dataVersion ?? 0;
}
