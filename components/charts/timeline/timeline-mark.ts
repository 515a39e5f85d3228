import type { TransactionClass } from "@/lib/ownership/codes";
import type { PlanBasis } from "../glyphs/plan-shape";

/** One trade as the timeline draws it. Money in dollars; null = not reported. */
export interface TimelineMark {
  /** The row's address `<filing id>#<anchor>`. */
  id: string;
  /** Trade date, `YYYY-MM-DD`. */
  date: string;
  code: string | null;
  class: TransactionClass | null;
  planned: boolean | null;
  planBasis: PlanBasis | null;
  shares: number | null;
  price: number | null;
  value: number | null;
  /** A price range from a footnote. */
  band: { low: number; high: number } | null;
  who: string;
  /** A row of Table II: drawn by its letter, never among the trades of Table I. */
  isDerivative: boolean;
  /** Why the row is in no total; drawn as "!" with the words. */
  flag: string | null;
  /** Marks of one exercise-and-sell episode share it. */
  episodeId: string | null;
  /** Rows behind the mark; more than one where marks were binned. */
  count?: number;
  /** Last day of a bin. */
  until?: string;
}

export type TimelineMeasure = "value" | "price";

/** The letter that stands for a mark without a shape of its own. */
export function letterOf(mark: Pick<TimelineMark, "code" | "flag">): string {
  return mark.flag === null ? (mark.code ?? "?") : "!";
}
