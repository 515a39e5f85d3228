import { filingsOfSources, type StoredFiling } from "@/lib/services/filings-of-sources";
import type { LoadedSource } from "@/lib/store/sources/read-documents";
import { documentHash } from "@/lib/store/sources/settled-sources";
import type { BulkRecord, WriteConnection } from "@/lib/store/writing/connection";
import { ISSUER, ISSUER_SYMBOL, valuesOf } from "@/lib/store/writing/tables";
import { type FilingRecords, type IssuerRecords, storedFilings } from "@/lib/store/writing/write-issuers";
import { loadIssuerSources } from "@/lib/store/writing/write-sources";
import { boardRecords } from "./board-records";
import { filingRecords } from "./filing-records";
import { issuerFindings } from "./issuer-findings";
import { issuerRecord, nameTokens } from "./party-records";

/** All that an issuer's stored sources lead to; of its filings only those whose records differ from what is stored. */
export async function deriveStoredIssuer(connection: WriteConnection, cik: string): Promise<IssuerRecords> {
  const sources = await loadIssuerSources(connection, cik);
  const stored = await storedFilings(connection, cik);
  const derived = deriveIssuer(cik, sources);
  const ids = new Set(derived.filings.map((filing) => filing.id));
  return {
    ...derived,
    filings: derived.filings.filter((filing) => stored.get(filing.id) !== filing.recordsHash),
    gone: [...stored.keys()].filter((id) => !ids.has(id)),
  };
}

/** All that an issuer's sources lead to. Pure: the order of the sources doesn't matter. */
export function deriveIssuer(cik: string, sources: readonly LoadedSource[]): IssuerRecords {
  const filings = filingsOfSources(sources).filter((filing) => filing.facts.issuerCik === cik);
  const facts = filings.map((filing) => filing.facts);
  const findings = issuerFindings(facts);
  const record = facts.length === 0 ? null : issuerRecord(cik, facts);
  return {
    cik,
    filings: filings.map((filing) => recordsOf(filing, findings)),
    gone: [],
    issuer: record === null ? null : valuesOf(ISSUER, record),
    symbols: (record?.symbols ?? []).map(
      (symbol): BulkRecord => valuesOf(ISSUER_SYMBOL, { ...symbol, issuerCik: cik }),
    ),
    tokens: nameTokens(facts.map((filing) => filing.issuerName)),
    boards: boardRecords(cik, findings),
  };
}

function recordsOf(filing: StoredFiling, findings: ReturnType<typeof issuerFindings>): FilingRecords {
  const origin = {
    documentHash: documentHash(filing.hashes),
    format: filing.merged.format,
    warningCount: filing.merged.warnings.length,
  };
  return filingRecords(filing.facts, origin, findings);
}
