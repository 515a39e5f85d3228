import { saysSaleForTax } from "@/lib/analytics/footnotes/tax-sale";
import { plainWords } from "@/lib/analytics/rows/class-titles";
import { wordsOn } from "@/lib/analytics/rows/row-words";
import type { EpisodeFlag, ExerciseLeg, ShareFigure } from "./episode";
import { legOf } from "./episode-money";
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
  if (withheld.rows.some((row) => isForOtherAward(wordsOn(row), legs))) flags.add("withheld-for-another-award");
  if (sold.rows.some((row) => saysSaleForTax(wordsOn(row)))) flags.add("sale-to-cover-tax");
  return [...flags].sort();
}

/** A note on the withholding names an award of another kind than any that was exercised. */
function isForOtherAward(words: string, legs: readonly ExerciseLeg[]): boolean {
  if (legs.every((leg) => leg.kind === "option")) return OTHER_AWARD.test(words) && !THIS_OPTION.test(words);
  if (UNITS.test(words)) return false;
  const exercised = legs
    .flatMap((leg) => [leg.row, ...leg.derivatives])
    .map((row) => `${plainWords(row.securityTitle)} ${wordsOn(row)}`);
  return AWARD_KINDS.some((kind) => kind.test(words) && !exercised.some((text) => kind.test(text)));
}

function twinFlags(twin: Twin): EpisodeFlag[] {
  const flags: EpisodeFlag[] = [];
  if (twin.match === "none") flags.push("no-derivative-row");
  if (twin.match === "differs") flags.push("derivative-row-differs");
  if (twin.derivatives.some((derivative) => derivative.acquiredDisposed === "A")) flags.push("derivative-direction");
  if (!isExerciseCode(twin.row.code) && legOf(twin).kind !== "partnership") flags.push("coding-departs");
  return flags;
}
