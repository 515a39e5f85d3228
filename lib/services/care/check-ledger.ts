import { derivingRules } from "@/lib/services/refresh/deriving-rules";
import { insiderRecords, nameTokens } from "@/lib/services/refresh/party-records";
import { LazyPool } from "@/lib/services/workers/worker-pool";
import { recordOf } from "@/lib/store/care/checksum";
import { allIssuers, allOwners, misplacedSources, orphans, ownerRows } from "@/lib/store/care/issuer-rows";
import type { Store } from "@/lib/store/client";
import type { BulkRecord, WriteConnection } from "@/lib/store/writing/connection";
import { RECOUNT } from "@/lib/store/writing/filing-counts";
import { takeIngestLock } from "@/lib/store/writing/ingest-lock";
import { openConnection } from "@/lib/store/writing/open-connection";
import { FILING_COUNT, INSIDER, NAME_TOKEN, valuesOf } from "@/lib/store/writing/tables";
import { filingsOfOwners } from "@/lib/store/writing/write-issuers";
import { outdatedIssuers, staleIssuers } from "@/lib/store/writing/write-state";
import { checkIssuer, compareRecords, type Difference } from "./check-issuer";

export interface LedgerCheck {
  issuers: number;
  insiders: number;
  /** Issuers whose filings still wait to be derived: an ingest was ended before its end. */
  waiting: string[];
  /** Issuers derived by other rules than this program's: what differs with them may be the rules' doing. */
  outdated: string[];
  differences: Difference[];
}

export interface CheckOptions {
  onProgress?: (done: number, total: number) => void;
  onWait?: () => void;
}

/** Issuers a task, and how many are worth starting threads for. */
const TASK = 20;
const FEW = 20;
/** Owners looked at together. */
const OWNERS = 500;

/** Recomputes everything from the stored sources and compares it with what is stored. No ingest runs meanwhile. */
export async function checkLedger(store: Pick<Store, "target">, options: CheckOptions = {}): Promise<LedgerCheck> {
  const lock = await takeIngestLock(store.target, options.onWait ?? (() => undefined));
  const connection = await openConnection(store.target, { readOnly: true });
  const threads = new LazyPool();
  try {
    const ciks = await allIssuers(connection);
    const differences = [...(await placementDifferences(connection))];
    differences.push(...(await issuerDifferences(connection, ciks, threads, options)));
    const insiders = await checkInsiders(connection);
    differences.push(...insiders.differences, ...(await countDifferences(connection)));
    return {
      issuers: ciks.length,
      insiders: insiders.count,
      waiting: await staleIssuers(connection),
      outdated: await outdatedIssuers(connection, derivingRules()),
      differences,
    };
  } finally {
    await threads.close();
    await connection.close();
    await lock.release();
  }
}

async function placementDifferences(connection: WriteConnection): Promise<Difference[]> {
  const misplaced = (await misplacedSources(connection)).map(
    ({ filingKey, issuerCik }): Difference => ({
      table: "FilingSource",
      cik: issuerCik,
      kind: "unexpected",
      record: `${filingKey} lies with another filing than its core says`,
    }),
  );
  const lost = (await orphans(connection)).map(
    ({ table, filingId }): Difference => ({
      table,
      cik: "",
      kind: "unexpected",
      record: `of ${filingId}, which is gone`,
    }),
  );
  return [...misplaced, ...lost];
}

async function issuerDifferences(
  connection: WriteConnection,
  ciks: readonly string[],
  threads: LazyPool,
  options: CheckOptions,
): Promise<Difference[]> {
  const differences: Difference[] = [];
  let done = 0;
  const take = (found: readonly Difference[], issuers: number) => {
    differences.push(...found);
    done += issuers;
    options.onProgress?.(done, ciks.length);
  };
  if (ciks.length <= FEW) {
    for (const cik of ciks) take(await checkIssuer(connection, cik), 1);
    return differences;
  }
  const pool = threads.get();
  for (let at = 0; at < ciks.length; at += TASK) {
    while (pool.ready || !pool.hasRoom) {
      const answer = await pool.next();
      if (answer?.kind === "checked") take(answer.differences, answer.issuers);
    }
    pool.add({ kind: "check", target: connection.target, ciks: ciks.slice(at, at + TASK) });
  }
  for (let answer = await pool.next(); answer !== null; answer = await pool.next()) {
    if (answer.kind === "checked") take(answer.differences, answer.issuers);
  }
  return differences.sort((a, b) => (a.cik < b.cik ? -1 : a.cik > b.cik ? 1 : 0));
}

/** The stored counts by month, form and source beside a count of all stored filings. */
async function countDifferences(connection: WriteConnection): Promise<Difference[]> {
  const { columns } = FILING_COUNT;
  const records = async (sql: string) =>
    (await connection.all<Record<string, unknown>>(sql)).map((row) => recordOf(FILING_COUNT, row));
  const names = columns.map(([name]) => `"${name}"`).join(", ");
  const [counted, stored] = [await records(RECOUNT), await records(`SELECT ${names} FROM "FilingCount"`)];
  return compareRecords("FilingCount", "", counted, stored);
}

/** Insiders and the words of their names, from the owners of the stored filings. */
async function checkInsiders(connection: WriteConnection): Promise<{ count: number; differences: Difference[] }> {
  const owners = await allOwners(connection);
  const differences: Difference[] = [];
  for (let at = 0; at < owners.length; at += OWNERS) {
    differences.push(...(await checkOwners(connection, owners.slice(at, at + OWNERS))));
  }
  return { count: owners.length, differences };
}

async function checkOwners(connection: WriteConnection, ciks: readonly string[]): Promise<Difference[]> {
  const filings = await filingsOfOwners(connection, ciks);
  const records = insiderRecords(filings).map((insider) => valuesOf(INSIDER, insider));
  const tokens = ciks.flatMap((cik) => {
    const names = filings.filter((filing) => filing.ownerCik === cik).map((filing) => filing.name);
    return nameTokens(names).map((token): BulkRecord => valuesOf(NAME_TOKEN, { token, kind: "insider", cik }));
  });
  const stored = await ownerRows(connection, ciks);
  const first = ciks[0] ?? "";
  return [
    ...compareRecords("Insider", first, records, stored.insiders),
    ...compareRecords("NameToken", first, tokens, stored.tokens),
  ];
}
