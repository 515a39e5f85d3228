import type { FiledRow, FilingFacts } from "@/lib/analytics/rows/filed-row";

/** Transaction rows of filings, newest trade first; filed order inside a filing. */
export function newestTradesFirst(filings: readonly FilingFacts[]): FiledRow[] {
  const rows = filings.flatMap((filing) => filing.rows).filter((row) => row.kind === "transaction");
  const key = (row: FiledRow) => `${row.tradeDate ?? ""} ${row.filing.knownAt ?? ""} ${row.filing.filingId}`;
  return rows
    .map((row, i) => ({ row, i, key: key(row) }))
    .sort((a, b) => (a.key === b.key ? a.i - b.i : a.key < b.key ? 1 : -1))
    .map(({ row }) => row);
}

/** Rows with one of the codes; all rows where no code is asked for. */
export function filterByCodes(rows: readonly FiledRow[], codes: readonly string[]): FiledRow[] {
  return codes.length === 0 ? [...rows] : rows.filter((row) => row.code !== null && codes.includes(row.code));
}

/** How many rows have each code, by code. Rows without coding are not counted. */
export function codeCounts(rows: readonly FiledRow[]): { code: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { code } of rows) {
    if (code !== null) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, count]) => ({ code, count }));
}

/** `YYYY-MM-DD`; null where no row is dated. */
export function latestTradeDate(rows: readonly FiledRow[]): string | null {
  const dates = rows.map((row) => row.tradeDate).filter((date) => date !== null);
  return dates.reduce<string | null>((latest, date) => (latest === null || date > latest ? date : latest), null);
}

/** `YYYY-MM-DD`; null where no row is dated. */
export function earliestTradeDate(rows: readonly FiledRow[]): string | null {
  const dates = rows.map((row) => row.tradeDate).filter((date) => date !== null);
  return dates.reduce<string | null>((first, date) => (first === null || date < first ? date : first), null);
}

const FIRST_DAY = "1990-01-01";

/** Trade dates before 1990, or after the filing was known, are slips of the pen: no axis reaches out to them, no year is theirs. */
export function isDateOnAxis(tradeDate: string, { knownAt }: Pick<FilingFacts, "knownAt">): boolean {
  return tradeDate >= FIRST_DAY && (knownAt === null || tradeDate <= knownAt.slice(0, 10));
}
