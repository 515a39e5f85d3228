import type { Episode } from "@/lib/analytics/exercise/episode";
import { episodeAddresses, exerciseEpisodes } from "@/lib/analytics/exercise/episodes";
import type { BalanceLine } from "@/lib/analytics/holdings/balance-lines";
import { type PlanCard, planAddresses, planCards } from "@/lib/analytics/plans/plans";
import type { PriceFlag } from "@/lib/analytics/prices/price-flags";
import { type FiledRow, rowAddress } from "@/lib/analytics/rows/filed-row";
import { type Cluster, findClusters } from "@/lib/analytics/signals/clusters";
import { newYorkDate } from "@/lib/format/dates";
import { hashText } from "@/lib/services/ingest/prepare-source";
import {
  BALANCE_LINE,
  BOARD_TABLES,
  type BoardName,
  CLUSTER,
  EPISODE,
  MONTHLY_SUM,
  PLAN,
  ROW_FLAG,
} from "@/lib/store/writing/board-tables";
import type { BulkRecord } from "@/lib/store/writing/connection";
import { valuesOf } from "@/lib/store/writing/tables";
import { residualRecords, shortSwingRecords, splitRecords } from "./audit-records";
import type { BoardParts, IssuerFindings } from "./issuer-findings";
import { monthlySums } from "./monthly-sums";

/** What the market boards read of one issuer, as records of their tables. */
const RECORDS: Record<BoardName, (parts: BoardParts) => BulkRecord[]> = {
  BalanceLine: ({ findings }) => findings.lines.map(lineRecord),
  MonthlySum: ({ issuerCik, findings }) => monthlySums(issuerCik, findings).map((sum) => valuesOf(MONTHLY_SUM, sum)),
  Episode: ({ findings }) => exerciseEpisodes(findings.counted, { asOf: latestDay(findings) }).map(episodeRecord),
  Plan: ({ findings: { counted, excluded } }) => planCards(counted, { excluded }).map(planRecord),
  Cluster: ({ findings: { inForce, excluded } }) => findClusters(inForce, { excluded }).clusters.map(clusterRecord),
  RowFlag: ({ findings }) => findings.flags.map(flagRecord),
  ShortSwing: shortSwingRecords,
  Residual: residualRecords,
  StockSplit: splitRecords,
};

/** The records of one board's table. */
export function recordsOfBoard(name: BoardName, parts: BoardParts): BulkRecord[] {
  return RECORDS[name](parts);
}

/** The records of every board's table. */
export function boardRecords(issuerCik: string, findings: IssuerFindings): Record<BoardName, BulkRecord[]> {
  const records = BOARD_TABLES.map(({ name }) => [name, recordsOfBoard(name, { issuerCik, findings })] as const);
  return Object.fromEntries(records) as Record<BoardName, BulkRecord[]>;
}

/** The day, in New York, up to which this issuer's filings are known: retention windows that end later are open. No clock is read. */
function latestDay(findings: IssuerFindings): string | null {
  let latest: string | null = null;
  for (const { knownAt } of findings.filings) if (knownAt !== null && knownAt > (latest ?? "")) latest = knownAt;
  return latest === null ? null : newYorkDate(latest);
}

function lineRecord(line: BalanceLine): BulkRecord {
  return valuesOf(BALANCE_LINE, {
    issuerCik: line.issuerCik,
    lineKey: hashText(line.key),
    ownerKey: line.ownerKey,
    tableNumber: line.table === "I" ? 1 : 2,
    securityTitle: line.securityTitle,
    directOrIndirect: line.directOrIndirect,
    natureOfOwnership: line.natureOfOwnership,
    exercisePrice: line.grant?.exercisePrice ?? null,
    expirationDate: line.grant?.expirationDate ?? null,
    unit: line.unit,
    lastBalance: line.closing?.balance ?? null,
    lastDate: line.closing?.date ?? null,
    pointCount: line.points.length,
    points: JSON.stringify(line.points.map((point) => [point.date, point.balance, point.address])),
  });
}

function episodeRecord(episode: Episode): BulkRecord {
  const rows = [...episode.legs.map((leg) => leg.row), ...episode.sold.rows, ...episode.withheld.rows];
  return valuesOf(EPISODE, {
    issuerCik: episode.issuerCik,
    episodeKey: hashText(episode.key),
    ownerKey: episode.ownerKey,
    securityTitle: episode.securityTitle,
    date: episode.date,
    type: episode.type,
    outcome: episode.outcome,
    exercised: episode.exercised.shares,
    withheld: episode.withheld.shares,
    returned: episode.returned.shares,
    sold: episode.sold.shares,
    kept: episode.kept,
    cost: episode.cost,
    matchedShares: episode.matched.shares,
    proceeds: episode.matched.proceeds,
    averagePrice: episode.matched.averagePrice,
    spread: episode.matched.spread,
    retention0: episode.retention[0],
    retention30: episode.retention[30],
    retention365: episode.retention[365],
    flags: episode.flags.join(","),
    knownAt: knownAts(rows).at(-1) ?? null,
    rows: JSON.stringify(episodeAddresses(episode)),
  });
}

function planRecord(plan: PlanCard): BulkRecord {
  return valuesOf(PLAN, {
    issuerCik: plan.issuerCik,
    planKey: hashText(plan.key),
    ownerKey: plan.ownerKey,
    adoptionDate: plan.adoption?.date ?? null,
    adoptionPrecision: plan.adoption?.precision ?? null,
    firstTrade: plan.firstTrade?.tradeDate ?? null,
    lastTrade: plan.lastTrade?.tradeDate ?? null,
    daysMin: plan.daysToFirstTrade?.min ?? null,
    daysMax: plan.daysToFirstTrade?.max ?? null,
    waitingOutcome: plan.waiting.outcome,
    waitingReason: plan.waiting.reason,
    tradeCount: plan.trades.length + plan.derivativeTrades.length,
    derivativeCount: plan.derivativeTrades.length,
    buyValue: plan.value.buys,
    saleValue: plan.value.sales,
    leftOut: plan.value.leftOut.length,
    singleTrade: plan.singleTradeSoFar,
    knownAt: knownAts(plan.rows)[0] ?? null,
    rows: JSON.stringify(planAddresses(plan)),
  });
}

function clusterRecord(cluster: Cluster): BulkRecord {
  return valuesOf(CLUSTER, {
    issuerCik: cluster.issuerCik,
    side: cluster.side,
    fromDate: cluster.from,
    toDate: cluster.to,
    personCount: cluster.persons.length,
    value: cluster.value,
    unvalued: cluster.unvalued,
    visibleAt: cluster.visibleAt,
    visibleBy: cluster.visibleBy?.filingId ?? null,
    persons: JSON.stringify(cluster.persons),
    rows: JSON.stringify(cluster.rows.map(rowAddress)),
  });
}

function flagRecord(flag: PriceFlag): BulkRecord {
  return valuesOf(ROW_FLAG, {
    filingId: flag.row.filing.filingId,
    anchor: flag.row.anchor,
    flag: flag.flag,
    issuerCik: flag.row.filing.issuerCik,
    reason: flag.reason,
    leavesTotals: flag.leavesTotals,
    knownAt: flag.row.filing.knownAt,
    against: JSON.stringify(flag.against.map(rowAddress)),
  });
}

/** When the rows' filings were known, earliest first. */
function knownAts(rows: readonly FiledRow[]): string[] {
  return rows.flatMap((row) => (row.filing.knownAt === null ? [] : [row.filing.knownAt])).sort();
}
