import { cadenceOf } from "@/lib/analytics/plans/plan-figures";
import { differenceOfDays } from "@/lib/analytics/rows/day-numbers";
import type { FiledRow } from "@/lib/analytics/rows/filed-row";

/** A habit that the filings show, and whether its expected time has passed without a trade. */
export interface Habit {
  kind: "month" | "cadence";
  /** In words: the month, or the gaps in days. */
  words: string;
  /** Last day on which the habit would have shown again. */
  expectedBy: string;
  /** Null without a date to judge by. */
  broken: boolean | null;
  /** Trades that show the habit. */
  rows: readonly FiledRow[];
}

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/**
 * The habits of one trader in one direction: a calendar month with a trade in three years running, and a steady cadence (four
 * trade days or more whose longest gap is at most twice the median). Broken when the next month, or twice the longest gap, has
 * passed by `asOf` without a trade. `rows` in time order.
 */
export function habitsOf(rows: readonly FiledRow[], asOf: string | null): Habit[] {
  return [...monthHabits(rows, asOf), ...cadenceHabit(rows, asOf)];
}

function monthHabits(rows: readonly FiledRow[], asOf: string | null): Habit[] {
  const habits: Habit[] = [];
  for (let month = 1; month <= 12; month += 1) {
    const name = String(month).padStart(2, "0");
    const inMonth = rows.filter((row) => row.tradeDate?.slice(5, 7) === name);
    const years = [...new Set(inMonth.map((row) => Number((row.tradeDate ?? "").slice(0, 4))))].sort((a, b) => a - b);
    const last = years.at(-1);
    if (last === undefined || !years.includes(last - 1) || !years.includes(last - 2)) continue;
    const run = runBack(years, last);
    const expectedBy = `${last + 1}-${name}-${new Date(Date.UTC(2001, month, 0)).getUTCDate()}`;
    habits.push({
      kind: "month",
      words: `${MONTHS[month - 1]}, ${run} to ${last}`,
      expectedBy,
      broken: asOf === null ? null : asOf > expectedBy,
      rows: inMonth.filter((row) => Number((row.tradeDate ?? "").slice(0, 4)) >= run),
    });
  }
  return habits;
}

function runBack(years: readonly number[], last: number): number {
  let first = last;
  while (years.includes(first - 1)) first -= 1;
  return first;
}

const LEAST_DAYS = 4;

function cadenceHabit(rows: readonly FiledRow[], asOf: string | null): Habit[] {
  const cadence = cadenceOf(rows);
  const last = rows.at(-1)?.tradeDate ?? null;
  if (cadence === null || last === null || cadence.tradeDays < LEAST_DAYS || cadence.longest > 2 * cadence.median)
    return [];
  const expectedBy = new Date(Date.parse(`${last}T00:00:00Z`) + 2 * cadence.longest * 86_400_000)
    .toISOString()
    .slice(0, 10);
  return [
    {
      kind: "cadence",
      words: `every ${cadence.shortest} to ${cadence.longest} days, ${cadence.tradeDays} trade days`,
      expectedBy,
      broken: asOf === null ? null : differenceOfDays(expectedBy, asOf) > 0,
      rows,
    },
  ];
}
