import { differenceOfDays } from "@/lib/analytics/rows/day-numbers";
import { type FiledRow, type FilingFacts, rowAddress } from "@/lib/analytics/rows/filed-row";
import { compareRows, compareText, groupBy } from "@/lib/analytics/rows/filing-order";
import { roundTo, sumOrNull } from "@/lib/analytics/sums";
import { cashSettlementWords } from "./cash-settled";
import { DisposalBook, formOfOwnership, holderKey } from "./disposals";
import type { Episode, EpisodeOutcome, EpisodeType, ExerciseLeg, RetentionDays, ShareFigure } from "./episode";
import { flagsOf } from "./episode-flags";
import { addMatched, legOf, legWithoutShares, matchedSales, totalCost } from "./episode-money";
import { type ExerciseDay, findExercises, transactionsInOrder } from "./exercise-days";
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
  const rows = transactionsInOrder(filings);
  const disposals = new DisposalBook(rows);
  return findExercises(rows)
    .days.map((day) => episodeOf(day, disposals, options.asOf ?? null))
    .sort((a, b) => compareText(a.date, b.date) || compareText(a.key, b.key));
}

/** Conversions that are no exercise, each acquired row with its derivative rows. */
export function conversionsApart(filings: readonly FilingFacts[]): readonly Twin[] {
  return findExercises(transactionsInOrder(filings)).conversions;
}

function episodeOf(day: ExerciseDay, disposals: DisposalBook, asOf: string | null): Episode {
  const holder = holderKey(day.issuerCik, day.ownerKey, day.classKey);
  const found = day.twins.length > 0 ? day.twins.map(legOf) : day.withoutShares.map(legWithoutShares);
  const legs = found.sort((a, b) => compareRows(a.row, b.row));
  const byForm = groupBy(legs, (leg) => formOfOwnership(leg.row));
  const sameDay = [...byForm.keys()].flatMap((form) => disposals.within(holder, form, day.date, 0)).sort(compareRows);
  const exercised = figure(legs, (leg) => leg.shares);
  const [withheld, returned, sold] = ["F", "D", "S"].map((code) => disposed(sameDay, code)) as [
    ShareFigure,
    ShareFigure,
    ShareFigure,
  ];
  const gone = sumOrNull([withheld.shares, returned.shares, sold.shares]);
  const settled = isSettledInCash(day);
  const flags = flagsOf(day, legs, { exercised, withheld, sold }, settled);
  const parts = [...byForm].map(([form, of]) =>
    matchedSales(
      of,
      sameDay.filter((row) => row.code === "S" && formOfOwnership(row) === form),
    ),
  );
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
    matched: addMatched(parts),
    retention: retentionOf(day, byForm, disposals, asOf, settled),
    leftOut: otherLines(day, holder, byForm, disposals),
    flags,
  };
}

/** No shares came, and a note on every derivative says that cash did. */
function isSettledInCash(day: ExerciseDay): boolean {
  if (day.twins.length > 0 || day.otherShares) return false;
  return day.withoutShares.every((row) => cashSettlementWords(row) !== null);
}

function figure(legs: readonly ExerciseLeg[], shares: (leg: ExerciseLeg) => number | null): ShareFigure {
  return { shares: sumOrNull(legs.map(shares)), rows: legs.map((leg) => leg.row) };
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
  const kinds = new Set(
    legs.map(
      (leg): EpisodeType =>
        leg.kind === "unit" ? "vest" : leg.kind === "partnership" ? "exchange" : "option-exercise",
    ),
  );
  return kinds.size === 1 ? ([...kinds][0] as EpisodeType) : "mixed";
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
  asOf: string | null,
  settled: boolean,
): Record<RetentionDays, number | null> {
  if (day.twins.length === 0) return settled ? { 0: 0, 30: 0, 365: 0 } : { 0: null, 30: null, 365: null };
  const holder = holderKey(day.issuerCik, day.ownerKey, day.classKey);
  const forms = [...byForm].map(([form, legs]) => ({ form, shares: sumOrNull(legs.map((leg) => leg.shares)) }));
  const exercised = sumOrNull([...byForm.values()].flat().map((leg) => leg.shares));
  const known = asOf === null ? null : differenceOfDays(day.date, asOf);
  return {
    0: retained(day.date, holder, forms, exercised, disposals, 0, known),
    30: retained(day.date, holder, forms, exercised, disposals, 30, known),
    365: retained(day.date, holder, forms, exercised, disposals, 365, known),
  };
}

/** The part of the exercised shares still held after so many days; `known`: days that the filings reach, null: all. */
function retained(
  date: string,
  holder: string,
  forms: readonly { form: string; shares: number | null }[],
  exercised: number | null,
  disposals: DisposalBook,
  days: RetentionDays,
  known: number | null,
): number | null {
  const gone = sumOrNull(
    forms.map(({ form, shares }) => {
      const out = disposals.sharesWithin(holder, form, date, days);
      return shares === null || out === null ? null : Math.min(shares, out);
    }),
  );
  if (exercised === null || exercised <= 0 || gone === null) return null;
  const kept = roundTo(1 - gone / exercised, 6);
  const open = known !== null && known < days;
  return open && kept > 0 ? null : kept;
}

function otherLines(
  day: ExerciseDay,
  holder: string,
  byForm: ReadonlyMap<string, unknown>,
  disposals: DisposalBook,
): Episode["leftOut"] {
  const others = [...disposals.forms(holder)].filter((form) => !byForm.has(form));
  const rows = others.flatMap((form) => disposals.within(holder, form, day.date, 0)).sort(compareRows);
  const unpaid = day.twins.length > 0 ? day.withoutShares : [];
  return [
    ...unpaid.map((row) => ({ row, reason: "no-shares-reported" as const })),
    ...rows.map((row) => ({ row, reason: "other-line" as const })),
  ];
}

/** Addresses of every row behind an episode's figures. */
export function episodeAddresses(episode: Episode): string[] {
  const rows = [
    ...episode.legs.flatMap((leg) => [leg.row, ...leg.derivatives]),
    ...episode.withheld.rows,
    ...episode.returned.rows,
    ...episode.sold.rows,
  ];
  return [...new Set(rows.map(rowAddress))];
}
