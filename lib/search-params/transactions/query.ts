import type { ChoiceName } from "./choices";
import { type ColumnName, DEFAULT_COLUMNS, type SortName } from "./columns";
import type { FallFilter } from "./fall";
import type { RangeName } from "./ranges";

export interface Range<T extends string | number = string | number> {
  from: T | null;
  to: T | null;
}

/** The screener's state, all of it in the URL. */
export interface TransactionQuery {
  choices: Partial<Record<ChoiceName, readonly string[]>>;
  ranges: Partial<Record<RangeName, Range>>;
  /** CIKs or tickers. */
  issuers: readonly string[];
  /** A CIK, or words of a name. */
  insider: string | null;
  /** Rows after which the price fell; null: whatever it did. */
  fall: FallFilter | null;
  sort: SortName;
  order: "desc" | "asc";
  columns: readonly ColumnName[];
  /** Where the page begins: what the page before gave as `next`. */
  after: string | null;
  /** `YYYY-MM-DD`: the rows in force at the end of that day in New York; null: now. */
  asOf: string | null;
}

/** Parameters as a page or a request gives them. */
export type Given = Readonly<Record<string, string | readonly string[] | undefined>>;

export const EMPTY_QUERY: TransactionQuery = {
  choices: {},
  ranges: {},
  issuers: [],
  insider: null,
  fall: null,
  sort: "filed",
  order: "desc",
  columns: DEFAULT_COLUMNS,
  after: null,
  asOf: null,
};
