import type { Day } from "../market/calendar";
import type { LineMove } from "../market/filer";
import type { Split } from "../market/price-path";
import type { BookedFiling, BookedRow, PlanStory } from "./booked";

export interface EpisodeEntry {
  /** The filings' rows of the episode's day, by what they are. */
  exercised: BookedRow[];
  /** Table II twins, in the order of `exercised`. */
  derivatives: BookedRow[];
  withheld: BookedRow[];
  returned: BookedRow[];
  sold: BookedRow[];
  type: "vest" | "option exercise" | "exchange" | "mixed";
}

export interface ClusterEntry {
  side: "P" | "S";
  rows: BookedRow[];
}

export interface ResidualEntry {
  row: BookedRow;
  previous: number;
  opening: number;
  cause: LineMove;
}

export interface LateEntry {
  filing: BookedFiling;
  form: "3" | "4" | "5";
  /** From trade, event or year end to filing: business days for Form 4, calendar days for Forms 3 and 5. */
  elapsed: number;
  unit: "business" | "calendar";
  verdict: "late" | "late unless deemed";
}

export interface SlipEntry {
  row: BookedRow;
  kind:
    | "power of ten"
    | "price is a total"
    | "price outside its range"
    | "range wider than $1"
    | "ADS and shares mixed"
    | "foreign currency";
  /** Dollars a share that should have stood there; null where the filed price is right. */
  truePrice: number | null;
}

export interface GiftEntry {
  row: BookedRow;
  to: "own trust" | "family" | "charity";
}

/** Everything that the generator knows of one issuer's filings, while it writes them. */
export class IssuerBook {
  readonly filings: BookedFiling[] = [];
  readonly plans: { plan: PlanStory; rows: BookedRow[] }[] = [];
  readonly episodes: EpisodeEntry[] = [];
  readonly clusters: ClusterEntry[] = [];
  readonly residuals: ResidualEntry[] = [];
  readonly late: LateEntry[] = [];
  readonly slips: SlipEntry[] = [];
  readonly gifts: GiftEntry[] = [];
  readonly exits: BookedFiling[] = [];
  readonly splits: (Split & { stated: boolean })[] = [];
  readonly jointEvents: { counted: BookedRow; others: BookedRow[]; relation: string }[] = [];
  readonly shortSwing: { purchase: BookedRow; sale: BookedRow }[] = [];
  readonly missing: { cik: string; day: Day; code: string; shares: number }[] = [];
}
