import type { Store } from "@/lib/store/client";
import { column, conditionSql, type RowColumn, type RowCondition, Statement } from "./row-conditions";

/** A transaction row as stored, with what its filing says. */
export interface StoredTransaction {
  filingId: string;
  anchor: string;
  position: number;
  tableNumber: number;
  issuerCik: string;
  issuerName: string | null;
  tradingSymbol: string | null;
  documentType: string;
  securityTitle: string | null;
  tradeDate: string | null;
  tradeDateBasis: string | null;
  code: string | null;
  transactionClass: string | null;
  acquiredDisposed: string | null;
  contradictory: boolean;
  shares: number | null;
  price: number | null;
  value: number | null;
  sharesAfter: number | null;
  valueAfter: number | null;
  directOrIndirect: string | null;
  natureOfOwnership: string | null;
  filingDate: string | null;
  knownAt: string | null;
  knownAtBasis: string | null;
  supersededAt: string | null;
  supersededBy: string | null;
  supersededRule: string | null;
  countedAs: string | null;
  countedRule: string | null;
  planned: boolean | null;
  planBasis: string | null;
  planFootnoteId: string | null;
  planWords: string | null;
  deltaOwn: number | null;
  lateness: string;
  businessDaysLate: number | null;
}

const PAGE_COLUMNS = `r."filingId", r."anchor", r."position", r."tableNumber", r."issuerCik", f."issuerName",
  f."tradingSymbol", r."documentType", r."securityTitle", r."tradeDate", r."tradeDateBasis", r."code",
  r."transactionClass", r."acquiredDisposed", r."contradictory", r."shares", r."price", r."value", r."sharesAfter",
  r."valueAfter", r."directOrIndirect", r."natureOfOwnership", r."filingDate", r."knownAt", f."knownAtBasis",
  r."supersededAt", r."supersededBy", r."supersededRule", r."countedAs", r."countedRule", r."planned", r."planBasis",
  r."planFootnoteId", r."planWords", r."deltaOwn", f."lateness", f."businessDaysLate"`;

/** Where the next page begins: after this row, in the order of the page. */
export interface RowCursor {
  value: string | number | null;
  filingId: string;
  position: number;
}

export interface RowOrder {
  by: Extract<RowColumn, "knownAt" | "tradeDate" | "value" | "shares" | "price" | "deltaOwn">;
  descending: boolean;
}

export interface RowPageInput {
  conditions: readonly RowCondition[];
  order: RowOrder;
  after: RowCursor | null;
  limit: number;
}

/**
 * Transaction rows under all the conditions, in order; rows without the value that they are sorted by come last, in
 * either direction. Inside a filing the filed order holds.
 */
export async function readRowPage(store: Store, input: RowPageInput): Promise<StoredTransaction[]> {
  const { after, limit } = input;
  const known = after !== null && after.value === null ? [] : await readStretch(store, input, true, limit);
  if (known.length >= limit) return known;
  const rest = { ...input, after: after !== null && after.value === null ? after : null };
  return [...known, ...(await readStretch(store, rest, false, limit - known.length))];
}

/** The rows that have the value sorted by, or those that don't: each stretch is one walk along an index. */
async function readStretch(
  store: Store,
  { conditions, order, after }: RowPageInput,
  hasValue: boolean,
  limit: number,
): Promise<StoredTransaction[]> {
  const statement = new Statement(store.target.provider);
  const by = column(order.by);
  const where = whereSql(statement, [...conditions, { column: order.by, isKnown: hasValue }]);
  const direction = order.descending ? "DESC" : "ASC";
  const beyond = after === null ? "" : ` AND ${beyondSql(statement, by, order, after)}`;
  const sorted = `${hasValue ? `${by} ${direction}, ` : ""}r."filingId" ${direction}, r."position"`;
  const rows = await store.db.$queryRawUnsafe<StoredTransaction[]>(
    `SELECT ${PAGE_COLUMNS} ${FROM} WHERE ${where}${beyond} ORDER BY ${sorted} LIMIT ${Math.trunc(limit)}`,
    ...statement.params,
  );
  return rows.map(plain);
}

const FROM = `FROM "ReportedRow" r LEFT JOIN "Filing" f ON f."id" = r."filingId"`;

function whereSql(statement: Statement, conditions: readonly RowCondition[]): string {
  return [`r."kind" = 'transaction'`, ...conditions.map((one) => conditionSql(statement, one))].join(" AND ");
}

function beyondSql(statement: Statement, by: string, { descending }: RowOrder, after: RowCursor): string {
  const sign = descending ? "<=" : ">=";
  const names = after.value === null ? `r."filingId"` : `${by}, r."filingId"`;
  const marks = () =>
    [...(after.value === null ? [] : [after.value]), after.filingId].map((value) => statement.bind(value)).join(", ");
  const upTo = `(${names}) ${sign} (${marks()})`;
  return `${upTo} AND NOT ((${names}) = (${marks()}) AND r."position" <= ${statement.bind(after.position)})`;
}

/** What counting needs of a row. */
export interface SampleRow {
  filingId: string;
  anchor: string;
  tableNumber: number;
  documentType: string;
  tradeDate: string | null;
  code: string | null;
  transactionClass: string | null;
  acquiredDisposed: string | null;
  contradictory: boolean;
  value: number | null;
  directOrIndirect: string | null;
  roles: number;
  planned: boolean | null;
  supersededBy: string | null;
  countedAs: string | null;
  lateness: string;
  /** A flag takes it out of totals. */
  isFlaggedOut: boolean;
}

/** The newest rows under the conditions, at most `limit`: what counts, totals and months are made of. */
export async function readRowSample(
  store: Store,
  conditions: readonly RowCondition[],
  limit: number,
): Promise<SampleRow[]> {
  const statement = new Statement(store.target.provider);
  const where = whereSql(statement, conditions);
  const rows = await store.db.$queryRawUnsafe<SampleRow[]>(
    `SELECT r."filingId", r."anchor", r."tableNumber", r."documentType", r."tradeDate", r."code", r."transactionClass",
      r."acquiredDisposed", r."contradictory", r."value", r."directOrIndirect", r."roles", r."planned",
      r."supersededBy", r."countedAs", f."lateness",
      CASE WHEN r."flag" IS NULL THEN FALSE ELSE EXISTS (SELECT 1 FROM "RowFlag" x WHERE x."filingId" = r."filingId"
        AND x."anchor" = r."anchor" AND x."leavesTotals" IS TRUE) END AS "isFlaggedOut"
     ${FROM} WHERE ${where} ORDER BY r."knownAt" DESC, r."filingId" DESC, r."position" LIMIT ${Math.trunc(limit)}`,
    ...statement.params,
  );
  return rows.map((row) => ({ ...plain(row), isFlaggedOut: truth(row.isFlaggedOut) === true }));
}

/** SQLite gives 0 and 1 for truth values, and may give whole numbers as bigint. */
function plain<T extends { contradictory: boolean; planned: boolean | null; tableNumber: number }>(row: T): T {
  const numbers = Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === "bigint" ? Number(value) : value]),
  );
  return {
    ...row,
    ...numbers,
    contradictory: truth(row.contradictory) === true,
    planned: truth(row.planned),
  };
}

function truth(value: unknown): boolean | null {
  if (value === null || value === undefined) return null;
  return value === true || Number(value) === 1;
}
