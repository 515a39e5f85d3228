import type { Episode, EpisodeFlag, ShareFigure } from "@/lib/analytics/exercise/episode";
import { planStatus } from "@/lib/analytics/plans/plan-status";
import type { FiledRow } from "@/lib/analytics/rows/filed-row";
import { issuerRef, ownerRefs, rowRef } from "./rows/row-view";
import type { CitedFigure } from "./shapes/cited-figure";
import type { EpisodeView } from "./shapes/episode";

const FLAG_WORDS: Record<EpisodeFlag, string> = {
  "coding-departs": "A row's code departs from the rule; its derivative row shows an exercise or vest.",
  "no-derivative-row": "The exercised shares have no row in Table II.",
  "derivative-date-differs": "The exercised derivative's row in Table II has another date, a few days off.",
  "derivative-row-differs": "Table II speaks of another number of shares that day.",
  "derivative-direction": "The derivative row's direction is not the one of an exercise.",
  "no-shares-reported": "A derivative was exercised, but no acquired shares are reported.",
  "withheld-exceeds-exercised": "More shares were withheld than exercised that day.",
  "withheld-for-another-award": "A note gives the withholding to another award.",
  "sale-to-cover-tax": "A note says that a sale paid for tax.",
  "shares-unknown": "A row does not report its shares.",
};

const OUTCOMES: Record<Episode["outcome"], string> = {
  sale: "sale",
  "stock-funded-hold": "stock-funded hold",
  "cash-settlement": "cash settlement",
  "cash-hold": "cash hold",
  unclassified: "not classified",
};

/** An episode with every figure cited. */
export function episodeView(episode: Episode): EpisodeView {
  const legs = episode.legs.map((leg) => leg.row);
  const first = legs[0] ?? episode.exercised.rows[0];
  const derivatives = episode.legs.flatMap((leg) => leg.derivatives);
  const money = (value: number | null, rows: readonly FiledRow[], note: string): CitedFigure => ({
    value,
    rows: rows.map(rowRef),
    note: value === null ? note : null,
    leftOut: [],
  });
  const { matched } = episode;
  return {
    id: episode.key,
    issuer: first === undefined ? { cik: episode.issuerCik, name: null, symbol: null } : issuerRef(first.filing),
    owners: first === undefined ? [] : ownerRefs(first.filing),
    date: episode.date,
    securityTitle: episode.securityTitle,
    type: episode.type === "option-exercise" ? "option exercise" : episode.type,
    outcome: OUTCOMES[episode.outcome],
    exercised: shareFigure(episode.exercised),
    withheld: shareFigure(episode.withheld),
    returned: shareFigure(episode.returned),
    sold: shareFigure(episode.sold),
    cost: money(episode.cost, [...derivatives, ...legs], "No exercise price is reported."),
    proceeds: money(matched.proceeds, matched.rows, "No sale with a price that day."),
    averagePrice: money(matched.averagePrice, matched.rows, "No sale with a price that day."),
    spread: money(matched.spread, [...matched.rows, ...derivatives], "A price or an exercise price is not known."),
    retention: ([0, 30, 365] as const).map((days) => ({ days, value: episode.retention[days] })),
    daysToExpiry: shortest(episode.legs.map((leg) => leg.daysToExpiry)),
    optionsLeft: optionsLeft(episode),
    planned: plannedOf([...legs, ...episode.sold.rows]),
    notes: episode.flags.map((flag) => FLAG_WORDS[flag]),
  };
}

function shareFigure(figure: ShareFigure): CitedFigure {
  const note = figure.shares === null ? "A row does not report its shares." : null;
  return { value: figure.shares, rows: figure.rows.map(rowRef), note, leftOut: [] };
}

/** Options left in the grant lines exercised; with several lines, their sum only where each reports its own. */
function optionsLeft(episode: Episode): CitedFigure {
  const left = episode.legs.map((leg) => leg.left);
  const known = left.every((count) => count !== null) && left.length > 0;
  const lines = new Set(episode.legs.map((leg) => `${leg.exercisePrice} ${leg.expirationDate}`));
  const value = known && lines.size === 1 ? (left.at(-1) ?? null) : null;
  const note = value !== null ? null : known ? "Several grant lines: see each row." : "Not reported.";
  return { value, rows: episode.legs.flatMap((leg) => leg.derivatives).map(rowRef), note, leftOut: [] };
}

function shortest(days: readonly (number | null)[]): number | null {
  const known = days.filter((count) => count !== null);
  return known.length === 0 ? null : Math.min(...known);
}

/** True when every row is planned, false when every one is not; else unknown. */
function plannedOf(rows: readonly FiledRow[]): boolean | null {
  const statuses = rows.map((row) => planStatus(row.filing).get(row.anchor)?.planned ?? null);
  const [first = null] = statuses;
  return statuses.every((status) => status === first) ? first : null;
}
