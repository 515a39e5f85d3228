import { rolesText } from "@/components/filings/filings-table";
import type { CsvCell } from "@/lib/format/csv";
import type { ColumnName } from "@/lib/search-params/transactions/columns";
import type { ScreenRow } from "@/lib/services/screener/screener-view";

type Cell = (row: ScreenRow) => CsvCell;

const PLANNED = new Map<boolean | null, string>([
  [true, "yes"],
  [false, "no"],
]);

/** What each column of the table is called and holds when it is taken along: raw, money in dollars, changes as parts of 1. */
const CELLS: Record<ColumnName, [heading: string, cell: Cell]> = {
  traded: ["trade_date", (row) => row.tradeDate],
  issuer: ["symbol", (row) => row.issuer.symbol],
  insider: ["owners", (row) => row.owners.map((owner) => owner.name ?? owner.cik).join("; ")],
  role: ["roles", (row) => rolesText(row.owners)],
  code: ["code", (row) => row.code],
  security: ["security", (row) => row.securityTitle],
  shares: ["shares", (row) => row.shares],
  price: ["price_usd", (row) => row.price],
  value: ["value_usd", (row) => row.value],
  delta: ["delta_own", (row) => row.deltaOwn],
  after: ["balance_after", (row) => row.sharesAfter ?? row.valueAfter],
  held: ["direct_indirect", (row) => row.directOrIndirect],
  plan: ["planned", (row) => PLANNED.get(row.plan.planned) ?? null],
  filed: ["known_at_utc", (row) => row.knownAt],
  late: ["timeliness", (row) => row.lateness],
  filingDate: ["filing_date", (row) => row.filingDate],
  form: ["form", (row) => row.documentType],
  table: ["table", (row) => row.table],
  direction: ["acquired_disposed", (row) => row.acquiredDisposed],
  class: ["class", (row) => row.transactionClass],
  issuerName: ["issuer", (row) => row.issuer.name],
  flags: ["flags", (row) => row.flags.map((flag) => flag.words).join(" ")],
};

/** The page's rows in the columns shown, with the address of each. */
export function screenTable(
  rows: readonly ScreenRow[],
  columns: readonly ColumnName[],
): { headings: string[]; rows: CsvCell[][] } {
  const shown = columns.map((name) => CELLS[name]);
  return {
    headings: ["filing_id", "row", ...shown.map(([heading]) => heading)],
    rows: rows.map((row) => [row.filingId, row.anchor, ...shown.map(([, cell]) => cell(row))]),
  };
}
