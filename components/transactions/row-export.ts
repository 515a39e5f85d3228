import type { CsvCell } from "@/lib/format/csv";
import type { PlainTable } from "@/lib/format/table-text";
import type { RowView } from "@/lib/services/views/shapes/row";

const COLUMNS: readonly [heading: string, cell: (row: RowView) => CsvCell][] = [
  ["filing_id", (row) => row.filingId],
  ["row", (row) => row.anchor],
  ["form", (row) => row.documentType],
  ["issuer_cik", (row) => row.issuer.cik],
  ["issuer", (row) => row.issuer.name],
  ["symbol_as_filed", (row) => row.issuer.symbol],
  ["owner_ciks", (row) => row.owners.map((owner) => owner.cik).join(";")],
  ["owners", (row) => row.owners.map((owner) => owner.name ?? "").join("; ")],
  ["table", (row) => row.table],
  ["security", (row) => row.securityTitle],
  ["trade_date", (row) => row.tradeDate],
  ["trade_date_basis", (row) => row.tradeDateBasis],
  ["filing_date", (row) => row.filingDate],
  ["known_at_utc", (row) => row.knownAt],
  ["code", (row) => row.code],
  ["class", (row) => row.transactionClass],
  ["acquired_disposed", (row) => row.acquiredDisposed],
  ["shares", (row) => row.shares],
  ["price_usd", (row) => row.price],
  ["price_low_usd", (row) => row.priceBand?.low ?? null],
  ["price_high_usd", (row) => row.priceBand?.high ?? null],
  ["value_usd", (row) => row.value],
  ["shares_after", (row) => row.sharesAfter],
  ["value_after_usd", (row) => row.valueAfter],
  ["delta_own", (row) => row.deltaOwn],
  ["direct_indirect", (row) => row.directOrIndirect],
  ["nature_of_ownership", (row) => row.natureOfOwnership],
  ["planned", (row) => row.plan.planned],
  ["plan_basis", (row) => row.plan.basis],
  ["plan_words", (row) => row.plan.words],
  ["flags", (row) => row.flags.map((flag) => flag.words).join(" ")],
  ["out_of_totals", (row) => row.flags.some((flag) => flag.outOfTotals)],
  ["superseded_by", (row) => row.supersededBy],
];

/** Rows as a table to take along, raw: money in dollars, changes as parts of 1, unknown as null; returns where there are any. */
export function rowsTable(rows: readonly RowView[]): PlainTable {
  const days = rows.flatMap((row) => row.returns?.after.map((one) => one.days) ?? []);
  const returns = [...new Set(days)].sort((a, b) => a - b);
  return {
    headings: [...COLUMNS.map(([heading]) => heading), ...returns.map((after) => `return_${after}_days`)],
    rows: rows.map((row) => [
      ...COLUMNS.map(([, cell]) => cell(row)),
      ...returns.map((after) => row.returns?.after.find((one) => one.days === after)?.value ?? null),
    ]),
  };
}
