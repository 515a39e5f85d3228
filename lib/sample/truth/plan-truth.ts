import type { BookedRow, PlanStory } from "../book/booked";
import { inForce } from "../book/booked";
import type { IssuerBook } from "../book/issuer-book";
import { type Day, dayOf, isoOf, WAITING_RULE_START } from "../market/calendar";
import { round } from "../market/quantities";
import type { PlanTruth, WaitingVerdict } from "./truth";

/** The plans that were traded under, one for each insider and adoption date. */
export function planTruths(cik: string, book: IssuerBook): PlanTruth[] {
  const byKey = new Map<string, { plan: PlanStory; rows: BookedRow[]; once: boolean }>();
  for (const { plan, rows } of book.plans) {
    if (rows.length === 0) continue;
    const key = `${cik}|${plan.insider.cik}|${adoptionOf(plan)}`;
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, { plan, rows: [...rows], once: true });
    else {
      known.rows.push(...rows);
      known.once = false;
    }
  }
  return [...byKey].map(([key, entry]) => planTruth(key, entry));
}

function adoptionOf({ adopted, precision }: PlanStory): string {
  return precision === "month" ? isoOf(adopted).slice(0, 7) : isoOf(adopted);
}

function planTruth(
  key: string,
  { plan, rows, once }: { plan: PlanStory; rows: BookedRow[]; once: boolean },
): PlanTruth {
  const traded = rows.map(inForce);
  const days = traded.map((row) => row.day);
  const first = Math.min(...days);
  const exact = plan.precision === "day";
  return {
    key,
    firstTrade: isoOf(first),
    lastTrade: isoOf(Math.max(...days)),
    trades: traded.length,
    shares: round(traded.reduce((sum, row) => sum + row.shares, 0)),
    value: round(traded.reduce((sum, row) => sum + row.shares * (row.price ?? 0), 0)),
    ...(plan.amended === null && exact ? { daysToFirstTrade: first - plan.adopted } : {}),
    ...(plan.amended === null && once ? { waiting: waitingOf(plan, first) } : {}),
  };
}

/** The rule's verdict; a month tells the adoption only between its first and last day. */
function waitingOf(plan: PlanStory, first: Day): WaitingVerdict {
  if (plan.precision === "day") return verdictOn(plan, plan.adopted, first);
  const monthStart = dayOf(`${isoOf(plan.adopted).slice(0, 7)}-01`);
  const early = verdictOn(plan, monthStart, first);
  const late = verdictOn(plan, lastDayOfMonth(plan.adopted), first);
  return early === late ? early : "not assessed";
}

function lastDayOfMonth(day: Day): Day {
  const month = isoOf(day).slice(0, 7);
  let last = day;
  while (isoOf(last + 1).startsWith(month)) last += 1;
  return last;
}

function verdictOn({ insider }: PlanStory, adopted: Day, first: Day): WaitingVerdict {
  if (adopted < WAITING_RULE_START) return "rule did not apply";
  const days = first - adopted;
  if (!insider.isDirector && !insider.isOfficer) return days < 30 ? "shorter than the minimum" : "satisfied";
  if (days < 90) return "shorter than the minimum";
  return days < 120 ? "can't be decided from Form 4 alone" : "satisfied";
}
