/**
 * What is true by definition in a sample market, by kind. Every item has a key that identifies it in any reading of the
 * filings; the other properties are the values expected there. A property that is left out was not booked and is not
 * compared; null is a value (not known from the filings).
 * CIKs are without leading zeros, rows are `accession#anchor`, owner sets are sorted CIKs joined by `,`, dates `YYYY-MM-DD`.
 */
export interface TruthItem {
  key: string;
}

/** A transaction row whose plan status is yes or no; rows not listed are unknown. Key: row. */
export interface PlanStatusTruth extends TruthItem {
  status: "yes" | "no";
  basis: "row footnote" | "remarks" | "filing checkbox";
}

/** Key: `issuer|insider|adoption`, the adoption as `YYYY-MM-DD` or `YYYY-MM`. */
export interface PlanTruth extends TruthItem {
  firstTrade: string;
  lastTrade: string;
  /** P and S rows under the plan. */
  trades: number;
  shares: number;
  /** Dollars. */
  value: number;
  /** From adoption to the first trade; booked for exact dates of plans never amended. */
  daysToFirstTrade?: number;
  waiting?: WaitingVerdict;
}

export type WaitingVerdict =
  | "shorter than the minimum"
  | "can't be decided from Form 4 alone"
  | "satisfied"
  | "rule did not apply"
  | "not assessed";

/** Key: `issuer|owner set|class|date`. */
export interface EpisodeTruth extends TruthItem {
  type: "vest" | "option exercise" | "exchange" | "mixed";
  class: "sale" | "stock-funded hold" | "cash settlement" | "cash hold";
  exercised: number;
  withheld: number;
  returned: number;
  sold: number;
  cost: number;
  proceeds: number;
  matchedShares: number;
  matchedProceeds: number;
  spread: number;
  retention0: number;
  /** Left out where a split falls into the time. */
  retention30?: number;
  retention365?: number;
}

/** N = 3 persons, D = 14 days, V = $100,000. Key: `issuer|P or S|first trade date`. */
export interface ClusterTruth extends TruthItem {
  lastTrade: string;
  persons: string[];
  shares: number;
  value: number;
  /** Filing date of the third person's filing. */
  visibleOn: string;
}

/** Key: the superseded row. */
export interface AmendmentTruth extends TruthItem {
  by: string;
}

/** Key: the row that counts. */
export interface JointEventTruth extends TruthItem {
  merged: string[];
}

/** Key: `issuer|ratio`; ratio = new shares for one old. */
export interface SplitTruth extends TruthItem {
  date: string;
  /** The filings themselves only tell that the split lies between these days; any date of them is right. */
  window: [from: string, to: string];
}

/** Key: the first row of the line in the filing whose opening balance doesn't follow from the last one. */
export interface ResidualTruth extends TruthItem {
  owners: string;
  title: string;
  residual: number;
  explanation: "unexplained" | "footnote" | "split" | "change of form";
}

/** Key: accession. */
export interface LateTruth extends TruthItem {
  form: "3" | "4" | "5";
  /** From the trade to the filing in business days (Form 4), from the event or year end in calendar days (Forms 3 and 5). */
  elapsed: number;
  unit: "business" | "calendar";
  /** Form 4: business days past the second. How Forms 3 and 5 count theirs is not laid down, so it is not booked. */
  daysLate?: number;
  verdict: "late" | "late unless deemed";
}

/** Key: row. */
export interface PriceSlipTruth extends TruthItem {
  kind:
    | "power of ten"
    | "price is a total"
    | "price outside its range"
    | "range wider than $1"
    | "ADS and shares mixed"
    | "foreign currency";
  filedPrice: number | null;
}

/** Key: accession. */
export interface ExitTruth extends TruthItem {
  owners: string;
}

/** Key: `purchase row|sale row`. */
export interface ShortSwingTruth extends TruthItem {
  shares: number;
  profit: number;
}

/** Key: row. */
export interface GiftTruth extends TruthItem {
  shares: number;
  direction: "A" | "D";
}

/** Open-market totals: in force, each joint event once, flagged rows and rows without a price left out. Key: `issuer|P or S`. */
export interface TotalTruth extends TruthItem {
  rows: number;
  shares: number;
  value: number;
}

/** The kinds, by name. */
export interface TruthKinds {
  planStatus: PlanStatusTruth[];
  plans: PlanTruth[];
  episodes: EpisodeTruth[];
  clusters: ClusterTruth[];
  amendments: AmendmentTruth[];
  jointEvents: JointEventTruth[];
  splits: SplitTruth[];
  ledgerResiduals: ResidualTruth[];
  late: LateTruth[];
  priceSlips: PriceSlipTruth[];
  exits: ExitTruth[];
  shortSwing: ShortSwingTruth[];
  gifts: GiftTruth[];
  totals: TotalTruth[];
}

export type TruthKind = keyof TruthKinds;

export const TRUTH_KINDS = [
  "planStatus",
  "plans",
  "episodes",
  "clusters",
  "amendments",
  "jointEvents",
  "splits",
  "ledgerResiduals",
  "late",
  "priceSlips",
  "exits",
  "shortSwing",
  "gifts",
  "totals",
] as const satisfies readonly TruthKind[];

export interface IssuerTruth extends TruthKinds {
  issuerCik: string;
  issuerName: string;
  filings: number;
}

/** `truth.json`: one issuer a line, so that a market of any size can be read line by line. */
export interface Truth {
  version: 1;
  seed: number;
  as: "submission" | "xml" | "dataset";
  filings: number;
  issuers: IssuerTruth[];
}
