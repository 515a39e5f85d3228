import { stableSum } from "@/lib/analytics/sums";
import { filingLateness, type LatenessStatus } from "@/lib/analytics/timeliness/lateness";
import { counted } from "@/lib/analytics/values";
import type { CompareQuery } from "@/lib/search-params/compare";
import type { Store } from "@/lib/store/client";
import { readDataVersion } from "@/lib/store/ledger-state";
import { getIssuer } from "../parties/get-issuer";
import { issuerLedger } from "../parties/issuer-filings";
import { resolveParties } from "../parties/resolve-parties";
import { getIssuerSections } from "../sections/get-sections";
import type { AuditView, MeterView } from "../sections/section-views";
import type { CitedFigure, RowRef } from "../views/shapes/cited-figure";
import type { EpisodeView } from "../views/shapes/episode";
import type { IssuerView } from "../views/shapes/party";
import type { RowView } from "../views/shapes/row";
import type { ComparedFigure, ComparedIssuer, CompareView } from "./compare-view";

/** Issuers side by side, each by the views of its own page; one that no filing names is told apart. */
export async function getCompare(store: Store, query: CompareQuery): Promise<CompareView> {
  const { issuers: ciks, unknown } = await resolveParties(store, { issuers: query.issuers, insiders: [] });
  const found: ComparedIssuer[] = [];
  for (const cik of ciks) {
    const compared = await comparedIssuer(store, cik, query.asOf);
    if (compared === null) unknown.push(cik);
    else found.push(compared);
  }
  return {
    dataVersion: await readDataVersion(store.db),
    asOf: query.asOf,
    issuers: found,
    unknown,
    fictional: found.some((one) => one.fictional),
  };
}

async function comparedIssuer(store: Store, cik: string, asOf: string | null): Promise<ComparedIssuer | null> {
  const view = await getIssuer(store, { cik, codes: [], asOf });
  if (view === null) return null;
  const { audit, meter } = await getIssuerSections(store, { cik, asOf });
  const { filings } = await issuerLedger(store, cik, asOf);
  const { buys, sales, net, buyers, sellers } = view.totals;
  const rows = new Map(view.rows.map((row) => [addressOf(row), row]));
  const rowsOf = ({ rows: refs }: CitedFigure) => refs.flatMap((ref) => rows.get(addressOf(ref)) ?? []);
  return {
    issuer: { cik, name: view.issuer.name, symbol: view.issuer.symbol },
    filings: view.filings.length,
    firstTrade: firstTradeOf(view),
    lastTrade: view.lastTrade,
    through: view.through,
    net: figureOf(net),
    buys: figureOf(buys),
    sales: figureOf(sales),
    buyers,
    sellers,
    plannedSales: plannedOf(rowsOf(sales)),
    months: view.months,
    late: lateOf(filings.map(({ facts }) => filingLateness(facts).worst.status)),
    exercises: exercisesOf(view.episodes),
    audit: auditOf(audit),
    doubleCount: doubleCountOf(meter),
    fictional: view.fictional,
  };
}

function addressOf({ filingId, anchor }: RowRef): string {
  return `${filingId}#${anchor}`;
}

function figureOf(figure: CitedFigure): ComparedFigure {
  const leftOut = figure.leftOut.reduce((count, group) => count + group.count, 0);
  return { value: figure.value, rows: figure.rows.length, leftOut };
}

/** Rows in force only, as the last trade. */
function firstTradeOf({ rows }: IssuerView): string | null {
  const dates = rows.filter((row) => row.supersededBy === null).flatMap((row) => row.tradeDate ?? []);
  return dates.sort()[0] ?? null;
}

function plannedOf(rows: readonly RowView[]): ComparedIssuer["plannedSales"] {
  const dollars = (planned: boolean | null) =>
    stableSum(rows.filter((row) => row.plan.planned === planned).map((row) => row.value ?? 0));
  return { planned: dollars(true), notPlanned: dollars(false), notReported: dollars(null) };
}

/** Each filing once, whatever the number of its owners. */
function lateOf(statuses: readonly LatenessStatus[]): ComparedIssuer["late"] {
  const count = (status: LatenessStatus) => statuses.filter((one) => one === status).length;
  const notAssessed = count("not assessed");
  return {
    late: count("late"),
    lateUnlessDeemed: count("late unless deemed"),
    assessed: statuses.length - notAssessed,
    notAssessed,
  };
}

function exercisesOf(episodes: readonly EpisodeView[]): ComparedIssuer["exercises"] {
  const proceeds = episodes.map((episode) => episode.proceeds).filter(({ value }) => value !== null);
  return {
    episodes: episodes.length,
    outcomes: [...counted(episodes.map((episode) => episode.outcome))].map(([outcome, count]) => ({ outcome, count })),
    proceeds: {
      value: proceeds.length === 0 ? null : stableSum(proceeds.map(({ value }) => value ?? 0)),
      rows: proceeds.reduce((count, { rows }) => count + rows.length, 0),
      leftOut: episodes.length - proceeds.length,
    },
  };
}

function auditOf({ checked, closed, residuals }: AuditView): ComparedIssuer["audit"] {
  return { checked, closed, unexplained: residuals.filter((one) => one.explanation === "unexplained").length };
}

function doubleCountOf({ copies, gross, net }: MeterView): ComparedIssuer["doubleCount"] {
  const whole = [gross.buys.value, gross.sales.value];
  const once = [net.buys.value, net.sales.value].map((value) => (value === null ? null : -value));
  const known = [...whole, ...once].filter((value) => value !== null);
  return { copies, dollars: known.length === 4 ? stableSum(known) : null };
}
