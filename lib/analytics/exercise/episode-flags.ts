import { readOnce } from "@/lib/analytics/footnotes/read-once";
import { plainWords } from "@/lib/analytics/rows/class-titles";
import type { FiledRow } from "@/lib/analytics/rows/filed-row";
import { wordsOn } from "@/lib/analytics/rows/row-words";
import { isSaleForTax } from "@/lib/analytics/rows/sale-for-tax";
import { poolOf } from "./derivative-pool";
import type { EpisodeFlag, ExerciseLeg, ShareFigure } from "./episode";
import { kindOf } from "./episode-money";
import type { ExerciseDay } from "./exercise-days";
import { isExerciseCode, type Twin } from "./twins";

const OTHER_AWARD = /restricted (?:stock|share)|\brsus?\b|performance (?:stock|share)|\bvest(?:s|ed|ing)?\b/;
const AWARD_KINDS = [/performance/, /restricted stock(?! unit)|restricted shares?(?! unit)/, /phantom/, /deferred/];
/** Units are what was exercised, by whatever fuller name (“performance-based restricted stock units”). */
const UNITS = /\bunits?\b|\b(?:p?r|p)sus?\b/;
const THIS_OPTION = /\boptions?\b|exercise/;

/** What a reader should know before trusting an episode's figures. Nothing is repaired. */
export function flagsOf(
  day: ExerciseDay,
  legs: readonly ExerciseLeg[],
  figures: Record<"exercised" | "withheld" | "sold", ShareFigure>,
  settled: boolean,
): EpisodeFlag[] {
  const flags = new Set<EpisodeFlag>(day.twins.flatMap(twinFlags));
  const { exercised, withheld, sold } = figures;
  if (day.withoutShares.length > 0 && !settled) flags.add("no-shares-reported");
  if ([exercised, withheld, sold].some((one) => one.shares === null)) flags.add("shares-unknown");
  if ((withheld.shares ?? 0) > (exercised.shares ?? Number.POSITIVE_INFINITY)) flags.add("withheld-exceeds-exercised");
  if (isForOtherAward(withheld.rows, legs)) flags.add("withheld-for-another-award");
  if (sold.rows.some(isSaleForTax)) flags.add("sale-to-cover-tax");
  return [...flags].sort();
}

/** A note on a withholding names an award of another kind than any that was exercised. */
function isForOtherAward(withheld: readonly FiledRow[], legs: readonly ExerciseLeg[]): boolean {
  const noted = withheld.map(wordsOn).filter((words) => words !== "");
  if (noted.length === 0) return false;
  if (legs.every((leg) => leg.kind === "option")) return noted.some(namesOtherThanOption);
  const named = new Set(noted.flatMap(awardsNamed));
  if (named.size === 0) return false;
  for (const row of rowsBehind(legs)) {
    const text = `${plainWords(row.securityTitle)} ${wordsOn(row)}`;
    for (const kind of named) if (kind.test(text)) named.delete(kind);
  }
  return named.size > 0;
}

const namesOtherThanOption = readOnce((words) => OTHER_AWARD.test(words) && !THIS_OPTION.test(words));

/** Patterns of the awards that a note names; none where it speaks of units. */
const awardsNamed = readOnce((words) => (UNITS.test(words) ? [] : AWARD_KINDS.filter((kind) => kind.test(words))));

/** Each exercised row and its derivatives, each once; rows that were matched together share theirs. */
export function rowsBehind(legs: readonly ExerciseLeg[]): Set<FiledRow> {
  const rows = new Set<FiledRow>();
  const pools = new Set<readonly FiledRow[]>();
  for (const leg of legs) {
    rows.add(leg.row);
    if (pools.has(leg.derivatives)) continue;
    pools.add(leg.derivatives);
    for (const derivative of leg.derivatives) rows.add(derivative);
  }
  return rows;
}

function twinFlags(twin: Twin): EpisodeFlag[] {
  const flags: EpisodeFlag[] = [];
  if (twin.match === "none") flags.push("no-derivative-row");
  if (twin.match === "other-day") flags.push("derivative-date-differs");
  if (twin.match === "differs") flags.push("derivative-row-differs");
  const pool = poolOf(twin.derivatives);
  if (pool.hasAcquired) flags.push("derivative-direction");
  if (!isExerciseCode(twin.row.code) && kindOf(twin.row, pool) !== "partnership") flags.push("coding-departs");
  return flags;
}
