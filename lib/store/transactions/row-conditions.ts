import type { Provider } from "@/lib/store/database-url";

/** Columns of a row (or of its filing) that may stand in a condition, with their place in SQL. */
const COLUMNS = {
  acquiredDisposed: `r."acquiredDisposed"`,
  code: `r."code"`,
  contradictory: `r."contradictory"`,
  countedAs: `r."countedAs"`,
  deltaOwn: `r."deltaOwn"`,
  directOrIndirect: `r."directOrIndirect"`,
  documentType: `r."documentType"`,
  filingDate: `r."filingDate"`,
  flag: `r."flag"`,
  knownAt: `r."knownAt"`,
  lateness: `f."lateness"`,
  planned: `r."planned"`,
  price: `r."price"`,
  shares: `r."shares"`,
  supersededAt: `r."supersededAt"`,
  supersededBy: `r."supersededBy"`,
  tableNumber: `r."tableNumber"`,
  tradeDate: `r."tradeDate"`,
  transactionClass: `r."transactionClass"`,
  value: `r."value"`,
} as const;

export type RowColumn = keyof typeof COLUMNS;

type Value = string | number | boolean | null;

/** A condition on reported rows as plain data. */
export type RowCondition =
  | { column: RowColumn; in: readonly Value[] }
  | { column: RowColumn; isKnown: boolean }
  | { column: RowColumn; from: string | number | null; to: string | number | null }
  | { roles: number }
  | { titleHas: readonly string[] }
  /** A flag takes the row out of totals; a mere remark does not. */
  | { isFlaggedOut: boolean }
  | { issuers: readonly string[] }
  | { owners: readonly string[] }
  /** Not replaced by an amendment that was known by this instant (UTC, ISO 8601). */
  | { inForceAt: string }
  /** Replaced by an amendment that was known by this instant. */
  | { replacedBy: string }
  /** A purchase of Table I, and what its filing's owners had done at this issuer before, by filings known by an instant. */
  | { history: "first-purchase" | "after-sales"; knownBy: string | null }
  /** Prices of the issuer were imported. */
  | { isPriced: boolean }
  /** What its filing tells of it is not all: it is replaced, flagged or counted elsewhere, now. */
  | { isUnsettled: true }
  | { all: readonly RowCondition[] }
  | { any: readonly RowCondition[] };

/** SQL in the making: its text names parameters as its database wants them, and no value ever stands in the text. */
export class Statement {
  readonly params: (string | number)[] = [];
  readonly provider: Provider;

  constructor(provider: Provider) {
    this.provider = provider;
  }

  /**
   * The rows' table, walked along this index. SQLite is told: it keeps no statistics here and takes any equality for narrow.
   * PostgreSQL knows its tables by itself.
   */
  rowsBy(index: string | null, alias: "r" | "b" = "r"): string {
    return `"ReportedRow" ${alias}${this.provider === "sqlite" && index !== null ? ` INDEXED BY "${index}"` : ""}`;
  }

  bind(value: string | number): string {
    this.params.push(value);
    return this.provider === "sqlite" ? "?" : `$${this.params.length}${typeof value === "number" ? "::float8" : ""}`;
  }

  list(values: readonly string[]): string {
    return values.map((value) => this.bind(value)).join(", ");
  }
}

export function column(name: RowColumn | "roles"): string {
  return name === "roles" ? `r."roles"` : COLUMNS[name];
}

/** The known-ats between which all rows of a statement lie; null: no bound. */
export interface KnownSpan {
  from: string | null;
  to: string | null;
}

const ALWAYS: KnownSpan = { from: null, to: null };

/** A condition as SQL over `r` (ReportedRow) and `f` (its Filing); `span` tells of the statement's rows, it bounds none. */
export function conditionSql(statement: Statement, condition: RowCondition, span: KnownSpan = ALWAYS): string {
  if ("all" in condition) return joined(statement, condition.all, " AND ", "1 = 1");
  if ("any" in condition) return joined(statement, condition.any, " OR ", "1 = 0");
  if (isLateness(condition) && statement.provider === "sqlite") return lateSql(statement, condition.in, span);
  if ("roles" in condition) return roleSql(condition.roles);
  if ("inForceAt" in condition) return inForceSql(statement, condition.inForceAt);
  if ("history" in condition) return historySql(statement, condition.history, condition.knownBy);
  if ("replacedBy" in condition) {
    return `(r."supersededBy" IS NOT NULL AND r."supersededAt" <= ${statement.bind(condition.replacedBy)})`;
  }
  if ("isFlaggedOut" in condition) return `${condition.isFlaggedOut ? "" : "NOT "}${FLAGGED_OUT}`;
  if ("isUnsettled" in condition) return unsettledSql(statement, span);
  if ("isPriced" in condition) return `${condition.isPriced ? "" : "NOT "}${PRICED}`;
  if ("titleHas" in condition) return titleSql(statement, condition.titleHas);
  if ("issuers" in condition) {
    return condition.issuers.length === 0 ? "1 = 0" : `r."issuerCik" IN (${statement.list(condition.issuers)})`;
  }
  if ("owners" in condition) return ownerSql(statement, condition.owners);
  return columnSql(statement, condition);
}

/** A condition on one column. */
function columnSql(statement: Statement, condition: Extract<RowCondition, { column: RowColumn }>): string {
  const name = COLUMNS[condition.column];
  if ("isKnown" in condition) return `${name} IS ${condition.isKnown ? "NOT " : ""}NULL`;
  if ("in" in condition) return inSql(statement, name, condition.in);
  const bounds: string[] = [];
  if (condition.from !== null) bounds.push(`${name} >= ${statement.bind(condition.from)}`);
  if (condition.to !== null) bounds.push(`${name} <= ${statement.bind(condition.to)}`);
  return bounds.length === 0 ? "1 = 1" : `(${bounds.join(" AND ")})`;
}

function joined(statement: Statement, conditions: readonly RowCondition[], word: string, none: string): string {
  if (conditions.length === 0) return none;
  return `(${conditions.map((one) => conditionSql(statement, one)).join(word)})`;
}

/** What `Filing_late_idx` holds: few of all filings. */
const LATE: readonly Value[] = ["late", "late unless deemed"];

function isLateness(condition: RowCondition): condition is { column: "lateness"; in: readonly string[] } {
  return "in" in condition && condition.column === "lateness" && condition.in.every((value) => LATE.includes(value));
}

/**
 * Late rows by the list of late filings: the walk's own index has each row's filing, so that neither the row nor its filing is
 * looked up to find that it was on time. SQLite asks a list first, and any look-up of single rows last.
 */
function lateSql(statement: Statement, values: readonly string[], { from, to }: KnownSpan): string {
  const where = [`l."lateness" IN ('late', 'late unless deemed')`, `l."lateness" IN (${statement.list(values)})`];
  if (from !== null) where.push(`l."knownAt" >= ${statement.bind(from)}`);
  if (to !== null) where.push(`l."knownAt" <= ${statement.bind(to)}`);
  return `r."filingId" IN (SELECT l."id" FROM "Filing" l INDEXED BY "Filing_late_idx" WHERE ${where.join(" AND ")})`;
}

const UNSETTLED = ["supersededBy", "flag", "countedAs"].map((name) => `r."${name}" IS NOT NULL`).join(" OR ");

/** Indexes of just these rows, along knownAt. */
const UNSETTLED_INDEXES = { superseded: "supersededBy", flagged: "flag", countedAs: "countedAs" } as const;

/** The few rows of all by the lists of them, within the statement's time: SQLite asks a list before it looks a row up. */
function unsettledSql(statement: Statement, { from, to }: KnownSpan): string {
  if (statement.provider !== "sqlite" || from === null) return `(${UNSETTLED})`;
  const lists = Object.entries(UNSETTLED_INDEXES).map(([index, name]) => {
    const until = to === null ? "" : ` AND u."knownAt" <= ${statement.bind(to)}`;
    return `SELECT u.rowid FROM "ReportedRow" u INDEXED BY "ReportedRow_${index}_idx"
      WHERE u."${name}" IS NOT NULL AND u."knownAt" >= ${statement.bind(from)}${until}`;
  });
  return `r.rowid IN (${lists.join(" UNION ")})`;
}

/** Null and the truth values are words of SQL, the same in both databases; all else is bound. */
function inSql(statement: Statement, name: string, values: readonly Value[]): string {
  const parts = values
    .filter((value) => value === null || typeof value === "boolean")
    .map((value) => `${name} IS ${value === null ? "NULL" : value ? "TRUE" : "FALSE"}`);
  const bound = values.filter((value) => typeof value === "string" || typeof value === "number");
  if (bound.length > 0) parts.push(`${name} IN (${bound.map((value) => statement.bind(value)).join(", ")})`);
  return parts.length === 0 ? "1 = 0" : `(${parts.join(" OR ")})`;
}

/** The row's own column tells the many rows without any flag from the few with one. */
const FLAGGED_OUT = `(r."flag" IS NOT NULL AND EXISTS (SELECT 1 FROM "RowFlag" x WHERE x."filingId" = r."filingId"
  AND x."anchor" = r."anchor" AND x."leavesTotals" IS TRUE))`;

const PRICED = `EXISTS (SELECT 1 FROM "DailyPrice" d WHERE d."issuerCik" = r."issuerCik")`;

/** Bits are whole numbers of our own; a float could not be and-ed. */
function roleSql(bits: number): string {
  return `(r."roles" & ${Math.trunc(bits)}) <> 0`;
}

/** Words that every title of `FilingOwner_chief_idx` has one of. */
const CHIEFS: readonly string[] = ["ceo", "chief executive", "cfo", "chief financial"];

/** Titles that may name a chief are asked of the index of those, which has the title itself: neither owner nor row is looked up. */
function titleSql(statement: Statement, words: readonly string[]): string {
  const title = `LOWER(o."officerTitle") LIKE`;
  const like = words.map((word) => `${title} ${statement.bind(`%${word.toLowerCase()}%`)}`);
  const isOfChiefs = words.every((word) => CHIEFS.some((chief) => word.toLowerCase().includes(chief)));
  const among = isOfChiefs ? `(${CHIEFS.map((chief) => `${title} '%${chief}%'`).join(" OR ")}) AND ` : "";
  const index = isOfChiefs && statement.provider === "sqlite" ? ` INDEXED BY "FilingOwner_chief_idx"` : "";
  return `EXISTS (SELECT 1 FROM "FilingOwner" o${index} WHERE o."filingId" = r."filingId" AND ${among}(${like.join(" OR ")}))`;
}

function inForceSql(statement: Statement, instant: string): string {
  return `(r."supersededBy" IS NULL OR r."supersededAt" IS NULL OR r."supersededAt" > ${statement.bind(instant)})`;
}

/** Dear: each row is looked up in its owners' other filings. */
function historySql(statement: Statement, history: "first-purchase" | "after-sales", knownBy: string | null): string {
  const purchase = `(r."code" = 'P' AND r."tableNumber" = 1 AND r."tradeDate" IS NOT NULL)`;
  if (history === "first-purchase") return `(${purchase} AND NOT ${earlierSql(statement, "P", false, knownBy)})`;
  const sold = earlierSql(statement, "S", true, knownBy);
  return `(${purchase} AND ${sold} AND NOT ${earlierSql(statement, "P", true, knownBy)})`;
}

/** A filing's rows. Left to itself SQLite would take the issuer's rows for fewer, or all of the market's rows of the code. */
const OF_FILING = "sqlite_autoindex_ReportedRow_1";

/**
 * Whether an owner of the row's filing reported an earlier trade of the code at the issuer, ever or within a year before. Goes
 * through the owners' filings, in just this order: an insider has tens of them, an issuer thousands.
 */
function earlierSql(statement: Statement, code: "P" | "S", isWithinYear: boolean, knownBy: string | null): string {
  const inForce =
    knownBy === null
      ? `b."supersededBy" IS NULL`
      : `b."knownAt" <= ${statement.bind(knownBy)} AND (b."supersededBy" IS NULL OR b."supersededAt" IS NULL
          OR b."supersededAt" > ${statement.bind(knownBy)})`;
  const yearBefore = `(CAST(CAST(SUBSTR(r."tradeDate", 1, 4) AS INTEGER) - 1 AS TEXT) || SUBSTR(r."tradeDate", 5))`;
  return `EXISTS (SELECT 1 FROM "FilingOwner" o CROSS JOIN "FilingOwner" p CROSS JOIN ${statement.rowsBy(OF_FILING, "b")}
    WHERE o."filingId" = r."filingId" AND p."ownerCik" = o."ownerCik" AND b."filingId" = p."filingId"
      AND b."kind" = 'transaction' AND b."issuerCik" = r."issuerCik"
      AND b."code" = '${code}' AND b."tableNumber" = 1 AND b."tradeDate" < r."tradeDate"
      ${isWithinYear ? `AND b."tradeDate" >= ${yearBefore}` : ""} AND ${inForce})`;
}

function ownerSql(statement: Statement, ciks: readonly string[]): string {
  if (ciks.length === 0) return "1 = 0";
  return `r."filingId" IN (SELECT o."filingId" FROM "FilingOwner" o WHERE o."ownerCik" IN (${statement.list(ciks)}))`;
}
