import type { CsvCell } from "@/lib/format/tables/csv";
import type { LedgerDataView } from "@/lib/services/get-data";

interface PlainTable {
  headings: string[];
  rows: CsvCell[][];
}

/** Filings by quarter and form; `listed_by_edgar` is empty where no data set of the quarter was read. */
export function quarterTable(quarters: LedgerDataView["quarters"], forms: readonly string[]): PlainTable {
  return {
    headings: ["quarter", ...forms.map((form) => `form_${form}`), "filings", "rows", "listed_by_edgar"],
    rows: quarters.map(({ quarter, byForm, filings, rows, listed }) => [
      quarter,
      ...forms.map((form) => byForm[form] ?? 0),
      filings,
      rows,
      listed,
    ]),
  };
}

export function sourceTable(sources: LedgerDataView["sources"]): PlainTable {
  return {
    headings: ["read_from", "filings", "rows", "without_filing_date"],
    rows: sources.map(({ format, filings, rows, undated }) => [format, filings, rows, undated]),
  };
}

export function failureTable(failures: LedgerDataView["failures"]["latest"]): PlainTable {
  return {
    headings: ["document", "code", "reason", "line", "column", "what_to_do", "tried_utc"],
    rows: failures.map((one) => [one.source, one.code, one.message, one.line, one.column, one.advice, one.failedAt]),
  };
}

export function runTable(runs: LedgerDataView["runs"]): PlainTable {
  return {
    headings: ["begun_utc", "ended_utc", "created", "replaced", "unchanged", "failed", "skipped", "warnings"],
    rows: runs.map((run) => [
      run.startedAt,
      run.finishedAt,
      run.created,
      run.replaced,
      run.unchanged,
      run.failed,
      run.skipped,
      run.warnings,
    ]),
  };
}
