/** A stored column that rows can be filtered by. */
export type FilterColumn =
  | "acquiredDisposed"
  | "code"
  | "contradictory"
  | "countedAs"
  | "deltaOwn"
  | "directOrIndirect"
  | "documentType"
  | "filingDate"
  | "flag"
  | "knownAt"
  | "lateness"
  | "planned"
  | "price"
  | "shares"
  | "supersededAt"
  | "supersededBy"
  | "tableNumber"
  | "tradeDate"
  | "transactionClass"
  | "value";

/** A condition on rows as plain data; the store turns it into SQL with bound parameters. */
export type Where =
  | { column: FilterColumn; in: readonly (string | number | boolean | null)[] }
  | { column: FilterColumn; isKnown: boolean }
  | { column: FilterColumn; from: string | number | null; to: string | number | null }
  /** An owner of the filing states one of these roles (bits of `roles`). */
  | { roles: number }
  /** An officer title of one of the filing's owners holds one of these words, case aside. */
  | { titleHas: readonly string[] }
  /** Not replaced by an amendment known by this instant; replaced by one. */
  | { inForceAt: string }
  | { replacedBy: string }
  /** What the filing's owners had done at this issuer before the trade, by filings known by an instant (null: ever). */
  | { history: "first-purchase" | "after-sales"; knownBy: string | null }
  /** Prices of the issuer were imported. */
  | { isPriced: boolean }
  | { all: readonly Where[] }
  | { any: readonly Where[] };

/** One answer of a choice: how it is written in the URL, what it is called, and which rows it means. */
export interface FilterOption {
  value: string;
  label: string;
  where: Where | null;
}

export interface ChoiceFilter {
  name: string;
  label: string;
  options: readonly FilterOption[];
  /** One answer only, with this one where none is given. */
  single?: string;
  /** Shown with the number of rows that each answer has. */
  isFacet: boolean;
}

export interface RangeFilter {
  name: string;
  label: string;
  column: FilterColumn;
  kind: "date" | "amount";
  /** Units of the URL in one unit of the column: a change is written in per cent and stored as a part of 1. */
  divisor: number;
  unit: string;
}
