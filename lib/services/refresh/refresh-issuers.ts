import type { WriteConnection } from "@/lib/store/writing/connection";
import { INSIDER, valuesOf } from "@/lib/store/writing/tables";
import { filingsOfOwners, type IssuerRecords, writeInsiders, writeIssuers } from "@/lib/store/writing/write-issuers";
import { clearStale, forgetRules, raiseDataVersion, recordRules, staleIssuers } from "@/lib/store/writing/write-state";
import { deriveStoredIssuer } from "./derive-issuer";
import { derivingRules } from "./deriving-rules";
import { insiderRecords, nameTokens } from "./party-records";

/** What a refresh is recorded with. */
export interface RefreshStamp {
  /** UTC, ISO 8601. */
  now: string;
  /** By which rules it derived. */
  rules: string;
}

/**
 * Recomputes every issuer that lags behind its sources, inside the caller's transaction. For the few issuers of a small
 * ingest; a bulk load spreads the work over threads (refresh-in-bulk). Returns how many were refreshed.
 */
export async function refreshStaleIssuers(connection: WriteConnection, now: string): Promise<number> {
  const ciks = await staleIssuers(connection);
  if (ciks.length === 0) return 0;
  await writeRefreshed(connection, await deriveAll(connection, ciks), { now, rules: derivingRules() });
  return ciks.length;
}

/**
 * Recomputes these issuers and writes them in one transaction. Several threads may do it at once, each with issuers of its
 * own: they derive side by side and write one after the other. The caller's process holds the ingest lock, so that the
 * sources stay as they are meanwhile. Returns how many filings differed from what was stored.
 */
export async function refreshIssuers(
  connection: WriteConnection,
  ciks: readonly string[],
  stamp: RefreshStamp,
): Promise<number> {
  const issuers = await deriveAll(connection, ciks);
  await connection.transaction(() => writeRefreshed(connection, issuers, stamp));
  return issuers.reduce((sum, { filings, gone }) => sum + filings.length + gone.length, 0);
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
  { now, rules }: RefreshStamp,
): Promise<void> {
  const owners = await writeIssuers(connection, issuers);
  await refreshInsiders(connection, owners);
  const [kept, left] = [
    issuers.filter(({ issuer }) => issuer !== null),
    issuers.filter(({ issuer }) => issuer === null),
  ];
  await recordRules(connection, kept.map(cikOf), rules);
  await forgetRules(connection, left.map(cikOf));
  await clearStale(connection, issuers.map(cikOf));
  await raiseDataVersion(connection, now);
}

function cikOf({ cik }: IssuerRecords): string {
  return cik;
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
