import { EXPLAINED, UNEXPLAINED } from "@/lib/search-params/signals";
import { type BoardReckoning, reckonIssuer } from "@/lib/services/deriving/reckon-issuer";
import { endOfDay } from "@/lib/services/parties/issuer-filings";
import {
  latestResidualFirst,
  readResiduals,
  type readShortSwings,
  swingIssuersNear,
} from "@/lib/store/boards/read-audit-boards";
import { readClusters, readEpisodes, readPlans } from "@/lib/store/boards/read-boards";
import type { Store } from "@/lib/store/client";
import { CLUSTER, EPISODE, PLAN, RESIDUAL, SHORT_SWING } from "@/lib/store/writing/board-tables";
import type { BulkTable } from "@/lib/store/writing/connection";

/** Issuers that a board of an earlier day is reckoned for while one waits: those with the last stored results before it. */
export const MOST_ISSUERS_AT = 20;
/** Stored results that name those issuers. */
const STORED = 200;

type Limits = Parameters<typeof readClusters>[1];
type ClusterLimits = Parameters<typeof readClusters>[1];
type EpisodeLimits = Parameters<typeof readEpisodes>[1];
type PlanLimits = Parameters<typeof readPlans>[1];
type SwingLimits = Parameters<typeof readShortSwings>[1];
type ResidualLimits = Parameters<typeof readResiduals>[1];
type Of<T extends (...args: never[]) => Promise<unknown[]>> = Awaited<ReturnType<T>>[number];

/** Clusters as they could be seen at the end of a day: without what was filed or amended since. */
export async function clustersAt(store: Store, limits: ClusterLimits): Promise<Of<typeof readClusters>[]> {
  const ciks = await issuersOf(limits, () => readClusters(store.db, { ...limits, limit: STORED }));
  const clusters = await recordsAt<Of<typeof readClusters>>(store, "Cluster", CLUSTER, ciks, limits);
  return clusters
    .filter(
      ({ side, personCount, value, visibleAt }) =>
        visibleAt !== null &&
        visibleAt >= (limits.from ?? "") &&
        (limits.side === undefined || side === limits.side) &&
        personCount >= (limits.persons ?? 0) &&
        isAtLeast(value, limits.value),
    )
    .sort(latest((cluster) => cluster.visibleAt))
    .slice(0, limits.limit);
}

/** Exercise-and-sell episodes as they could be seen at the end of a day. */
export async function episodesAt(store: Store, limits: EpisodeLimits): Promise<Of<typeof readEpisodes>[]> {
  const ciks = await issuersOf(limits, () => readEpisodes(store.db, { ...limits, limit: STORED }));
  const episodes = await recordsAt<Of<typeof readEpisodes>>(store, "Episode", EPISODE, ciks, limits);
  return episodes
    .filter(
      ({ outcome, type, proceeds, date }) =>
        date >= (limits.from ?? "") &&
        (limits.outcome === undefined || outcome === limits.outcome) &&
        (limits.type === undefined || type === limits.type) &&
        isAtLeast(proceeds, limits.proceeds),
    )
    .sort(latest((episode) => episode.date))
    .slice(0, limits.limit);
}

/** Plans as they could be seen at the end of a day: with the trades known by then. */
export async function plansAt(store: Store, limits: PlanLimits): Promise<Of<typeof readPlans>[]> {
  const ciks = await issuersOf(limits, () => readPlans(store.db, { ...limits, limit: STORED }));
  const plans = await recordsAt<Of<typeof readPlans>>(store, "Plan", PLAN, ciks, limits);
  return plans
    .filter(
      ({ firstTrade, waitingOutcome, saleValue }) =>
        firstTrade !== null &&
        firstTrade >= (limits.from ?? "") &&
        (limits.outcome === undefined || waitingOutcome === limits.outcome) &&
        isAtLeast(saleValue, limits.sales),
    )
    .sort(latest((plan) => plan.firstTrade))
    .slice(0, limits.limit);
}

/** Short-swing matches of the trades known by the end of a day. */
export async function shortSwingsAt(store: Store, limits: SwingLimits): Promise<Of<typeof readShortSwings>[]> {
  const { issuerCik, until } = limits;
  const near = until === undefined ? [] : await swingIssuersNear(store.db, until, MOST_ISSUERS_AT);
  const ciks = issuerCik === undefined ? near : [issuerCik];
  const swings = await recordsAt<Of<typeof readShortSwings>>(store, "ShortSwing", SHORT_SWING, ciks, limits);
  return swings
    .filter(({ date, profit }) => date >= (limits.from ?? "") && profit >= (limits.profit ?? Number.NEGATIVE_INFINITY))
    .sort((a, b) => latest<typeof a>((swing) => swing.date)(a, b) || (a.swingKey < b.swingKey ? -1 : 1))
    .slice(0, limits.limit);
}

/** The ledger audit of what was filed by the end of a day: what a later form explains is unexplained there. */
export async function residualsAt(store: Store, limits: ResidualLimits): Promise<Of<typeof readResiduals>[]> {
  const any = { ...limits, explanations: [UNEXPLAINED, ...EXPLAINED], limit: STORED };
  const ciks = await issuersOf(limits, () => readResiduals(store.db, any));
  const steps = await recordsAt<Of<typeof readResiduals>>(store, "Residual", RESIDUAL, ciks, limits);
  return steps
    .filter(
      ({ date, explanation, residual }) =>
        date !== null &&
        date >= (limits.from ?? "") &&
        limits.explanations.includes(explanation) &&
        Math.abs(residual) >= (limits.shares ?? 0),
    )
    .sort(latestResidualFirst)
    .slice(0, limits.limit);
}

async function issuersOf(limits: Limits, stored: () => Promise<{ issuerCik: string }[]>): Promise<string[]> {
  if (limits.issuerCik !== undefined) return [limits.issuerCik];
  return [...new Set((await stored()).map(({ issuerCik }) => issuerCik))].slice(0, MOST_ISSUERS_AT);
}

/** What a board's table would hold of these issuers, had nothing been filed after the day. */
async function recordsAt<T>(
  store: Store,
  name: BoardReckoning,
  { columns }: BulkTable,
  ciks: readonly string[],
  { until }: Limits,
): Promise<T[]> {
  const boards = await Promise.all(ciks.map((cik) => reckonIssuer(store, name, cik, until?.day ?? null)));
  return boards
    .flat()
    .map((values) => Object.fromEntries(columns.map(([column], index) => [column, values[index] ?? null])) as T);
}

/** Whether a figure is known to reach a floor; without a floor any does, known or not. */
function isAtLeast(figure: number | null, floor: number | undefined): boolean {
  return floor === undefined || (figure !== null && figure >= floor);
}

/** The latest first; of one date by issuer. */
function latest<T extends { issuerCik: string }>(of: (record: T) => string | null): (a: T, b: T) => number {
  return (a, b) => {
    const [left, right] = [of(a) ?? "", of(b) ?? ""];
    if (left !== right) return left < right ? 1 : -1;
    return a.issuerCik === b.issuerCik ? 0 : a.issuerCik < b.issuerCik ? -1 : 1;
  };
}

/** The end of a day as boards take it. */
export function untilDay(day: string): NonNullable<Limits["until"]> {
  return { day, instant: endOfDay(day) };
}
