import type { Episode } from "@/lib/analytics/exercise/episode";
import { exerciseEpisodes } from "@/lib/analytics/exercise/episodes";
import { ledgerAudit } from "@/lib/analytics/holdings/ledger-audit";
import { findSplits } from "@/lib/analytics/holdings/splits";
import { filingPlanStatus } from "@/lib/analytics/plans/plan-status";
import { type PlanCard, planCards } from "@/lib/analytics/plans/plans";
import { differenceOfDays } from "@/lib/analytics/rows/day-numbers";
import { type FiledRow, type FilingFacts, rowAddress } from "@/lib/analytics/rows/filed-row";
import { type Cluster, findClusters } from "@/lib/analytics/signals/clusters";
import { exits } from "@/lib/analytics/signals/exits";
import { gifts } from "@/lib/analytics/signals/gifts";
import { shortSwings } from "@/lib/analytics/signals/short-swing";
import { stableSum, sumOrNull } from "@/lib/analytics/sums";
import { filingLateness } from "@/lib/analytics/timeliness/lateness";
import { rowValue, type Total, totals } from "@/lib/analytics/values";
import type { FoundItem } from "@/lib/sample/compare-truth";
import type { TruthKind } from "@/lib/sample/truth/truth";
import { type IssuerFindings, issuerFindings } from "@/lib/services/refresh/issuer-findings";

/** Every kind, under the keys and names of `truth.json`; the comparison takes the items value by value. */
export type FoundItems = Record<TruthKind, FoundItem[]>;

export interface FoundOptions {
  /** Section 16(b) doesn't reach insiders of foreign private issuers. */
  foreignPrivateIssuer: boolean;
}

/**
 * What the measures find in one issuer's filings, all fourteen kinds of `truth.json`. Pure; the order of the filings doesn't
 * matter. The measures take the same inputs as in the refresh: rows in force, joint copies and flagged rows out of totals.
 */
export function foundTruth(
  issuerCik: string,
  filings: readonly FilingFacts[],
  options: FoundOptions = { foreignPrivateIssuer: false },
): FoundItems {
  const findings = issuerFindings(filings);
  const { inForce, counted, excluded } = findings;
  const splits = findSplits(findings.lines, inForce);
  const rows = inForce.flatMap((filing) => filing.rows);
  const countedRows = counted.flatMap((filing) => filing.rows);
  const foreignPrivateIssuers = new Set(options.foreignPrivateIssuer ? [issuerCik] : []);
  return {
    planStatus: filings.flatMap(statusItems),
    plans: planCards(counted, { excluded }).flatMap(planItems),
    episodes: exerciseEpisodes(counted).map(episodeItem),
    clusters: findClusters(inForce, { excluded }).clusters.map(clusterItem),
    amendments: [...findings.superseded].map(([key, { by }]) => ({ key, by })),
    jointEvents: jointItems(findings),
    splits: splits
      .filter((split) => split.confirmed)
      .map((split) => ({ key: `${issuerCik}|${split.ratio.to / split.ratio.for}`, date: split.by })),
    ledgerResiduals: ledgerAudit(findings.lines, splits).residuals.map(({ step, explanation }) => ({
      key: step.to.address,
      owners: step.line.ownerKey,
      title: step.line.securityTitle,
      residual: step.residual,
      explanation,
    })),
    late: filings.filter((filing) => !filing.isAmendment).flatMap(lateItems),
    priceSlips: findings.flags.map(({ address, flag, row }) => ({ key: address, kind: flag, filedPrice: row.price })),
    exits: exitItems(inForce),
    shortSwing: shortSwings(countedRows, { foreignPrivateIssuers }).flatMap(({ pairs }) =>
      pairs.map(({ purchase, sale, shares, profit }) => ({
        key: `${rowAddress(purchase)}|${rowAddress(sale)}`,
        shares,
        profit,
      })),
    ),
    gifts: gifts(rows).map(({ row, shares }) => ({ key: rowAddress(row), shares, direction: row.acquiredDisposed })),
    totals: totalItems(issuerCik, rows, excluded),
  };
}

function statusItems(filing: FilingFacts): FoundItem[] {
  return [...filingPlanStatus(filing).rows].flatMap(([anchor, { planned, basis }]) =>
    planned === null ? [] : [{ key: `${filing.filingId}#${anchor}`, status: planned ? "yes" : "no", basis }],
  );
}

/** Cards without an adoption date or without a trade have no key in the truth. */
function planItems(card: PlanCard): FoundItem[] {
  const { adoption, firstTrade, lastTrade, trades, daysToFirstTrade: days } = card;
  if (adoption === null || firstTrade === null || lastTrade === null) return [];
  return [
    {
      key: [card.issuerCik, card.ownerKey, adoption.date].join("|"),
      firstTrade: firstTrade.tradeDate,
      lastTrade: lastTrade.tradeDate,
      trades: trades.length,
      shares: sharesOf(trades),
      value: sumOrNull(trades.map((row) => rowValue(row).value)),
      daysToFirstTrade: days?.min === days?.max ? days?.min : null,
      waiting: card.waiting.outcome,
    },
  ];
}

const TYPES = { vest: "vest", "option-exercise": "option exercise", exchange: "exchange", mixed: "mixed" } as const;
const CLASSES = {
  sale: "sale",
  "stock-funded-hold": "stock-funded hold",
  "cash-settlement": "cash settlement",
  "cash-hold": "cash hold",
  unclassified: "unclassified",
} as const;

function episodeItem(episode: Episode): FoundItem {
  const { matched, retention, sold } = episode;
  return {
    key: [episode.issuerCik, episode.ownerKey, episode.securityTitle, episode.date].join("|"),
    type: TYPES[episode.type],
    class: CLASSES[episode.outcome],
    exercised: episode.exercised.shares,
    withheld: episode.withheld.shares,
    returned: episode.returned.shares,
    sold: sold.shares,
    cost: episode.cost,
    proceeds: sumOrNull(sold.rows.map((row) => rowValue(row).value)),
    matchedShares: matched.shares,
    matchedProceeds: matched.proceeds,
    spread: matched.spread,
    retention0: retention[0],
    retention30: retention[30],
    retention365: retention[365],
  };
}

function clusterItem(cluster: Cluster): FoundItem {
  return {
    key: [cluster.issuerCik, cluster.side === "buy" ? "P" : "S", cluster.from].join("|"),
    lastTrade: cluster.to,
    persons: cluster.persons,
    shares: sharesOf(cluster.rows),
    value: cluster.value,
    visibleOn: cluster.visibleBy?.filingDate ?? null,
  };
}

function jointItems({ copies }: IssuerFindings): FoundItem[] {
  const merged = new Map<string, string[]>();
  for (const [copy, { countedAs }] of copies) merged.set(countedAs, [...(merged.get(countedAs) ?? []), copy]);
  return [...merged].map(([key, of]) => ({ key, merged: of.sort() }));
}

/** A Form 4 counts business days, Forms 3 and 5 calendar days. */
function lateItems(filing: FilingFacts): FoundItem[] {
  const { status, eventDate, filingDate, businessDays, late } = filingLateness(filing).worst;
  if (status !== "late" && status !== "late unless deemed") return [];
  const form = filing.documentType;
  const isForm4 = form === "4";
  const calendarDays = eventDate === null || filingDate === null ? null : differenceOfDays(eventDate, filingDate);
  return [
    {
      key: filing.filingId,
      form,
      elapsed: isForm4 ? businessDays : calendarDays,
      unit: isForm4 ? "business" : "calendar",
      daysLate: isForm4 ? late : null,
      verdict: status,
    },
  ];
}

/** One item a filing, however many owners it has. */
function exitItems(inForce: readonly FilingFacts[]): FoundItem[] {
  const filings = new Set(exits(inForce).map((exit) => exit.filing));
  return [...filings].map((filing) => ({ key: filing.filingId, owners: filing.ownerKey }));
}

function totalItems(issuerCik: string, rows: readonly FiledRow[], excluded: ReadonlyMap<string, string>): FoundItem[] {
  const { buys, sales } = totals(rows, excluded);
  const sides: [string, Total][] = [
    ["P", buys],
    ["S", sales],
  ];
  return sides.flatMap(([side, total]) =>
    total.rows.length === 0
      ? []
      : [
          {
            key: `${issuerCik}|${side}`,
            rows: total.rows.length,
            shares: stableSum([...total.sharesByClass.values()]),
            value: total.value,
          },
        ],
  );
}

function sharesOf(rows: readonly FiledRow[]): number | null {
  return sumOrNull(rows.map((row) => row.shares));
}
