import { hashText } from "@/lib/services/ingest/prepare-source";
import { deriveIssuer } from "@/lib/services/refresh/derive-issuer";
import { ISSUER_TABLES, issuerRows } from "@/lib/store/care/issuer-rows";
import type { LoadedSource } from "@/lib/store/sources/read-documents";
import type { BulkRecord, WriteConnection } from "@/lib/store/writing/connection";
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
  const expected: Record<string, readonly BulkRecord[]> = {
    Filing: derived.filings.map((filing) => filing.filing),
    FilingOwner: derived.filings.flatMap((filing) => filing.owners),
    ReportedRow: derived.filings.flatMap((filing) => filing.rows),
    Issuer: derived.issuer === null ? [] : [derived.issuer],
    IssuerSymbol: derived.symbols,
    ...derived.boards,
  };
  const differences = damaged(cik, sources);
  for (const table of ISSUER_TABLES) {
    const stored = await issuerRows(connection, table, cik);
    differences.push(...compareRecords(table.name, cik, expected[table.name] ?? [], stored));
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
