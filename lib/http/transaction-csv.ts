import { type CsvCell, csvText } from "@/lib/format/csv";
import type { ScreenRow } from "@/lib/services/screener/screener-view";

type Column = readonly [heading: string, cell: (row: ScreenRow) => CsvCell];
type ReturnDays = NonNullable<ScreenRow["returns"]>["after"][number]["days"];

const RETURN_DAYS: readonly ReturnDays[] = [1, 5, 21, 126];

function returnAfter(row: ScreenRow, days: ReturnDays): number | null {
  return row.returns?.after.find((one) => one.days === days)?.value ?? null;
}

/** The columns of the export: a heading, and the cell of a row. Money in dollars, changes as parts of 1. */
const COLUMNS: readonly Column[] = [
  ["filing_id", (row) => row.filingId],
  ["row", (row) => row.anchor],
  ["form", (row) => row.documentType],
  ["issuer_cik", (row) => row.issuer.cik],
  ["issuer", (row) => row.issuer.name],
  ["symbol_as_filed", (row) => row.issuer.symbol],
  ["owner_ciks", (row) => row.owners.map((owner) => owner.cik).join(";")],
  ["owners", (row) => row.owners.map((owner) => owner.name ?? "").join("; ")],
  ["roles", (row) => row.owners.map((owner) => owner.roles.join("+")).join("; ")],
  ["officer_titles", (row) => row.owners.map((owner) => owner.officerTitle ?? "").join("; ")],
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
  ["price", (row) => row.price],
  ["value", (row) => row.value],
  ["shares_after", (row) => row.sharesAfter],
  ["value_after", (row) => row.valueAfter],
  ["delta_own", (row) => row.deltaOwn],
  ["direct_indirect", (row) => row.directOrIndirect],
  ["nature_of_ownership", (row) => row.natureOfOwnership],
  ["planned", (row) => row.plan.planned],
  ["plan_basis", (row) => row.plan.basis],
  ["plan_words", (row) => row.plan.words],
  ["timeliness", (row) => row.lateness],
  ["business_days_late", (row) => row.businessDaysLate],
  ["flags", (row) => row.flags.map((flag) => flag.words).join(" ")],
  ["superseded_by", (row) => row.supersededBy],
  // Empty where no prices were imported.
  ["return_from", (row) => row.returns?.from?.date ?? null],
  ...RETURN_DAYS.map((days): Column => [`return_${days}_days`, (row) => returnAfter(row, days)]),
];

/** Rows of the screener as CSV. */
export function transactionCsv(rows: readonly ScreenRow[]): string {
  return csvText(
    COLUMNS.map(([heading]) => heading),
    rows.map((row) => COLUMNS.map(([, cell]) => cell(row))),
  );
}
