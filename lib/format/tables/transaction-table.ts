import type { ReturnDays } from "@/lib/analytics/prices/returns";
import type { ColumnName } from "@/lib/search-params/transactions/columns";
import type { ScreenRow } from "@/lib/services/screener/screener-view";
import type { PartyRef } from "@/lib/services/views/shapes/cited-figure";
import type { RowView } from "@/lib/services/views/shapes/row";
import type { CsvCell } from "./csv";
import type { PlainTable } from "./table-text";

/** What rows of a page and rows of the screener both say. */
type AnyRow = Omit<Pick<RowView, keyof RowView & keyof ScreenRow>, "owners"> & { owners: readonly PartyRef[] };

type Column<Row> = readonly [heading: string, cell: (row: Row) => CsvCell];

const PARTIES: readonly Column<AnyRow>[] = [
  ["filing_id", (row) => row.filingId],
  ["row", (row) => row.anchor],
  ["form", (row) => row.documentType],
  ["issuer_cik", (row) => row.issuer.cik],
  ["issuer", (row) => row.issuer.name],
  ["symbol_as_filed", (row) => row.issuer.symbol],
  ["owner_ciks", (row) => row.owners.map((owner) => owner.cik).join(";")],
  ["owners", (row) => row.owners.map((owner) => owner.name ?? "").join("; ")],
];

const ROLES: readonly Column<ScreenRow>[] = [
  ["roles", (row) => row.owners.map((owner) => owner.roles.join("+")).join("; ")],
  ["officer_titles", (row) => row.owners.map((owner) => owner.officerTitle ?? "").join("; ")],
];

const TRADE: readonly Column<AnyRow>[] = [
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
];

const PRICE_BAND: readonly Column<RowView>[] = [
  ["price_low_usd", (row) => row.priceBand?.low ?? null],
  ["price_high_usd", (row) => row.priceBand?.high ?? null],
];

const HOLDING: readonly Column<AnyRow>[] = [
  ["value_usd", (row) => row.value],
  ["shares_after", (row) => row.sharesAfter],
  ["value_after_usd", (row) => row.valueAfter],
  ["delta_own", (row) => row.deltaOwn],
  ["direct_indirect", (row) => row.directOrIndirect],
  ["nature_of_ownership", (row) => row.natureOfOwnership],
  ["planned", (row) => row.plan.planned],
  ["plan_basis", (row) => row.plan.basis],
  ["plan_words", (row) => row.plan.words],
];

const TIMELINESS: readonly Column<ScreenRow>[] = [
  ["timeliness", (row) => row.lateness],
  ["business_days_late", (row) => row.businessDaysLate],
];

const RETURN_DAYS: readonly ReturnDays[] = [1, 5, 21, 126];

const REST: readonly Column<AnyRow>[] = [
  ["flags", (row) => row.flags.map((flag) => flag.words).join(" ")],
  ["out_of_totals", (row) => row.flags.some((flag) => flag.outOfTotals)],
  ["superseded_by", (row) => row.supersededBy],
  // Empty where no prices were imported.
  ["return_from", (row) => row.returns?.from?.date ?? null],
  ...RETURN_DAYS.map(
    (days): Column<AnyRow> => [
      `return_${days}_days`,
      (row) => row.returns?.after.find((one) => one.days === days)?.value ?? null,
    ],
  ),
];

/** Empty unless a fall is asked for. */
const FALL: readonly Column<ScreenRow>[] = [
  ["fall_from", (row) => row.fall?.from.date ?? null],
  ["fall_to", (row) => row.fall?.to.date ?? null],
  ["fall_days", (row) => row.fall?.days ?? null],
  ["fall_return", (row) => row.fall?.value ?? null],
];

// One list, and one name for each thing, whatever a row is taken from: what only one kind of row says has columns there alone.
const PAGE_COLUMNS: readonly Column<RowView>[] = [...PARTIES, ...TRADE, ...PRICE_BAND, ...HOLDING, ...REST];
const SCREEN_COLUMNS: readonly Column<ScreenRow>[] = [
  ...PARTIES,
  ...ROLES,
  ...TRADE,
  ...HOLDING,
  ...TIMELINESS,
  ...REST,
  ...FALL,
];

/** Rows of an issuer's, insider's or filing's page to take along: money in dollars, changes as parts of 1, unknown as null. */
export function rowTable(rows: readonly RowView[]): PlainTable {
  return tableOf(PAGE_COLUMNS, rows);
}

/** Rows of the screener to take along, in every column; also `/api/v1/transactions.csv`. Units as in `rowTable`. */
export function screenTable(rows: readonly ScreenRow[]): PlainTable {
  return tableOf(SCREEN_COLUMNS, rows);
}

/** The columns that tell what each column of the screener's table shows. */
const HEADINGS: Record<ColumnName, readonly string[]> = {
  traded: ["trade_date"],
  issuer: ["symbol_as_filed"],
  insider: ["owner_ciks", "owners"],
  role: ["roles", "officer_titles"],
  code: ["code"],
  security: ["security"],
  shares: ["shares"],
  price: ["price_usd"],
  value: ["value_usd"],
  delta: ["delta_own"],
  after: ["shares_after", "value_after_usd"],
  held: ["direct_indirect"],
  plan: ["planned"],
  filed: ["known_at_utc"],
  late: ["timeliness"],
  filingDate: ["filing_date"],
  form: ["form"],
  table: ["table"],
  direction: ["acquired_disposed"],
  class: ["class"],
  issuerName: ["issuer"],
  flags: ["flags"],
};

/** Rows of the screener in the columns shown, in their order, with the address of each row before them. */
export function shownScreenTable(rows: readonly ScreenRow[], shown: readonly ColumnName[]): PlainTable {
  const headings = ["filing_id", "row", ...shown.flatMap((name) => HEADINGS[name])];
  const columns = headings.flatMap((wanted) => SCREEN_COLUMNS.filter(([heading]) => heading === wanted));
  return tableOf(columns, rows);
}

function tableOf<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): PlainTable {
  return {
    headings: columns.map(([heading]) => heading),
    rows: rows.map((row) => columns.map(([, cell]) => cell(row))),
  };
}
