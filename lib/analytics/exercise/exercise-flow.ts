import { planOfRow } from "@/lib/analytics/plans/plan-of-row";
import { ByHolder } from "@/lib/analytics/rows/by-holder";
import { classKey } from "@/lib/analytics/rows/class-titles";
import { dayNumber } from "@/lib/analytics/rows/day-numbers";
import type { FiledRow, FilingFacts } from "@/lib/analytics/rows/filed-row";
import { groupBy, rowsInOrder, rowsInTime } from "@/lib/analytics/rows/filing-order";
import { roundTo, stableSum, sumOrNull } from "@/lib/analytics/sums";
import { formOfOwnership } from "./disposals";
import type { Episode } from "./episode";
import { SharesInTime } from "./shares-in-time";

export const FLOW_PARTS = [
  "withheld",
  "returned",
  "sold, planned",
  "sold, not planned",
  "sold, plan unknown",
  "gifted",
  "kept",
] as const;
export type FlowPart = (typeof FLOW_PARTS)[number];

export interface FlowShare {
  shares: number;
  rows: readonly FiledRow[];
}

/** Where the exercised shares of one class went. The parts add up to `exercised`. */
export interface ExerciseFlow {
  issuerCik: string;
  classKey: string;
  securityTitle: string | null;
  exercised: number;
  parts: Readonly<Record<FlowPart, FlowShare>>;
  episodes: readonly Episode[];
  /** Episodes whose shares are not known: they are in no part. */
  leftOut: readonly Episode[];
}

/**
 * Exercised → withheld → returned → sold (planned or not) → gifted → kept, by issuer and class, over the episodes given. Of what
 * an episode's day (and, for gifts, the days until `giftDays` after) took away, at most the exercised shares count, in that order.
 */
export function exerciseFlows(
  episodes: readonly Episode[],
  filings: readonly FilingFacts[],
  giftDays = 30,
): ExerciseFlow[] {
  const gifts = giftsByHolder(filings);
  const byClass = groupBy(episodes, (episode) => `${episode.issuerCik} ${classKey(episode.securityTitle)}`);
  return [...byClass.values()].map((of) => {
    const first = of[0] as Episode;
    const flows = of.map((episode) => ({ episode, parts: partsOf(episode, giftsAfter(episode, gifts, giftDays)) }));
    const known = flows.flatMap(({ parts }) => (parts === null ? [] : [parts]));
    return {
      issuerCik: first.issuerCik,
      classKey: classKey(first.securityTitle),
      securityTitle: first.securityTitle,
      exercised: stableSum(flows.map(({ episode, parts }) => (parts === null ? 0 : (episode.exercised.shares ?? 0)))),
      parts: added(known),
      episodes: of,
      leftOut: flows.flatMap(({ episode, parts }) => (parts === null ? [episode] : [])),
    };
  });
}

type Parts = Record<FlowPart, FlowShare>;

function partsOf(episode: Episode, gifts: readonly FiledRow[]): Parts | null {
  const { exercised, withheld, returned, sold } = episode;
  if (exercised.shares === null || withheld.shares === null || returned.shares === null || sold.shares === null)
    return null;
  if (episode.outcome === "unclassified" && episode.kept === null) return null;
  const forms = new Set(episode.legs.map((leg) => formOfOwnership(leg.row)));
  const given = gifts.filter((row) => forms.has(formOfOwnership(row)));
  // A gift of so many shares as nobody says would be called kept.
  if (given.some((row) => row.shares === null)) return null;
  const sales = groupBy(sold.rows, soldAs);
  const wanted: [FlowPart, readonly FiledRow[]][] = [
    ["withheld", withheld.rows],
    ["returned", returned.rows],
    ["sold, planned", sales.get("sold, planned") ?? []],
    ["sold, not planned", sales.get("sold, not planned") ?? []],
    ["sold, plan unknown", sales.get("sold, plan unknown") ?? []],
    ["gifted", given],
  ];
  const parts = empty();
  // Settled without shares: the whole went back to the issuer for cash.
  if (episode.outcome === "cash-settlement" && returned.rows.length === 0 && withheld.rows.length === 0) {
    parts.returned = { shares: exercised.shares, rows: exercised.rows };
    return parts;
  }
  let left = exercised.shares;
  for (const [name, rows] of shrunk(wanted, sold.shares, exercised.shares - withheld.shares - returned.shares)) {
    const shares = Math.min(left, rows.shares);
    left = roundTo(left - shares, 6);
    parts[name] = { shares: roundTo(shares, 6), rows: rows.rows };
  }
  parts.kept = { shares: left, rows: exercised.rows };
  return parts;
}

/** Sales beyond what the exercise left are not its own: planned and other sales are cut in proportion. */
function shrunk(
  wanted: readonly [FlowPart, readonly FiledRow[]][],
  sold: number,
  room: number,
): [FlowPart, FlowShare][] {
  const factor = sold > room && sold > 0 ? Math.max(0, room) / sold : 1;
  return wanted.map(([name, rows]) => {
    const shares = sumOrNull(rows.map((row) => row.shares)) ?? 0;
    return [name, { shares: name.startsWith("sold") ? shares * factor : shares, rows }];
  });
}

function soldAs(row: FiledRow): FlowPart {
  const planned = planOfRow(row)?.planned ?? null;
  return planned === null ? "sold, plan unknown" : planned ? "sold, planned" : "sold, not planned";
}

function isGiven(row: FiledRow): boolean {
  return row.kind === "transaction" && row.table === "I" && row.code === "G" && row.acquiredDisposed === "D";
}

function giftsByHolder(filings: readonly FilingFacts[]): ByHolder<SharesInTime> {
  const gifts = new ByHolder<SharesInTime>();
  for (const row of rowsInTime(filings)) {
    if (row.tradeDay === null || !isGiven(row)) continue;
    const { issuerCik, ownerKey } = row.filing;
    gifts.getOrAdd(issuerCik, ownerKey, row.classKey, () => new SharesInTime()).add(row, row.tradeDay);
  }
  return gifts;
}

function giftsAfter(episode: Episode, gifts: ByHolder<SharesInTime>, days: number): readonly FiledRow[] {
  const { issuerCik, ownerKey } = episode;
  const own = gifts.get({ issuerCik, ownerKey, classKey: classKey(episode.securityTitle) });
  return own === undefined ? NO_ROWS : own.within(dayNumber(episode.date), days);
}

const NO_ROWS: readonly FiledRow[] = [];

function empty(): Parts {
  const none = { shares: 0, rows: [] };
  return {
    withheld: none,
    returned: none,
    "sold, planned": none,
    "sold, not planned": none,
    "sold, plan unknown": none,
    gifted: none,
    kept: none,
  };
}

function added(all: readonly Parts[]): Parts {
  const sum = empty();
  for (const name of FLOW_PARTS) {
    sum[name] = {
      shares: stableSum(all.map((parts) => parts[name].shares)),
      rows: rowsInOrder(all.flatMap((parts) => parts[name].rows)),
    };
  }
  return sum;
}
