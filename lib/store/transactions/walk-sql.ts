import {
  column,
  conditionSql,
  type KnownSpan,
  type RowColumn,
  type RowCondition,
  type Statement,
} from "./row-conditions";

/** Columns that have an index to walk along, (column, filingId), and its name. */
export const WALK_INDEXES = {
  knownAt: "ReportedRow_knownAt_filingId_idx",
  tradeDate: "ReportedRow_tradeDate_filingId_idx",
  filingDate: "ReportedRow_filingDate_filingId_idx",
  value: "ReportedRow_value_filingId_idx",
} as const satisfies Partial<Record<RowColumn, string>>;

/** Indexes of narrower sets of rows, along knownAt. */
export const NARROW_INDEXES = {
  code: "ReportedRow_code_knownAt_filingId_idx",
  superseded: "ReportedRow_superseded_idx",
  flagged: "ReportedRow_flagged_idx",
  contradictory: "ReportedRow_contradictory_idx",
} as const;

export type WalkColumn = keyof typeof WALK_INDEXES;

/** The rows of one index that meet these conditions, which it serves; without an index they are few by themselves. */
export interface Lane {
  index: string | null;
  served: readonly RowCondition[];
}

export interface WalkOrder {
  by: WalkColumn;
  descending: boolean;
}

/** A row's place in an order; inside a filing the filed order holds. */
export interface RowCursor {
  value: string | number | null;
  filingId: string;
  position: number;
}

/** A filing's place in an order: where one part of a walk ends. */
export interface WalkMark {
  value: string | number | null;
  filingId: string;
}

export interface Stretch {
  lane: Lane;
  /** Looked at row by row. */
  checked: readonly RowCondition[];
  order: WalkOrder;
  /** The rows that have the value walked by, or those that don't: they come last, in either direction. */
  hasValue: boolean;
  after: RowCursor | null;
}

/** The mark that `count` rows further along the index lie before: read from the index alone. */
export function markSql(statement: Statement, stretch: Stretch, count: number): string {
  const { lane, order, hasValue } = stretch;
  const by = column(order.by);
  const direction = order.descending ? "DESC" : "ASC";
  const kind = isOfAllKinds(lane) ? "" : `${IS_TRANSACTION} AND `;
  return `SELECT ${by} AS "value", r."filingId" FROM ${statement.rowsBy(stretch.lane.index)}
    WHERE ${kind}${servedSql(statement, stretch)}
    ORDER BY ${hasValue ? `${by} ${direction}, ` : ""}r."filingId" ${direction} LIMIT 1 OFFSET ${Math.trunc(count)}`;
}

/** Rows of a stretch up to a mark (null: its end), under all conditions, in order. */
export function stretchSql(
  statement: Statement,
  stretch: Stretch,
  part: { columns: string; upTo: WalkMark | null; limit: number },
): string {
  const { lane, order, hasValue, checked } = stretch;
  const by = column(order.by);
  const direction = order.descending ? "DESC" : "ASC";
  const span = spanOf(stretch, part.upTo);
  const where = [
    IS_TRANSACTION,
    servedSql(statement, stretch),
    ...checked.map((one) => conditionSql(statement, one, span)),
  ];
  if (part.upTo !== null) where.push(upToSql(statement, by, order, hasValue, part.upTo));
  return `SELECT ${part.columns} FROM ${statement.rowsBy(lane.index)} LEFT JOIN "Filing" f ON f."id" = r."filingId"
    WHERE ${where.join(" AND ")}
    ORDER BY ${hasValue ? `${by} ${direction}, ` : ""}r."filingId" ${direction}, r."position" LIMIT ${Math.trunc(part.limit)}`;
}

/** Between which known-ats a part's rows lie, where the walk is along them. */
function spanOf({ order, hasValue, after }: Stretch, upTo: WalkMark | null): KnownSpan {
  if (order.by !== "knownAt" || !hasValue) return { from: null, to: null };
  const [begin, end] = [after, upTo].map((mark) => (typeof mark?.value === "string" ? mark.value : null));
  return order.descending ? { from: end ?? null, to: begin ?? null } : { from: begin ?? null, to: end ?? null };
}

/** How many rows a lane lets through, read from its index alone; never counts beyond `most`. */
export function probeSql(statement: Statement, lane: Lane, most: number): string {
  const conditions = lane.served.map((one) => conditionSql(statement, one));
  const where = [...(isOfAllKinds(lane) ? [] : [IS_TRANSACTION]), ...conditions];
  return `SELECT COUNT(*) AS "count" FROM (SELECT 1 FROM ${statement.rowsBy(lane.index)}
    WHERE ${where.join(" AND ")} LIMIT ${Math.trunc(most)}) x`;
}

const IS_TRANSACTION = `r."kind" = 'transaction'`;

/**
 * Indexes that holdings are in too (a replaced one): each row's kind would have to be looked up. What counts rows to look at counts
 * those few with them.
 */
const OF_ALL_KINDS: readonly (string | null)[] = [
  NARROW_INDEXES.superseded,
  NARROW_INDEXES.flagged,
  NARROW_INDEXES.contradictory,
];

function isOfAllKinds({ index }: Lane): boolean {
  return OF_ALL_KINDS.includes(index);
}

function servedSql(statement: Statement, { lane, order, hasValue, after }: Stretch): string {
  const by = column(order.by);
  const parts = [...lane.served.map((one) => conditionSql(statement, one)), `${by} IS ${hasValue ? "NOT " : ""}NULL`];
  if (after !== null) parts.push(beyondSql(statement, by, order, after));
  return parts.join(" AND ");
}

function beyondSql(statement: Statement, by: string, { descending }: WalkOrder, after: RowCursor): string {
  const sign = descending ? "<=" : ">=";
  const names = after.value === null ? `r."filingId"` : `${by}, r."filingId"`;
  const marks = () =>
    [...(after.value === null ? [] : [after.value]), after.filingId].map((value) => statement.bind(value)).join(", ");
  const upTo = `(${names}) ${sign} (${marks()})`;
  return `${upTo} AND NOT ((${names}) = (${marks()}) AND r."position" <= ${statement.bind(after.position)})`;
}

function upToSql(
  statement: Statement,
  by: string,
  { descending }: WalkOrder,
  hasValue: boolean,
  { value, filingId }: WalkMark,
): string {
  const sign = descending ? ">=" : "<=";
  if (!hasValue || value === null) return `r."filingId" ${sign} ${statement.bind(filingId)}`;
  return `(${by}, r."filingId") ${sign} (${statement.bind(value)}, ${statement.bind(filingId)})`;
}
