import { type BalanceLine, balanceLines } from "@/lib/analytics/holdings/balance-lines";
import { filingsOfSources } from "@/lib/services/filings-of-sources";
import { hashText } from "@/lib/services/ingest/prepare-source";
import type { BulkValue } from "@/lib/store/bulk-insert";
import type { Database, Store } from "@/lib/store/client";
import { clearStale, raiseDataVersion, staleIssuers } from "@/lib/store/ledger-state";
import { sourcesOfIssuer } from "@/lib/store/read-documents";
import { filingsOfOwners } from "@/lib/store/read-party-filings";
import { replaceBalanceLines } from "@/lib/store/write-balance-lines";
import { type IssuerRecord, replaceInsiders, replaceIssuers, replaceNameTokens } from "@/lib/store/write-parties";
import { insiderRecords, issuerRecord, nameTokens } from "./party-records";

/** Issuers refreshed in one transaction. */
const CHUNK = 50;

/**
 * Recomputes what spans filings for every issuer that lags behind, chunk by chunk, each in one transaction. What is left
 * when a run is killed stays marked, and the next run completes it. Returns how many issuers were refreshed.
 */
export async function refreshStaleIssuers(store: Store, now: () => Date): Promise<number> {
  let refreshed = 0;
  for (;;) {
    const ciks = await staleIssuers(store.db, CHUNK);
    if (ciks.length === 0) return refreshed;
    await store.db.$transaction((db) => refreshIssuers(db, store, ciks, now().toISOString()));
    refreshed += ciks.length;
  }
}

async function refreshIssuers(db: Database, store: Store, ciks: readonly string[], now: string): Promise<void> {
  const { provider } = store.target;
  const issuers: IssuerRecord[] = [];
  const gone: string[] = [];
  const lines: BulkValue[][] = [];
  const owners = new Set<string>();
  const names = new Map<string, string[]>();
  for (const cik of ciks) {
    const filings = filingsOfSources(await sourcesOfIssuer(db, provider, cik)).map((filing) => filing.facts);
    if (filings.length === 0) {
      gone.push(cik);
      continue;
    }
    issuers.push(issuerRecord(cik, filings));
    names.set(cik, nameTokens(filings.map((filing) => filing.issuerName)));
    lines.push(...balanceLines(filings).map((line) => lineRecord(line)));
    for (const owner of filings.flatMap((filing) => filing.owners)) owners.add(owner.cik);
  }
  await replaceIssuers(db, provider, issuers, gone);
  await replaceNameTokens(db, provider, "issuer", names);
  await replaceBalanceLines(db, provider, ciks, lines);
  await refreshInsiders(db, store, [...owners]);
  await clearStale(db, ciks);
  await raiseDataVersion(db, now);
}

async function refreshInsiders(db: Database, store: Store, ciks: readonly string[]): Promise<void> {
  const { provider } = store.target;
  const filings = await filingsOfOwners(db, provider, ciks);
  const insiders = insiderRecords(filings);
  const found = new Set(insiders.map((insider) => insider.cik));
  await replaceInsiders(
    db,
    provider,
    insiders,
    ciks.filter((cik) => !found.has(cik)),
  );
  const tokens = new Map<string, string[]>();
  for (const cik of found) {
    tokens.set(cik, nameTokens(filings.filter((filing) => filing.ownerCik === cik).map((filing) => filing.name)));
  }
  await replaceNameTokens(db, provider, "insider", tokens);
}

/** The values of one line in the order of the BalanceLine table's columns. */
function lineRecord(line: BalanceLine): BulkValue[] {
  const points = line.points.map((point) => [point.date, point.balance, point.address]);
  return [
    line.issuerCik,
    hashText(line.key),
    line.ownerKey,
    line.table === "I" ? 1 : 2,
    line.securityTitle,
    line.directOrIndirect,
    line.natureOfOwnership,
    line.grant?.exercisePrice ?? null,
    line.grant?.expirationDate ?? null,
    line.unit,
    line.closing?.balance ?? null,
    line.closing?.date ?? null,
    line.points.length,
    JSON.stringify(points),
  ];
}
