import { differenceOfDays } from "@/lib/analytics/rows/day-numbers";
import type { FilingOwner } from "@/lib/analytics/rows/filed-row";

/** A date to the day or to the month, as a footnote gives it. */
export interface LooseDate {
  /** `2018-05-17` or `2018-05`. */
  date: string;
  precision: "day" | "month";
}

export type WaitingOutcome =
  | "shorter than the minimum"
  | "can't be decided from Form 4 alone"
  | "satisfied"
  | "rule did not apply"
  | "not assessed";

/** The check of a plan's waiting period under the rule of 27 February 2023. */
export interface WaitingCheck {
  outcome: WaitingOutcome;
  /** Why it is not assessed; null otherwise. */
  reason:
    | "no adoption date"
    | "no trade yet"
    | "month straddles a limit"
    | "role not stated"
    | "trade before adoption"
    | null;
  /** Calendar days from adoption to first trade: two figures where only the month is known. */
  days: { min: number; max: number } | null;
  /** Days the rule asks for: 90 (directors, officers), 30 (others), null when the role isn't stated. */
  minimum: 90 | 30 | null;
}

/** Plans adopted since then have a waiting period (SEC Release 33-11138). */
const AMENDED_RULE = "2023-02-27";

/**
 * Whether the first trade waited long enough (domain §4). Directors and officers wait the later of 90 days and two business
 * days after the quarter's report, at most 120: between 90 and 119 days Form 4 alone can't tell. Others wait 30 days.
 */
export function checkWaitingPeriod(
  adoption: LooseDate | null,
  firstTrade: string | null,
  owners: readonly FilingOwner[],
): WaitingCheck {
  const minimum = minimumFor(owners);
  if (adoption === null) return { outcome: "not assessed", reason: "no adoption date", days: null, minimum };
  if (firstTrade === null) return { outcome: "not assessed", reason: "no trade yet", days: null, minimum };
  const { first, last } = spanOf(adoption);
  const days = { min: differenceOfDays(last, firstTrade), max: differenceOfDays(first, firstTrade) };
  if (days.max < 0) return { outcome: "not assessed", reason: "trade before adoption", days, minimum };
  const earliest = outcomeOf(first, days.max, minimum);
  const latest = outcomeOf(last, days.min, minimum);
  if (earliest !== latest) return { outcome: "not assessed", reason: "month straddles a limit", days, minimum };
  const reason = earliest === "not assessed" ? "role not stated" : null;
  return { outcome: earliest, reason, days, minimum };
}

function outcomeOf(adopted: string, days: number, minimum: 90 | 30 | null): WaitingOutcome {
  if (adopted < AMENDED_RULE) return "rule did not apply";
  if (minimum === null) return "not assessed";
  if (days < minimum) return "shorter than the minimum";
  return minimum === 90 && days < 120 ? "can't be decided from Form 4 alone" : "satisfied";
}

function minimumFor(owners: readonly FilingOwner[]): 90 | 30 | null {
  if (owners.some((owner) => owner.isDirector === true || owner.isOfficer === true)) return 90;
  const stated = owners.some(
    (owner) => owner.isTenPercentOwner === true || owner.isOther === true || owner.isDirector === false,
  );
  return stated ? 30 : null;
}

/** First and last day that a loose date can mean. */
export function spanOf({ date, precision }: LooseDate): { first: string; last: string } {
  if (precision === "day") return { first: date, last: date };
  const [year = 0, month = 1] = date.split("-").map(Number);
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return { first: `${date}-01`, last: `${date}-${days}` };
}
