import { formatDate, formatDateSpan, formatInstant, formatMonth } from "@/lib/format/dates";
import {
  formatAveragePrice,
  formatMoney,
  formatMoneyChange,
  formatPercent,
  formatPrice,
  formatShares,
  formatSharesChange,
} from "@/lib/format/numbers";
import { countOf } from "@/lib/format/words";
import { HINTS } from "@/lib/services/sections/audit-view";
import type { readResiduals, readShortSwings } from "@/lib/store/boards/read-audit-boards";
import type { readClusters, readEpisodes, readLateFilings, readPlans } from "@/lib/store/boards/read-boards";

type Of<T extends (...args: never[]) => Promise<unknown[]>> = Awaited<ReturnType<T>>[number];

/** `3 persons bought $120,240.00 together, 1 Mar – 14 Mar 2024; visible since 18 Mar 2024, 17:58 ET.` */
export function clusterReason(cluster: Of<typeof readClusters>): string {
  const verb = cluster.side === "buy" ? "bought" : "sold";
  const span = formatDateSpan(cluster.fromDate, cluster.toDate);
  const sum =
    cluster.value === null ? UNKNOWN_VALUE : `${formatMoney(cluster.value)} together${leftOutWords(cluster.unvalued)}`;
  return `${countOf(cluster.personCount, "person")} ${verb} ${sum}, ${span}; visible since ${formatInstant(cluster.visibleAt)}.`;
}

const UNKNOWN_VALUE = "for an unknown value";

/** For the end of a sum: ` (2 trades without a known value left out)`; nothing where none is. */
export function leftOutWords(count: number): string {
  return count === 0 ? "" : ` (${countOf(count, "trade")} without a known value left out)`;
}

/** Exercised → withheld → sold → kept, and the money where it is known. What there was none of is not told; what nobody knows is. */
export function episodeReason(episode: Of<typeof readEpisodes>): string {
  const verbs = ["exercised", "returned", "withheld", "sold"] as const;
  const parts = verbs.flatMap((verb) => {
    const shares = episode[verb];
    if (shares === null) return [`${verb}: not known`];
    return shares === 0 && verb !== "exercised" ? [] : [`${formatShares(shares)} ${verb}`];
  });
  parts.push(episode.retention0 === null ? "kept: not known" : `${formatPercent(episode.retention0)} kept that day`);
  const money: string[] = [];
  if (episode.averagePrice !== null) money.push(`at ${formatAveragePrice(episode.averagePrice)} on average`);
  if (episode.cost !== null && episode.cost > 0) money.push(`exercise cost ${formatMoney(episode.cost)}`);
  if (episode.spread !== null && (episode.matchedShares ?? 0) > 0)
    money.push(`spread ${formatMoneyChange(episode.spread)}${matchedWords(episode)}`);
  const type =
    episode.type === "option-exercise"
      ? "Option exercise"
      : `${episode.type.charAt(0).toUpperCase()}${episode.type.slice(1)}`;
  return `${type}: ${parts.join(", ")}${money.length === 0 ? "" : `; ${money.join(", ")}`}.`;
}

/** The spread is of the shares that were both exercised and sold; told where they are not all of either. */
function matchedWords({ matchedShares, exercised, sold }: Of<typeof readEpisodes>): string {
  if (matchedShares === null || (matchedShares === exercised && matchedShares === sold)) return "";
  return ` on ${formatShares(matchedShares)} of them`;
}

/** Adoption, waiting, what was traded and how the waiting period stands, in a sentence. */
export function planReason(plan: Of<typeof readPlans>): string {
  const adopted = adoption(plan);
  const days = waitedDays(plan);
  const trades = plan.singleTrade ? "single trade so far" : countOf(plan.tradeCount, "row");
  return `${adopted}${days}; ${trades}${sums(plan)}. Waiting period: ${plan.waitingOutcome}${plan.waitingReason === null ? "" : ` (${plan.waitingReason})`}.`;
}

function adoption({ adoptionDate, adoptionPrecision }: Of<typeof readPlans>): string {
  if (adoptionDate === null) return "No adoption date given";
  return `Adopted ${adoptionPrecision === "month" ? formatMonth(adoptionDate.slice(0, 7)) : formatDate(adoptionDate)}`;
}

function waitedDays({ daysMin, daysMax }: Of<typeof readPlans>): string {
  if (daysMin === null || daysMax === null) return "";
  return `, first trade ${daysMin === daysMax ? countOf(daysMin, "day") : `${daysMin}–${daysMax} days`} later`;
}

type PlanSums = Pick<Of<typeof readPlans>, "buyValue" | "saleValue" | "tradeCount" | "derivativeCount">;

/** A plan's sales, else its purchases, in dollars; null, not 0, where their value is not known or Table I has no trade under it. */
export function planFigure(plan: PlanSums): number | null {
  if (!hasTrade(plan)) return null;
  return plan.saleValue === 0 ? plan.buyValue : plan.saleValue;
}

function hasTrade({ tradeCount, derivativeCount }: PlanSums): boolean {
  return tradeCount > derivativeCount;
}

function sums(plan: Of<typeof readPlans>): string {
  if (!hasTrade(plan)) return ", no trade in Table I";
  const { buyValue, saleValue, leftOut } = plan;
  const sides = [
    ["sold", saleValue],
    ["bought", buyValue],
  ] as const;
  const parts = sides.flatMap(([verb, value]) =>
    value === 0 ? [] : [`${verb} ${value === null ? UNKNOWN_VALUE : formatMoney(value)}`],
  );
  if (parts.length === 0) return `, at a price of 0${leftOutWords(leftOut)}`;
  const isPartly = (saleValue ?? 0) > 0 || (buyValue ?? 0) > 0;
  return `, ${parts.join(", ")}${isPartly ? leftOutWords(leftOut) : ""}`;
}

/** Which form was how late, in a sentence. */
export function lateReason(filing: Of<typeof readLateFilings>): string {
  const period = filing.periodOfReport === null ? "" : `, reports ${formatDate(filing.periodOfReport)}`;
  return `Form ${filing.documentType}${period}, filed ${formatDate(filing.filingDate)}: ${countOf(filing.businessDaysLate, "business day")} after it was due; the latest of its rows decides.`;
}

/** `2 pairs of purchases and sales less than six months apart, $1,300.00 together. The largest: …` */
export function swingReason(swing: Of<typeof readShortSwings>): string {
  const best = `${formatShares(swing.shares)} bought at ${formatPrice(swing.boughtAt)} on ${formatDate(swing.boughtOn)}, sold at ${formatPrice(swing.soldAt)} on ${formatDate(swing.soldOn)}.`;
  const [pairs, sum] = [countOf(swing.pairCount, "pair"), formatMoney(swing.profit)];
  const apart = `${pairs} of purchases and sales less than six months apart, ${sum}`;
  return swing.pairCount === 1 ? `${apart}: ${best}` : `${apart} together. The largest: ${best}`;
}

/** Both balances, the difference, and what explains it or would close it. */
export function residualReason(step: Of<typeof readResiduals>): string {
  const { securityTitle, left, fromDate, found, residual, explanation, evidence } = step;
  const from = `${securityTitle ?? "Untitled line"}: ${formatShares(left)} after ${formatDate(fromDate)}, but the next report starts from ${formatShares(found)}: ${formatSharesChange(residual)}`;
  if (explanation !== "unexplained") return `${from}, explained by ${explanation}: ${evidence.replace(/[.\s]+$/, "")}.`;
  const hint = Object.entries(HINTS).find(([name]) => name === step.hint)?.[1];
  return `${from} unexplained.${hint === undefined ? "" : ` ${hint} Nothing is changed.`}`;
}
