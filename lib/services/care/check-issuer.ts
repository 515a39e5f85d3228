import { hashText } from "@/lib/services/ingest/prepare-source";
import { deriveIssuer } from "@/lib/services/refresh/derive-issuer";
import { issuerRows } from "@/lib/store/care/issuer-rows";
import type { LoadedSource } from "@/lib/store/read-documents";
import { BOARD_TABLES } from "@/lib/store/writing/board-tables";
import type { BulkRecord, BulkTable, WriteConnection } from "@/lib/store/writing/connection";
import { FILING, FILING_OWNER, ISSUER, ISSUER_SYMBOL, REPORTED_ROW } from "@/lib/store/writing/tables";
import { loadIssuerSources } from "@/lib/store/writing/write-sources";

/** Where what is stored differs from what the stored sources lead to. */
export interface Difference {
  table: string;
  /** The issuer or owner that it is about. */
  cik: string;
  /** `missing`: derived, not stored; `unexpected`: stored, not derived; `damaged`: a source whose content doesn't fit its hash. */
  kind: "missing" | "unexpected" | "damaged";
  /** The record, or the source's file. */
  record: string;
}

/** Derives an issuer anew from its stored sources and compares every record of every table. */
export async function checkIssuer(connection: WriteConnection, cik: string): Promise<Difference[]> {
  const sources = await loadIssuerSources(connection, cik);
  const derived = deriveIssuer(cik, sources);
  const expected: [BulkTable, readonly BulkRecord[]][] = [
    [FILING, derived.filings.map((filing) => filing.filing)],
    [FILING_OWNER, derived.filings.flatMap((filing) => filing.owners)],
    [REPORTED_ROW, derived.filings.flatMap((filing) => filing.rows)],
    [ISSUER, derived.issuer === null ? [] : [derived.issuer]],
    [ISSUER_SYMBOL, derived.symbols],
    ...BOARD_TABLES.map((table): [BulkTable, readonly BulkRecord[]] => [table, derived.boards[table.name]]),
  ];
  const differences = damaged(cik, sources);
  for (const [table, records] of expected) {
    differences.push(...compareRecords(table.name, cik, records, await issuerRows(connection, table, cik)));
  }
  return differences;
}

function damaged(cik: string, sources: readonly LoadedSource[]): Difference[] {
  return sources
    .filter(({ document, warnings, hash }) => hashText(JSON.stringify({ document, warnings })) !== hash)
    .map(({ file }) => ({ table: "FilingSource", cik, kind: "damaged", record: file }));
}

/** Records that only one side has. */
export function compareRecords(
  table: string,
  cik: string,
  expected: readonly BulkRecord[],
  stored: readonly BulkRecord[],
): Difference[] {
  const want = new Set(expected.map((record) => JSON.stringify(record)));
  const have = new Set(stored.map((record) => JSON.stringify(record)));
  return [
    ...[...want]
      .filter((record) => !have.has(record))
      .map((record) => ({ table, cik, kind: "missing" as const, record })),
    ...[...have]
      .filter((record) => !want.has(record))
      .map((record) => ({ table, cik, kind: "unexpected" as const, record })),
  ];
}
