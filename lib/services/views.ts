import type { DiffField } from "@/lib/analytics/counting/amendment-diff";
import type { TransactionClass } from "@/lib/ownership/codes";
import type { OwnershipDocument, Warning } from "@/lib/ownership/document";
import type { KnownAtBasis } from "@/lib/ownership/known-at";
import type { LeafName } from "@/lib/ownership/leaves";
import type { DayRange } from "@/lib/search-params/day-range";
import type { RelatedFilerView, RoleSpellView, SpanView } from "./views/party-views";
import type { PricePointView, ReturnsView } from "./views/price-views";

/**
 * What the pages, the API and the exports show: plain data (it travels as JSON), numbers as doubles, dates `YYYY-MM-DD`,
 * instants UTC ISO 8601. Null means not reported. Every figure comes with the rows behind it.
 */

/** Address of a row: the filing's id and the anchor on its page. */
export interface RowRef {
  filingId: string;
  anchor: string;
}

/** A figure with its evidence. */
export interface CitedFigure {
  /** Null: not known; `note` says why. */
  value: number | null;
  /** The rows that it is made of. */
  rows: RowRef[];
  /** What was left out or why it is unknown, in words; null when there is nothing to say. */
  note: string | null;
  /** What was left out, counted by reason. */
  leftOut: { reason: string; count: number; rows: RowRef[] }[];
}

export interface PartyRef {
  cik: string;
  name: string | null;
}

export interface PlanDateView {
  /** `YYYY-MM-DD`, or `YYYY-MM` where the text gives a month only. */
  date: string;
  precision: "day" | "month";
}

export interface PlanStatusView {
  planned: boolean | null;
  basis: "row footnote" | "remarks" | "filing checkbox" | null;
  footnoteId: string | null;
  /** Exactly as filed. */
  words: string | null;
  adoptionDates: PlanDateView[];
  /** Why the status is unknown; null when it is known or the row is no transaction. */
  reason: string | null;
}

export interface PriceBandView {
  low: number;
  high: number;
  footnoteId: string | null;
  words: string;
}

/** What can't be taken at its word, with the reason. */
export interface RowFlagView {
  code: string;
  words: string;
  /** Whether the row is in no total because of it. */
  outOfTotals: boolean;
}

/** One row of a filing as tables and charts show it. */
export interface RowView extends RowRef {
  documentType: string;
  issuer: PartyRef & { symbol: string | null };
  owners: PartyRef[];
  table: "I" | "II";
  kind: "transaction" | "holding";
  securityTitle: string | null;
  tradeDate: string | null;
  tradeDateBasis: "transactionDate" | "periodOfReport" | null;
  filingDate: string | null;
  knownAt: string | null;
  code: string | null;
  transactionClass: TransactionClass | null;
  acquiredDisposed: "A" | "D" | null;
  contradictory: boolean;
  equitySwapInvolved: boolean | null;
  shares: number | null;
  /** Dollars a share. */
  price: number | null;
  /** Dollars: shares × price, or the total that the row reports in their place. */
  value: number | null;
  /** Why there is no value, in words. */
  valueNote: string | null;
  priceBand: PriceBandView | null;
  sharesAfter: number | null;
  /** Dollars. */
  valueAfter: number | null;
  directOrIndirect: "D" | "I" | null;
  natureOfOwnership: string | null;
  exercisePrice: number | null;
  exerciseDate: string | null;
  expirationDate: string | null;
  underlyingTitle: string | null;
  underlyingShares: number | null;
  plan: PlanStatusView;
  /** Footnote ids by the field they hang on. */
  footnoteIds: Partial<Record<LeafName, string[]>>;
  /** Words of the footnotes on this row, by id. */
  footnotes: Record<string, string>;
  /** Net change over the balance before, on the row's own line; a part of 1. Null when it is not defined. */
  deltaOwn: number | null;
  flags: RowFlagView[];
  /** Address of the amendment's row, or of the amendment; null while the row is in force. */
  supersededBy: string | null;
  supersededAt: string | null;
  supersededRule: string | null;
  /** Purchases and sales of Table I only, and only where prices of the issuer were imported; else absent. */
  returns?: ReturnsView;
}

export interface FilingSummary {
  id: string;
  accession: string | null;
  documentType: string;
  issuer: PartyRef & { symbol: string | null };
  owners: (PartyRef & { roles: string[]; officerTitle: string | null })[];
  periodOfReport: string | null;
  filingDate: string | null;
  knownAt: string | null;
  knownAtBasis: KnownAtBasis | null;
  /** Codes of its transaction rows, each once, in filed order. */
  codes: string[];
  rowCount: number;
  warningCount: number;
}

/** Buy and sale dollars of a set of rows, with what was left out. */
export interface TotalsView {
  buys: CitedFigure;
  sales: CitedFigure;
  net: CitedFigure;
  /** Reporting owners of the purchases and sales that count, each once, whether a price is given or not. */
  buyers: number;
  sellers: number;
  /** Gross by class, Table I. */
  byClass: { transactionClass: TransactionClass | "none"; figure: CitedFigure; transactions: number }[];
}

/** One calendar month of open-market activity, dollars. `planned*` are the parts under a 10b5-1 plan. */
export interface MonthView {
  /** `YYYY-MM`. */
  month: string;
  /** Null, not 0: the month has such rows and none has a value. */
  buys: number | null;
  sales: number | null;
  plannedBuys: number | null;
  plannedSales: number | null;
  /** Whole rows in the month, priced or not. */
  transactions: number;
  /** How many of them have no value (no price, or no number of shares): they are in no dollar figure of the month. */
  unvalued: number;
}

export interface BalancePointView extends RowRef {
  date: string | null;
  code: string | null;
  /** Signed; null when not reported. */
  change: number | null;
  balance: number | null;
}

export interface BalanceLineView {
  key: string;
  owners: PartyRef[];
  issuer: PartyRef & { symbol: string | null };
  table: "I" | "II";
  unit: "shares" | "dollars";
  securityTitle: string | null;
  directOrIndirect: "D" | "I" | null;
  natureOfOwnership: string | null;
  grant: { exercisePrice: number | null; expirationDate: string | null; underlyingTitle: string | null } | null;
  opening: number | null;
  closing: { balance: number; date: string | null; rows: RowRef[] } | null;
  points: BalancePointView[];
  marks: string[];
}

export interface EpisodeView {
  id: string;
  issuer: PartyRef & { symbol: string | null };
  owners: PartyRef[];
  date: string;
  securityTitle: string | null;
  /** `vest`, `exchange`, `mixed` or `option exercise`. */
  type: string;
  /** `sale`, `stock-funded hold`, `cash settlement`, `cash hold`. */
  outcome: string;
  exercised: CitedFigure;
  withheld: CitedFigure;
  returned: CitedFigure;
  sold: CitedFigure;
  cost: CitedFigure;
  proceeds: CitedFigure;
  averagePrice: CitedFigure;
  spread: CitedFigure;
  /** Parts of 1; null when not known. */
  retention: { days: 0 | 30 | 365; value: number | null }[];
  /** Days from the exercise to the expiry of the option. */
  daysToExpiry: number | null;
  optionsLeft: CitedFigure;
  /** All of it, some of it, or none under a plan; null unknown. */
  planned: boolean | null;
  notes: string[];
}

export interface PlanView {
  issuer: PartyRef & { symbol: string | null };
  insider: PartyRef;
  adopted: PlanDateView | null;
  words: string | null;
  evidence: RowRef[];
  firstTrade: string | null;
  lastTrade: string | null;
  /** Days from adoption to the first trade. */
  daysBefore: number | null;
  waitingPeriod: { outcome: string; words: string };
  /** Purchases and sales of Table I; shares, value and share of holding are theirs. */
  trades: number;
  shares: CitedFigure;
  value: CitedFigure;
  /** Purchases and sales of Table II, by class: in no figure above. Empty where there are none. */
  derivatives: { securityTitle: string | null; trades: number; units: CitedFigure; value: CitedFigure }[];
  shareOfHoldingSold: number | null;
  singleTrade: boolean;
  notes: string[];
}

export interface RosterEntry {
  insider: PartyRef;
  roles: string[];
  officerTitle: string | null;
  lastTrade: string | null;
  /** Direct and indirect holdings in Table I shares by class; classes are never added together. */
  holdings: {
    securityTitle: string | null;
    directOrIndirect: "D" | "I" | null;
    /** Null: not known of this person; `note` tells why. */
    shares: number | null;
    /** What has to be known of the figure; null: nothing. */
    note: string | null;
    row: RowRef;
    /** Net shares traded on this line in the 12 months to the page's day ÷ the balance before; a part of 1. */
    deltaOwn: CitedFigure;
  }[];
  transactions: number;
  planned: number;
}

export interface MarketView {
  dataVersion: number;
  /** `YYYY-MM-DD`: what was known by the end of that day; null: now. */
  asOf: string | null;
  filings: FilingSummary[];
  /** Of documents that failed nobody knows how many there were at an earlier day: null. */
  counts: { filings: number; issuers: number; insiders: number; failed: number | null };
  /** Known-at of the newest filing. */
  through: string | null;
  /** Some of the filings shown are invented sample filings. */
  fictional: boolean;
}

/** What the filter of a party's page moves: all of it is of the same rows. */
export interface ActivityView {
  /** The codes of the filter; empty = all. */
  codes: string[];
  /** The days of the filter, by trade date; rows without a date are inside no days. */
  range: DayRange;
  /** Every code that the party's rows have, with the number of rows on these days, whatever the code filter. */
  codeCounts: { code: string; count: number }[];
  /** Transaction rows under the filter, newest first. */
  rows: RowView[];
  totals: TotalsView;
  months: MonthView[];
  /** Null without a dated row. */
  span: SpanView | null;
}

export interface IssuerView extends ActivityView {
  dataVersion: number;
  /** `YYYY-MM-DD`: the page shows what was known by the end of that day; null: now. */
  asOf: string | null;
  issuer: PartyRef & { symbol: string | null; symbols: string[] };
  /** Closes from the first trade on, thinned without losing highs and lows; absent where none were imported. */
  prices?: readonly PricePointView[];
  /** What `prices` are, in words: symbol, thinning, splits. Present with them. */
  pricesNote?: string;
  roster: RosterEntry[];
  filings: FilingSummary[];
  episodes: EpisodeView[];
  plans: PlanView[];
  lines: BalanceLineView[];
  lastTrade: string | null;
  through: string | null;
  fictional: boolean;
}

export interface InsiderView extends ActivityView {
  dataVersion: number;
  /** `YYYY-MM-DD`: the page shows what was known by the end of that day; null: now. */
  asOf: string | null;
  insider: PartyRef;
  issuers: (PartyRef & { symbol: string | null; roles: string[]; officerTitle: string | null })[];
  /** Roles as filings state them, issuer by issuer, newest first. */
  roles: RoleSpellView[];
  /** Owners of joint filings with this one. */
  related: RelatedFilerView[];
  lines: BalanceLineView[];
  episodes: EpisodeView[];
  plans: PlanView[];
  filings: FilingSummary[];
  lastTrade: string | null;
  fictional: boolean;
}

/** A row in few words, where its filing is not the page's own. */
export interface RowLabel extends RowRef {
  tradeDate: string | null;
  code: string | null;
  securityTitle: string | null;
  shares: number | null;
}

/** What an amendment does to the filing that it amends, row by row and field by field. */
export interface AmendmentView {
  amendment: FilingSummary;
  /** The filing at the root; null where it is not known which (`problem`). */
  original: FilingSummary | null;
  rule: "filing date" | "estimated" | null;
  problem: string | null;
  changed: { before: RowLabel; after: RowLabel; changes: FieldChangeView[] }[];
  /** Rows that the amendment says again, unchanged. */
  repeated: { before: RowLabel; after: RowLabel }[];
  added: RowLabel[];
  /** Rows that the amendment does not mention: they stay in force. */
  leftOut: RowLabel[];
}

export interface FieldChangeView {
  field: DiffField;
  before: string | number | boolean | null;
  after: string | number | boolean | null;
}

export interface FilingView {
  dataVersion: number;
  /** `YYYY-MM-DD`: what other filings say of this one is what was known by the end of that day; null: now. */
  asOf: string | null;
  /** True when this filing was not public by then, or nothing dates it: nothing is derived from it. */
  isNotYetKnown: boolean;
  /** Amendments that this filing is, or that act on it, in the order they became known. */
  amendments: AmendmentView[];
  /** The filings of just these owners at this issuer, before and after this one. */
  previous: FilingSummary | null;
  next: FilingSummary | null;
  /** Filings of other owners that tell of the same events; totals count each event once. */
  jointFilings: { filing: FilingSummary; rows: { own: RowRef; other: RowRef }[]; rule: string }[];
  summary: FilingSummary;
  /** As filed, to the letter. */
  document: OwnershipDocument;
  warnings: Warning[];
  rows: RowView[];
  episodes: EpisodeView[];
  plans: PlanView[];
  sources: { format: string; file: string }[];
  /** How soon after the event it was filed, or signed where no filing date is known. */
  timeliness: {
    status: "on time" | "late" | "late unless deemed" | "not assessed";
    reason: string | null;
    eventDate: string | null;
    dueDate: string | null;
    businessDays: number | null;
    late: number | null;
    /** Business days from the event to the signature, where no filing date is known. */
    signedAfter: number | null;
    row: RowRef | null;
  };
  edgarUrl: string | null;
  /** Whatever the filing reports; absent where no prices of the issuer were imported. */
  returns?: ReturnsView;
  fictional: boolean;
}

export interface SearchHit {
  kind: "issuer" | "insider" | "filing";
  cik: string | null;
  filingId: string | null;
  title: string;
  detail: string | null;
}
