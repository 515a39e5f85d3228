import { formatDate, formatDayOfYear, formatMonth } from "@/lib/format/dates";
import { dateOfDay, dayOf } from "./days";

export interface DayTick {
  day: number;
  label: string;
}

type Step = { unit: "day" | "month" | "year"; every: number };

const STEPS: readonly Step[] = [
  { unit: "day", every: 7 },
  { unit: "day", every: 14 },
  { unit: "month", every: 1 },
  { unit: "month", every: 3 },
  { unit: "month", every: 6 },
  { unit: "year", every: 1 },
  { unit: "year", every: 2 },
  { unit: "year", every: 5 },
  { unit: "year", every: 10 },
];

/** Ticks on round calendar days: the finest step that keeps to `most` of them. */
export function dayTicks([from, to]: readonly [number, number], most = 8): DayTick[] {
  for (const step of STEPS) {
    const days = ticksOf(step, from, to, most);
    if (days !== null) return label(step, days);
  }
  return [];
}

function ticksOf({ unit, every }: Step, from: number, to: number, most: number): number[] | null {
  const ticks: number[] = [];
  const date = new Date(`${dateOfDay(from)}T00:00:00Z`);
  if (unit === "day") date.setUTCDate(date.getUTCDate() + ((8 - date.getUTCDay()) % 7));
  else date.setUTCDate(1);
  if (unit === "month") date.setUTCMonth(Math.floor(date.getUTCMonth() / every) * every);
  if (unit === "year") date.setUTCFullYear(Math.floor(date.getUTCFullYear() / every) * every, 0, 1);
  for (let day = dayOfUtc(date); day <= to; day = dayOfUtc(date)) {
    if (day >= from) ticks.push(day);
    if (ticks.length > most) return null;
    if (unit === "day") date.setUTCDate(date.getUTCDate() + every);
    if (unit === "month") date.setUTCMonth(date.getUTCMonth() + every);
    if (unit === "year") date.setUTCFullYear(date.getUTCFullYear() + every);
  }
  return ticks.length === 0 && unit !== "day" ? null : ticks;
}

function dayOfUtc(date: Date): number {
  return dayOf(date.toISOString().slice(0, 10));
}

/** A day's label names its year where the year is new. */
function label({ unit }: Step, days: readonly number[]): DayTick[] {
  let year = "";
  return days.map((day) => {
    const date = dateOfDay(day);
    const isNewYear = date.slice(0, 4) !== year;
    year = date.slice(0, 4);
    if (unit === "year") return { day, label: year };
    if (unit === "month") return { day, label: formatMonth(date.slice(0, 7)) };
    return { day, label: isNewYear ? formatDate(date) : formatDayOfYear(date) };
  });
}
