import type { FilingSummary, MonthView, PartyRef, RowRef, RowView } from "@/lib/services/views";

/** A row of the screener: the typed columns of the store, in the shape of the other pages' rows. */
export interface ScreenRow
  extends RowRef,
    Pick<
      RowView,
      | "documentType"
      | "table"
      | "securityTitle"
      | "tradeDate"
      | "tradeDateBasis"
      | "code"
      | "transactionClass"
      | "acquiredDisposed"
      | "contradictory"
      | "shares"
      | "price"
      | "value"
      | "sharesAfter"
      | "valueAfter"
      | "directOrIndirect"
      | "natureOfOwnership"
      | "filingDate"
      | "knownAt"
      | "plan"
      | "deltaOwn"
      | "flags"
      | "supersededBy"
      | "supersededAt"
      | "supersededRule"
      | "returns"
    >,
    Pick<FilingSummary, "knownAtBasis"> {
  issuer: PartyRef & { symbol: string | null };
  owners: FilingSummary["owners"];
  lateness: string;
  businessDaysLate: number | null;
}

/** Open-market dollars of the rows counted, each joint event once, with what was left out. */
export interface ScreenTotals {
  buys: number;
  sales: number;
  net: number;
  buyRows: number;
  saleRows: number;
  leftOut: { reason: string; count: number }[];
}

export interface Facet {
  name: string;
  options: { value: string; count: number }[];
}

export interface TransactionsView {
  dataVersion: number;
  /** The parameters as they were read: the same view again. */
  params: Record<string, string>;
  /** What of the URL could not be read, and what a name was taken for. */
  notes: string[];
  /** Rows under the filter; with `isCapped`, at least so many, and totals, months and facets are of the newest so many. */
  count: number;
  isCapped: boolean;
  totals: ScreenTotals;
  months: MonthView[];
  facets: Facet[];
  rows: ScreenRow[];
  /** Where the next page begins; null on the last one. */
  next: string | null;
  fictional: boolean;
}
