import type { SignalQuery } from "@/lib/search-params/signals";
import type { PartyRef, RowRef } from "@/lib/services/views/shapes/cited-figure";
import {
  type BoardLimits,
  namesOf,
  readClusters,
  readEpisodes,
  readLateFilings,
  readPlans,
} from "@/lib/store/boards/read-boards";
import type { Store } from "@/lib/store/client";
import { clustersAt, episodesAt, plansAt } from "./boards-at";
import { clusterReason, episodeReason, lateReason, planReason } from "./reasons";
import type { SignalRow } from "./signal-view";

/** Reads one board's rows from what the last ingest stored. */
export type Board = (store: Store, query: SignalQuery, limits: BoardLimits) => Promise<SignalRow[]>;

const text = (value: string | number | undefined) => (typeof value === "string" ? value : undefined);
const number = (value: string | number | undefined) => (typeof value === "number" ? value : undefined);

export const clusterBoard: Board = async (store, query, limits) => {
  const asked = { ...limits, side: text(query.side), persons: number(query.persons), value: number(query.value) };
  const clusters = await (limits.until === undefined ? readClusters(store.db, asked) : clustersAt(store, asked));
  const persons = clusters.map((cluster) => listOf(cluster.persons));
  const names = await namesOf(
    store.db,
    clusters.map((cluster) => cluster.issuerCik),
    persons.flat(),
  );
  return clusters.map((cluster, index) => ({
    key: `${cluster.issuerCik} ${cluster.side} ${cluster.fromDate}`,
    date: cluster.visibleAt,
    issuer: issuerOf(names, cluster.issuerCik),
    insiders: (persons[index] ?? []).map((cik) => insiderOf(names, cik)),
    figure: cluster.value,
    reason: clusterReason(cluster),
    evidence: refsOf(cluster.rows),
    section: null,
  }));
};

export const episodeBoard: Board = async (store, query, limits) => {
  const { outcome, type, proceeds } = query;
  const asked = { ...limits, outcome: text(outcome), type: text(type), proceeds: number(proceeds) };
  const episodes = await (limits.until === undefined ? readEpisodes(store.db, asked) : episodesAt(store, asked));
  const owners = episodes.map((episode) => episode.ownerKey.split(","));
  const names = await namesOf(
    store.db,
    episodes.map((episode) => episode.issuerCik),
    owners.flat(),
  );
  return episodes.map((episode, index) => ({
    key: `${episode.issuerCik} ${episode.episodeKey}`,
    date: episode.date,
    issuer: issuerOf(names, episode.issuerCik),
    insiders: (owners[index] ?? []).map((cik) => insiderOf(names, cik)),
    figure: episode.proceeds,
    reason: episodeReason(episode),
    evidence: refsOf(episode.rows),
    section: "exercise-and-sell",
  }));
};

export const planBoard: Board = async (store, query, limits) => {
  const asked = { ...limits, outcome: text(query.outcome), sales: number(query.sales) };
  const plans = await (limits.until === undefined ? readPlans(store.db, asked) : plansAt(store, asked));
  const owners = plans.map((plan) => plan.ownerKey.split(","));
  const names = await namesOf(
    store.db,
    plans.map((plan) => plan.issuerCik),
    owners.flat(),
  );
  return plans.map((plan, index) => ({
    key: `${plan.issuerCik} ${plan.planKey}`,
    date: plan.firstTrade,
    issuer: issuerOf(names, plan.issuerCik),
    insiders: (owners[index] ?? []).map((cik) => insiderOf(names, cik)),
    figure: plan.saleValue === 0 && plan.buyValue > 0 ? plan.buyValue : plan.saleValue,
    reason: planReason(plan),
    evidence: refsOf(plan.rows),
    section: "plans",
  }));
};

export const lateBoard: Board = async (store, query, limits) => {
  const filings = await readLateFilings(store.db, { ...limits, days: number(query.days) });
  return filings.map((filing) => ({
    key: filing.id,
    date: filing.filingDate,
    issuer: { cik: filing.issuerCik, name: filing.issuerName, symbol: filing.tradingSymbol },
    insiders: filing.owners.map(({ ownerCik, name }) => ({ cik: ownerCik, name })),
    figure: filing.businessDaysLate,
    reason: lateReason(filing),
    evidence: [{ filingId: filing.id, anchor: "" }],
    section: null,
  }));
};

type Names = Awaited<ReturnType<typeof namesOf>>;

export function issuerOf(names: Names, cik: string): PartyRef & { symbol: string | null } {
  return names.issuer.get(cik) ?? { cik, name: null, symbol: null };
}

function insiderOf(names: Names, cik: string): PartyRef {
  return names.insider.get(cik) ?? { cik, name: null };
}

/** A stored list of words: persons, or addresses of rows. */
function listOf(json: string): string[] {
  const list: unknown = JSON.parse(json);
  return Array.isArray(list) ? list.filter((one) => typeof one === "string") : [];
}

function refsOf(json: string): RowRef[] {
  return listOf(json).map((address) => {
    const [filingId = "", anchor = ""] = address.split("#");
    return { filingId, anchor };
  });
}
