import type { Store } from "@/lib/store/client";

const TABLES = [
  "Filing",
  "FilingSource",
  "FilingAlias",
  "FilingOwner",
  "ReportedRow",
  "Issuer",
  "IssuerSymbol",
  "Insider",
  "NameToken",
  "BalanceLine",
  "StaleIssuer",
] as const;

/** Everything that the filings determine, as sorted text: two equal dumps are two equal ledgers. */
export async function dumpLedger(store: Store): Promise<Record<string, string[]>> {
  const dump: Record<string, string[]> = {};
  for (const table of TABLES) {
    const rows = await store.db.$queryRawUnsafe<Record<string, unknown>[]>(`SELECT * FROM "${table}"`);
    dump[table] = rows
      .map((row) => JSON.stringify(row, (_, value) => (value instanceof Uint8Array ? [...value] : value)))
      .sort();
  }
  return dump;
}
