import { BOARD_TABLES, type BoardName } from "./board-tables";
import { type BulkRecord, inList, type WriteConnection } from "./connection";
import { addToCounts, takeFromCounts } from "./filing-counts";
import { FILING, FILING_OWNER, INSIDER, ISSUER, ISSUER_SYMBOL, NAME_TOKEN, REPORTED_ROW } from "./tables";

/** One filing as the records of its tables, values in the order of the tables' columns. */
export interface FilingRecords {
  id: string;
  /** Of all that follows. */
  recordsHash: string;
  ownerCiks: readonly string[];
  filing: BulkRecord;
  owners: readonly BulkRecord[];
  rows: readonly BulkRecord[];
}

/** All that one issuer's sources lead to. Plain data: a worker thread computes it. */
export interface IssuerRecords {
  cik: string;
  /** Only those that differ from what is stored. */
  filings: readonly FilingRecords[];
  /** Stored filings that the sources no longer give. */
  gone: readonly string[];
  /** Null when no filing names the issuer any more. */
  issuer: BulkRecord | null;
  symbols: readonly BulkRecord[];
  /** Words under which the issuer is found. */
  tokens: readonly string[];
  boards: Readonly<Record<BoardName, readonly BulkRecord[]>>;
}

/** Filing id → hash of its records, of each stored filing of an issuer. */
export async function storedFilings(connection: WriteConnection, issuerCik: string): Promise<Map<string, string>> {
  const filings = await connection.all<{ id: string; recordsHash: string }>(
    `SELECT "id", "recordsHash" FROM "Filing" WHERE "issuerCik" = ?`,
    [issuerCik],
  );
  return new Map(filings.map(({ id, recordsHash }) => [id, recordsHash]));
}

/**
 * Writes what was derived for these issuers, inside the caller's transaction. Returns the owners whose filings changed:
 * their own records must follow (write-insiders).
 */
export async function writeIssuers(connection: WriteConnection, issuers: readonly IssuerRecords[]): Promise<string[]> {
  const filings = issuers.flatMap((issuer) => issuer.filings);
  const owners = new Set(filings.flatMap((filing) => filing.ownerCiks));
  const gone = await stillOf(connection, issuers);
  for (const cik of await deleteFilings(connection, [...filings.map((filing) => filing.id), ...gone])) owners.add(cik);
  await connection.insert(
    FILING,
    filings.map((filing) => filing.filing),
  );
  await addToCounts(
    connection,
    filings.map((filing) => filing.id),
  );
  await connection.insert(
    FILING_OWNER,
    filings.flatMap((filing) => filing.owners),
  );
  await connection.insert(
    REPORTED_ROW,
    filings.flatMap((filing) => filing.rows),
  );
  await replaceParties(connection, issuers);
  await replaceBoards(connection, issuers);
  return [...owners];
}

/** Of the filings that issuers lost those that no other issuer has got meanwhile. */
async function stillOf(connection: WriteConnection, issuers: readonly IssuerRecords[]): Promise<string[]> {
  const still: string[] = [];
  for (const { cik, gone } of issuers) {
    if (gone.length === 0) continue;
    const [list, param] = inList(connection, gone);
    const sql = `SELECT "id" FROM "Filing" WHERE "id" ${list} AND "issuerCik" = ?`;
    for (const { id } of await connection.all<{ id: string }>(sql, [param, cik])) still.push(id);
  }
  return still;
}

/** Removes filings with their owners and rows; their sources stay. Returns the owners that they had. */
async function deleteFilings(connection: WriteConnection, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const [list, param] = inList(connection, ids);
  const stored = await connection.all<{ id: string }>(`SELECT "id" FROM "Filing" WHERE "id" ${list}`, [param]);
  if (stored.length === 0) return [];
  await takeFromCounts(
    connection,
    stored.map(({ id }) => id),
  );
  const owners = await connection.all<{ ownerCik: string }>(
    `SELECT DISTINCT "ownerCik" FROM "FilingOwner" WHERE "filingId" ${list}`,
    [param],
  );
  await connection.run(`DELETE FROM "ReportedRow" WHERE "filingId" ${list}`, [param]);
  await connection.run(`DELETE FROM "FilingOwner" WHERE "filingId" ${list}`, [param]);
  await connection.run(`DELETE FROM "Filing" WHERE "id" ${list}`, [param]);
  return owners.map(({ ownerCik }) => ownerCik);
}

async function replaceParties(connection: WriteConnection, issuers: readonly IssuerRecords[]): Promise<void> {
  const [list, param] = inList(
    connection,
    issuers.map((issuer) => issuer.cik),
  );
  await connection.run(`DELETE FROM "Issuer" WHERE "cik" ${list}`, [param]);
  await connection.run(`DELETE FROM "IssuerSymbol" WHERE "issuerCik" ${list}`, [param]);
  await connection.insert(
    ISSUER,
    issuers.flatMap(({ issuer }) => (issuer === null ? [] : [issuer])),
  );
  await connection.insert(
    ISSUER_SYMBOL,
    issuers.flatMap((issuer) => issuer.symbols),
  );
  await replaceTokens(connection, "issuer", new Map(issuers.map((issuer) => [issuer.cik, issuer.tokens])));
}

async function replaceBoards(connection: WriteConnection, issuers: readonly IssuerRecords[]): Promise<void> {
  const [list, param] = inList(
    connection,
    issuers.map((issuer) => issuer.cik),
  );
  for (const table of BOARD_TABLES) {
    await connection.run(`DELETE FROM "${table.name}" WHERE "issuerCik" ${list}`, [param]);
    await connection.insert(
      table,
      issuers.flatMap((issuer) => issuer.boards[table.name]),
    );
  }
}

/** Replaces the words under which parties are found. */
async function replaceTokens(
  connection: WriteConnection,
  kind: "issuer" | "insider",
  tokens: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  const [list, param] = inList(connection, [...tokens.keys()]);
  const known = await connection.all<{ token: string; cik: string }>(
    `SELECT "token", "cik" FROM "NameToken" WHERE "kind" = ? AND "cik" ${list}`,
    [kind, param],
  );
  const have = new Set(known.map(({ token, cik }) => `${cik} ${token}`));
  const want = [...tokens].flatMap(([cik, words]) => words.map((token) => ({ token, cik })));
  const wanted = new Set(want.map(({ token, cik }) => `${cik} ${token}`));
  for (const { token, cik } of known) {
    if (wanted.has(`${cik} ${token}`)) continue;
    await connection.run(`DELETE FROM "NameToken" WHERE "token" = ? AND "kind" = ? AND "cik" = ?`, [token, kind, cik]);
  }
  const added = want.filter(({ token, cik }) => !have.has(`${cik} ${token}`));
  await connection.insert(
    NAME_TOKEN,
    added.map(({ token, cik }) => [token, kind, cik]),
  );
}

/** An owner's filing, at whatever issuer, with the name that it gives. */
export interface OwnerFiling {
  ownerCik: string;
  name: string | null;
  filingId: string;
  knownAt: string | null;
}

/** Every filing of these owners, at all issuers. */
export async function filingsOfOwners(connection: WriteConnection, ciks: readonly string[]): Promise<OwnerFiling[]> {
  if (ciks.length === 0) return [];
  const [list, param] = inList(connection, ciks);
  return connection.all(
    `SELECT o."ownerCik", o."name", o."filingId", f."knownAt" FROM "FilingOwner" o
     JOIN "Filing" f ON f."id" = o."filingId" WHERE o."ownerCik" ${list}`,
    [param],
  );
}

/** Replaces what is known of these owners; those without a record are named by no filing any more. */
export async function writeInsiders(
  connection: WriteConnection,
  ciks: readonly string[],
  records: readonly BulkRecord[],
  tokens: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  if (ciks.length === 0) return;
  const [list, param] = inList(connection, ciks);
  await connection.run(`DELETE FROM "Insider" WHERE "cik" ${list}`, [param]);
  await connection.insert(INSIDER, records);
  await replaceTokens(connection, "insider", new Map(ciks.map((cik) => [cik, tokens.get(cik) ?? []])));
}
