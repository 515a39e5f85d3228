import { cadenceOf } from "@/lib/analytics/plans/plan-figures";
import { differenceOfDays, monthOf, yearOf } from "@/lib/analytics/rows/day-numbers";
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

/** Calendar months in words, January first. */
export const MONTHS = [
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

/** A month of three years running. */
const LEAST_YEARS = 3;

function monthHabits(rows: readonly FiledRow[], asOf: string | null): Habit[] {
  const habits: Habit[] = [];
  if (rows.length < LEAST_YEARS) return habits;
  for (const [at, inMonth] of rowsByMonth(rows).entries()) {
    if (inMonth.length < LEAST_YEARS) continue;
    const years = [...new Set(inMonth.map(yearOfTrade))].sort((a, b) => a - b);
    const last = years.at(-1);
    if (last === undefined || !years.includes(last - 1) || !years.includes(last - 2)) continue;
    const run = runBack(years, last);
    const month = String(at + 1).padStart(2, "0");
    const expectedBy = `${last + 1}-${month}-${new Date(Date.UTC(2001, at + 1, 0)).getUTCDate()}`;
    habits.push({
      kind: "month",
      words: `${MONTHS[at]}, ${run} to ${last}`,
      expectedBy,
      broken: asOf === null ? null : asOf > expectedBy,
      rows: inMonth.filter((row) => yearOfTrade(row) >= run),
    });
  }
  return habits;
}

/** The rows of each calendar month, January first. */
function rowsByMonth(rows: readonly FiledRow[]): FiledRow[][] {
  const months: FiledRow[][] = MONTHS.map(() => []);
  for (const row of rows) if (row.tradeDate !== null) months[monthOf(row.tradeDate) - 1]?.push(row);
  return months;
}

function yearOfTrade({ tradeDate }: FiledRow): number {
  return tradeDate === null ? 0 : yearOf(tradeDate);
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
