import { dayNumber } from "@/lib/analytics/rows/day-numbers";
import { type FiledRow, type FilingFacts, rowAddress } from "@/lib/analytics/rows/filed-row";
import { compareRows, compareText, groupBy } from "@/lib/analytics/rows/filing-order";
import { roundTo, sumOrNull } from "@/lib/analytics/sums";
import { cashSettlementWords } from "./cash-settled";
import { type DisposalBook, disposalsIn, formOfOwnership } from "./disposals";
import type {
  Episode,
  EpisodeOutcome,
  EpisodeType,
  ExerciseLeg,
  MatchedSales,
  RetentionDays,
  ShareFigure,
} from "./episode";
import { flagsOf, rowsBehind } from "./episode-flags";
import { addMatched, legOf, legWithoutShares, matchedSales, totalCost } from "./episode-money";
import { type ExerciseDay, findExercises } from "./exercise-days";
import type { Twin } from "./twins";

export interface EpisodeOptions {
  /** Calendar date up to which filings are known: a retention window that ends later is open, hence null. */
  asOf?: string | null;
}

/**
 * The exercise-and-sell episodes in the filings given (domain §5), in time order. Pass filings in force with joint events
 * collapsed. Conversions of preferred stock, debt or another class are not among them (`conversionsApart`).
 */
export function exerciseEpisodes(filings: readonly FilingFacts[], options: EpisodeOptions = {}): Episode[] {
  const disposals = disposalsIn(filings);
  const known = options.asOf === undefined || options.asOf === null ? null : dayNumber(options.asOf);
  return findExercises(filings)
    .days.map((day) => episodeOf(day, disposals, known))
    .sort((a, b) => compareText(a.date, b.date) || compareText(a.key, b.key));
}

/** Conversions that are no exercise, each acquired row with its derivative rows. */
export function conversionsApart(filings: readonly FilingFacts[]): readonly Twin[] {
  return findExercises(filings).conversions;
}

/** `known`: day up to which filings are known; null: all. */
function episodeOf(day: ExerciseDay, disposals: DisposalBook, known: number | null): Episode {
  const found = day.twins.length > 0 ? day.twins.map(legOf) : day.withoutShares.map(legWithoutShares);
  const legs = found.sort(byRow);
  const byForm = groupBy(legs, (leg) => formOfOwnership(leg.row));
  const { own, other } = disposedOn(day, byForm, disposals);
  const exercised = figure(legs);
  const withheld = disposed(own, "F");
  const returned = disposed(own, "D");
  const sold = disposed(own, "S");
  const gone = sumOrNull([withheld.shares, returned.shares, sold.shares]);
  const settled = isSettledInCash(day);
  const flags = flagsOf(day, legs, { exercised, withheld, sold }, settled);
  return {
    key: JSON.stringify([day.issuerCik, day.ownerKey, day.classKey, day.date]),
    issuerCik: day.issuerCik,
    ownerKey: day.ownerKey,
    securityTitle: day.twins[0]?.row.securityTitle ?? legs[0]?.row.underlyingTitle ?? null,
    date: day.date,
    type: typeOf(legs),
    outcome: outcomeOf(exercised.shares, withheld.shares, returned.shares, sold.shares, day.twins.length > 0, settled),
    exercised,
    withheld,
    returned,
    sold,
    kept: day.twins.length === 0 ? (settled ? 0 : null) : rest(exercised.shares, gone),
    legs,
    cost: totalCost(legs),
    matched: matchedByForm(byForm, sold.rows),
    retention: retentionOf(day, byForm, disposals, known, settled),
    leftOut: leftOutOf(day, other),
    flags,
  };
}

function byRow(a: ExerciseLeg, b: ExerciseLeg): number {
  return compareRows(a.row, b.row);
}

/** The day's disposals on the lines that the exercise came to, and on other lines of the class. */
function disposedOn(
  day: ExerciseDay,
  byForm: ReadonlyMap<string, unknown>,
  disposals: DisposalBook,
): Record<"own" | "other", FiledRow[]> {
  const own: FiledRow[] = [];
  const other: FiledRow[] = [];
  for (const row of disposals.on(day, day.day)) (byForm.has(formOfOwnership(row)) ? own : other).push(row);
  return { own, other };
}

/** The exercised shares sold that day, each line's with its own sales. */
function matchedByForm(byForm: ReadonlyMap<string, readonly ExerciseLeg[]>, sold: readonly FiledRow[]): MatchedSales {
  const sales = groupBy(sold, formOfOwnership);
  return addMatched([...byForm].map(([form, legs]) => matchedSales(legs, sales.get(form) ?? [])));
}

/** No shares came, and a note on every derivative says that cash did. */
function isSettledInCash(day: ExerciseDay): boolean {
  if (day.twins.length > 0 || day.otherShares) return false;
  return day.withoutShares.every((row) => cashSettlementWords(row) !== null);
}

function figure(legs: readonly ExerciseLeg[]): ShareFigure {
  return { shares: sumOrNull(legs.map((leg) => leg.shares)), rows: legs.map((leg) => leg.row) };
}

function disposed(rows: readonly FiledRow[], code: string): ShareFigure {
  const of = rows.filter((row) => row.code === code);
  return { shares: sumOrNull(of.map((row) => row.shares)), rows: of };
}

function rest(exercised: number | null, gone: number | null): number | null {
  return exercised === null || gone === null ? null : roundTo(Math.max(0, exercised - gone), 6);
}

/** A day with units and options is mixed; a kind that can't be told counts as an option exercise. */
function typeOf(legs: readonly ExerciseLeg[]): EpisodeType {
  let type: EpisodeType | null = null;
  for (const { kind } of legs) {
    const own: EpisodeType = kind === "unit" ? "vest" : kind === "partnership" ? "exchange" : "option-exercise";
    if (type !== null && type !== own) return "mixed";
    type = own;
  }
  return type ?? "mixed";
}

function outcomeOf(
  e: number | null,
  f: number | null,
  r: number | null,
  s: number | null,
  sharesReported: boolean,
  settled: boolean,
): EpisodeOutcome {
  if (!sharesReported) return settled ? "cash-settlement" : "unclassified";
  if (s !== null && s > 0) return "sale";
  if (e === null || f === null || r === null || s === null) return "unclassified";
  if (r > 0 && f + r >= e) return "cash-settlement";
  if (f + r === 0) return "cash-hold";
  return f + r < e ? "stock-funded-hold" : "unclassified";
}

function retentionOf(
  day: ExerciseDay,
  byForm: ReadonlyMap<string, readonly ExerciseLeg[]>,
  disposals: DisposalBook,
  known: number | null,
  settled: boolean,
): Record<RetentionDays, number | null> {
  if (day.twins.length === 0) return settled ? { 0: 0, 30: 0, 365: 0 } : { 0: null, 30: null, 365: null };
  const parts = [...byForm].map(([form, legs]) => ({ form, shares: sumOrNull(legs.map((leg) => leg.shares)) }));
  const lines = { day, parts, exercised: sumOrNull([...byForm.values()].flat().map((leg) => leg.shares)) };
  return {
    0: retained(lines, disposals, 0, known),
    30: retained(lines, disposals, 30, known),
    365: retained(lines, disposals, 365, known),
  };
}

/** The exercised shares of a day, by the form of ownership that they came to. */
interface ExercisedLines {
  day: ExerciseDay;
  parts: readonly { form: string; shares: number | null }[];
  exercised: number | null;
}

/** The part of the exercised shares still held after so many days; `known`: day that the filings reach, null: all. */
function retained(
  { day, parts, exercised }: ExercisedLines,
  disposals: DisposalBook,
  days: RetentionDays,
  known: number | null,
): number | null {
  const gone = sumOrNull(
    parts.map(({ form, shares }) => {
      const out = disposals.sharesWithin(day, form, day.day, days);
      return shares === null || out === null ? null : Math.min(shares, out);
    }),
  );
  if (exercised === null || exercised <= 0 || gone === null) return null;
  const kept = roundTo(1 - gone / exercised, 6);
  const open = known !== null && known - day.day < days;
  return open && kept > 0 ? null : kept;
}

function leftOutOf(day: ExerciseDay, otherLines: readonly FiledRow[]): Episode["leftOut"] {
  const unpaid = day.twins.length > 0 ? day.withoutShares : [];
  return [
    ...unpaid.map((row) => ({ row, reason: "no-shares-reported" as const })),
    ...otherLines.map((row) => ({ row, reason: "other-line" as const })),
  ];
}

/** Addresses of every row behind an episode's figures. */
export function episodeAddresses(episode: Episode): string[] {
  const rows = rowsBehind(episode.legs);
  for (const { rows: gone } of [episode.withheld, episode.returned, episode.sold]) {
    for (const row of gone) rows.add(row);
  }
  return [...rows].map(rowAddress);
}
