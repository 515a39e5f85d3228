import type { WriteConnection } from "@/lib/store/writing/connection";
import { INSIDER, valuesOf } from "@/lib/store/writing/tables";
import { filingsOfOwners, type IssuerRecords, writeInsiders, writeIssuers } from "@/lib/store/writing/write-issuers";
import { clearStale, raiseDataVersion, staleIssuers } from "@/lib/store/writing/write-state";
import { deriveStoredIssuer } from "./derive-issuer";
import { insiderRecords, nameTokens } from "./party-records";

/**
 * Recomputes every issuer that lags behind its sources, inside the caller's transaction. For the few issuers of a small
 * ingest; a bulk load spreads the work over threads (refresh-in-bulk). Returns how many were refreshed.
 */
export async function refreshStaleIssuers(connection: WriteConnection, now: string): Promise<number> {
  const ciks = await staleIssuers(connection);
  await writeRefreshed(connection, await deriveAll(connection, ciks), now);
  return ciks.length;
}

/**
 * Recomputes these issuers and writes them in one transaction. Several threads may do it at once, each with issuers of its
 * own: they derive side by side and write one after the other. The caller's process holds the ingest lock, so that the
 * sources stay as they are meanwhile.
 */
export async function refreshIssuers(connection: WriteConnection, ciks: readonly string[], now: string): Promise<void> {
  const issuers = await deriveAll(connection, ciks);
  await connection.transaction(() => writeRefreshed(connection, issuers, now));
}

async function deriveAll(connection: WriteConnection, ciks: readonly string[]): Promise<IssuerRecords[]> {
  const issuers: IssuerRecords[] = [];
  for (const cik of ciks) issuers.push(await deriveStoredIssuer(connection, cik));
  return issuers;
}

/** Writes refreshed issuers with their insiders, inside the caller's transaction: a reader sees all of it or nothing. */
async function writeRefreshed(
  connection: WriteConnection,
  issuers: readonly IssuerRecords[],
  now: string,
): Promise<void> {
  if (issuers.length === 0) return;
  const owners = await writeIssuers(connection, issuers);
  await refreshInsiders(connection, owners);
  await clearStale(
    connection,
    issuers.map((issuer) => issuer.cik),
  );
  await raiseDataVersion(connection, now);
}

async function refreshInsiders(connection: WriteConnection, ciks: readonly string[]): Promise<void> {
  const filings = await filingsOfOwners(connection, ciks);
  const records = insiderRecords(filings).map((insider) => valuesOf(INSIDER, insider));
  const names = new Map<string, (string | null)[]>();
  for (const { ownerCik, name } of filings) {
    const known = names.get(ownerCik);
    if (known === undefined) names.set(ownerCik, [name]);
    else known.push(name);
  }
  const tokens = new Map([...names].map(([cik, of]) => [cik, nameTokens(of)] as const));
  await writeInsiders(connection, ciks, records, tokens);
}
