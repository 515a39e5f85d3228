import { MONTHS } from "@/lib/analytics/conduct/habits";
import { yearOf } from "@/lib/analytics/rows/day-numbers";
import type { RoutineVerdict } from "@/lib/analytics/signals/routine";
import { listOf } from "@/lib/format/words";

/** Why a year's trades are routine, opportunistic or not assessed, in a sentence. */
export function routineReason({ class: verdict, year, months, evidence }: RoutineVerdict): string {
  const before = [year - 3, year - 2, year - 1];
  if (verdict === "routine") {
    const names = months.map((month) => MONTHS[month - 1] ?? "");
    return `A trade in ${listOf(names)} of ${listOf(before.map(String))}.`;
  }
  if (verdict === "opportunistic") {
    return `A trade in each of ${listOf(before.map(String))}, in no calendar month of all three.`;
  }
  const traded = new Set(evidence.map((row) => yearOf(row.tradeDate ?? "")));
  const without = before.filter((one) => !traded.has(one)).map(String);
  return `No trade reported here in ${listOf(without)}.`;
}
