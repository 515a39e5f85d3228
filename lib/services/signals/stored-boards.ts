import { EXPLAINED, type SignalQuery, UNEXPLAINED } from "@/lib/search-params/signals";
import type { PartyRef, RowRef } from "@/lib/services/views/shapes/cited-figure";
import { readResiduals, readShortSwings } from "@/lib/store/boards/read-audit-boards";
import {
  type BoardLimits,
  namesOf,
  readClusters,
  readEpisodes,
  readLateFilings,
  readPlans,
} from "@/lib/store/boards/read-boards";
import type { Store } from "@/lib/store/client";
import { clustersAt, episodesAt, plansAt, residualsAt, shortSwingsAt } from "./boards-at";
import {
  clusterReason,
  episodeReason,
  lateReason,
  planFigure,
  planReason,
  residualReason,
  swingReason,
} from "./reasons";
import type { SignalRow } from "./signal-view";

/** Reads one board's rows from what the last ingest stored. */
export type Board = (store: Store, query: SignalQuery, limits: BoardLimits) => Promise<SignalRow[]>;

const text = (value: string | number | undefined) => (typeof value === "string" ? value : undefined);
const number = (value: string | number | undefined) => (typeof value === "number" ? value : undefined);

/** Clusters; the figure is the dollars of the rows together. */
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
    leftOut: cluster.unvalued,
    reason: clusterReason(cluster),
    evidence: refsOf(cluster.rows),
    section: null,
  }));
};

/** Exercises; the figure is the proceeds of the sales that day, in dollars. */
export const episodeBoard: Board = async (store, query, limits) => {
  const { outcome, type, proceeds } = query;
  const asked = { ...limits, outcome: text(outcome), type: text(type), proceeds: number(proceeds) };
  const episodes = await (limits.until === undefined ? readEpisodes(store.db, asked) : episodesAt(store, asked));
  return withOwners(store, episodes, (episode) => ({
    key: `${episode.issuerCik} ${episode.episodeKey}`,
    date: episode.date,
    figure: episode.proceeds,
    leftOut: 0,
    reason: episodeReason(episode),
    evidence: refsOf(episode.rows),
    section: "exercise-and-sell",
  }));
};

/** Plans; the figure is as `planFigure` has it. */
export const planBoard: Board = async (store, query, limits) => {
  const asked = { ...limits, outcome: text(query.outcome), sales: number(query.sales) };
  const plans = await (limits.until === undefined ? readPlans(store.db, asked) : plansAt(store, asked));
  return withOwners(store, plans, (plan) => ({
    key: `${plan.issuerCik} ${plan.planKey}`,
    date: plan.firstTrade,
    figure: planFigure(plan),
    leftOut: plan.leftOut,
    reason: planReason(plan),
    evidence: refsOf(plan.rows),
    section: "plans",
  }));
};

/** Late filings; the figure is business days after the due date. */
export const lateBoard: Board = async (store, query, limits) => {
  const filings = await readLateFilings(store, { ...limits, days: number(query.days) });
  return filings.map((filing) => ({
    key: filing.id,
    date: filing.filingDate,
    issuer: { cik: filing.issuerCik, name: filing.issuerName, symbol: filing.tradingSymbol },
    insiders: filing.owners.map(({ ownerCik, name }) => ({ cik: ownerCik, name })),
    figure: filing.businessDaysLate,
    leftOut: 0,
    reason: lateReason(filing),
    evidence: [{ filingId: filing.id, anchor: "" }],
    section: null,
  }));
};

/** Purchases and sales less than six months apart, by lowest-in, highest-out. An arithmetic match, not a legal finding. */
export const shortSwingBoard: Board = async (store, query, limits) => {
  const asked = { ...limits, profit: number(query.difference) };
  const swings = await (limits.until === undefined ? readShortSwings(store.db, asked) : shortSwingsAt(store, asked));
  return withOwners(store, swings, (swing) => ({
    key: `${swing.issuerCik} ${swing.swingKey}`,
    date: swing.date,
    figure: swing.profit,
    leftOut: 0,
    reason: swingReason(swing),
    evidence: refsOf(swing.rows),
    section: null,
  }));
};

/** Balances that the rows between them don't explain, or what explains the others. */
export const ledgerBoard: Board = async (store, query, limits) => {
  const chosen = text(query.explanation) ?? UNEXPLAINED;
  const explanations = chosen === "any" ? [UNEXPLAINED, ...EXPLAINED] : [chosen];
  const asked = { ...limits, explanations, shares: number(query.shares) };
  const steps = await (limits.until === undefined ? readResiduals(store.db, asked) : residualsAt(store, asked));
  return withOwners(store, steps, (step) => ({
    key: `${step.toRow} ${step.lineKey}`,
    date: step.date,
    figure: step.residual,
    leftOut: 0,
    reason: residualReason(step),
    evidence: [refOf(step.toRow), refOf(step.fromRow)],
    section: "ledger-audit",
  }));
};

/** Records of boards with the names of their issuers and owners. */
async function withOwners<T extends { issuerCik: string; ownerKey: string }>(
  store: Store,
  records: readonly T[],
  rowOf: (record: T) => Omit<SignalRow, "issuer" | "insiders">,
): Promise<SignalRow[]> {
  const owners = records.map(({ ownerKey }) => ownerKey.split(","));
  const ciks = records.map(({ issuerCik }) => issuerCik);
  const names = await namesOf(store.db, ciks, owners.flat());
  return records.map((record, index) => ({
    ...rowOf(record),
    issuer: issuerOf(names, record.issuerCik),
    insiders: (owners[index] ?? []).map((cik) => insiderOf(names, cik)),
  }));
}

type Names = Awaited<ReturnType<typeof namesOf>>;

/** An issuer under its latest stored name; nameless where none is stored. */
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
  return listOf(json).map(refOf);
}

function refOf(address: string): RowRef {
  const [filingId = "", anchor = ""] = address.split("#");
  return { filingId, anchor };
}
