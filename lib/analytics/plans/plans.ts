import { differenceOfDays } from "@/lib/analytics/rows/day-numbers";
import { type FiledRow, type FilingFacts, type FilingOwner, rowAddress } from "@/lib/analytics/rows/filed-row";
import { compareText, filingsInOrder, groupBy, rowsInOrder, rowsOf } from "@/lib/analytics/rows/filing-order";
import { type Totals, totals, tradeSide } from "@/lib/analytics/values";
import {
  type BalancesBefore,
  balancesBefore,
  type Cadence,
  cadenceOf,
  type HoldingSold,
  holdingSold,
  type PlanValue,
  planValue,
  tradesAmong,
} from "./plan-figures";
import { planOfRow } from "./plan-of-row";
import type { NotedDate } from "./plan-status";
import { checkWaitingPeriod, spanOf, type WaitingCheck } from "./waiting-period";

/** A Rule 10b5-1 plan as the filings tell it: one insider (owner set), one issuer, one adoption date. */
export interface PlanCard {
  key: string;
  issuerCik: string;
  ownerKey: string;
  /** As on the plan's first row. */
  owners: readonly FilingOwner[];
  /** Null: the planned rows of this insider whose notes give no adoption date. */
  adoption: NotedDate | null;
  /** Row whose notes gave the adoption date first. */
  adoptionRow: FiledRow;
  /** Every planned row, trades and others (exercises, gifts), in time order. */
  rows: readonly FiledRow[];
  /** P and S rows of Table I: shares, totals and share of holding are of these alone. */
  trades: readonly FiledRow[];
  /** P and S rows of Table II, never added to the others. */
  derivativeTrades: readonly FiledRow[];
  /** Of both tables, as cadence, waiting period and silence are. */
  firstTrade: FiledRow | null;
  lastTrade: FiledRow | null;
  /** Calendar days from adoption to first trade; two figures where only the month is known. */
  daysToFirstTrade: { min: number; max: number } | null;
  totals: Totals;
  value: PlanValue;
  holdingSold: readonly HoldingSold[];
  cadence: Cadence | null;
  /** True when all trades fell on one day so far. */
  singleTradeSoFar: boolean;
  /** Calendar days from the last trade to `asOf`; null without either. */
  silentDays: number | null;
  waiting: WaitingCheck;
  /** Each later amendment or modification restarts the waiting period. */
  restarts: readonly { modified: NotedDate; nextTrade: FiledRow | null; waiting: WaitingCheck }[];
  /** Keys of this insider's other plans whose time overlaps (adoption to last trade). */
  overlaps: readonly string[];
  /** Rows whose notes name several plans; they stand on each of those cards. */
  shared: readonly FiledRow[];
}

export interface PlanOptions {
  /** Calendar date for “silent since”; no clock is read. */
  asOf?: string | null;
  /** Row addresses left out of totals, with reasons. */
  excluded?: ReadonlyMap<string, string>;
}

/**
 * The plan cards of the filings given (domain §4), by issuer, insider and adoption. Pass filings in force. A month-only
 * adoption joins the one plan of that insider adopted within the month, if there is just one.
 */
export function planCards(filings: readonly FilingFacts[], options: PlanOptions = {}): PlanCard[] {
  const ordered = filingsInOrder(filings);
  const planned = rowsInOrder(rowsOf(ordered).filter((row) => planOfRow(row)?.planned === true));
  if (planned.length === 0) return [];
  const balances = balancesBefore(ordered, new Set(planned));
  const cards: PlanCard[] = [];
  for (const rows of groupBy(planned, ({ filing }) => `${filing.issuerCik} ${filing.ownerKey}`).values()) {
    const plans = [...byAdoption(rows).values()].map((plan) => cardOf(plan, balances, options));
    const overlaps = overlapsAmong(plans);
    for (const card of plans) cards.push({ ...card, overlaps: overlaps.get(card) ?? [] });
  }
  return cards.sort((a, b) => compareText(a.key, b.key));
}

interface PlanRows {
  adoption: NotedDate | null;
  rows: FiledRow[];
}

function byAdoption(rows: readonly FiledRow[]): Map<string, PlanRows> {
  const exact = new Set(
    rows.flatMap((row) =>
      adoptionsOf(row)
        .filter((date) => date.precision === "day")
        .map((date) => date.date),
    ),
  );
  const plans = new Map<string, PlanRows>();
  for (const row of rows) {
    const dates = adoptionsOf(row);
    for (const date of dates.length === 0 ? [null] : dates) {
      const key = date === null ? "" : planDate(date, exact);
      const plan = plans.get(key) ?? { adoption: date, rows: [] };
      if (plan.adoption?.precision === "month" && date?.precision === "day") plan.adoption = date;
      if (plan.rows.at(-1) !== row) plan.rows.push(row);
      plans.set(key, plan);
    }
  }
  return plans;
}

function adoptionsOf(row: FiledRow): readonly NotedDate[] {
  return planOfRow(row)?.adoptionDates ?? [];
}

/** A month stands for the day adopted in it, where just one is known. */
function planDate(date: NotedDate, exact: ReadonlySet<string>): string {
  if (date.precision === "day") return date.date;
  const within = [...exact].filter((day) => day.startsWith(date.date));
  return within.length === 1 && within[0] !== undefined ? within[0] : date.date;
}

function cardOf({ adoption, rows }: PlanRows, balances: BalancesBefore, options: PlanOptions): PlanCard {
  const first = rows[0] as FiledRow;
  const { trades, derivativeTrades } = tradesAmong(rows.filter((row) => row.tradeDate !== null));
  const every = rowsInOrder([...trades, ...derivativeTrades]);
  const firstTrade = every[0] ?? null;
  const lastTrade = every.at(-1) ?? null;
  const owners = (firstTrade ?? first).filing.owners;
  const waiting = checkWaitingPeriod(adoption, firstTrade?.tradeDate ?? null, owners);
  const sums = totals(rows, options.excluded);
  return {
    key: JSON.stringify([first.filing.issuerCik, first.filing.ownerKey, adoption?.date ?? null]),
    issuerCik: first.filing.issuerCik,
    ownerKey: first.filing.ownerKey,
    owners,
    adoption,
    adoptionRow: rows.find((row) => adoptionsOf(row).some((date) => date.date === adoption?.date)) ?? first,
    rows,
    trades,
    derivativeTrades,
    firstTrade,
    lastTrade,
    daysToFirstTrade: waiting.days,
    totals: sums,
    value: planValue(trades, sums),
    holdingSold: holdingSold(
      trades.filter((row) => tradeSide(row).side === "sale"),
      balances,
    ),
    cadence: cadenceOf(every),
    singleTradeSoFar: new Set(every.map((row) => row.tradeDate)).size === 1,
    silentDays: silentDays(lastTrade, options.asOf ?? null),
    waiting,
    restarts: restartsOf(rows, every),
    overlaps: [],
    shared: rows.filter((row) => adoptionsOf(row).length > 1),
  };
}

function silentDays(lastTrade: FiledRow | null, asOf: string | null): number | null {
  if (lastTrade === null || lastTrade.tradeDate === null || asOf === null) return null;
  return differenceOfDays(lastTrade.tradeDate, asOf);
}

function restartsOf(rows: readonly FiledRow[], trades: readonly FiledRow[]): PlanCard["restarts"] {
  const modified = new Map(rows.flatMap((row) => planOfRow(row)?.modifiedDates ?? []).map((date) => [date.date, date]));
  return [...modified.values()]
    .sort((a, b) => compareText(a.date, b.date))
    .map((date) => {
      const nextTrade = trades.find((row) => (row.tradeDate ?? "") >= spanOf(date).first) ?? null;
      const owners = (nextTrade ?? (rows[0] as FiledRow)).filing.owners;
      return { modified: date, nextTrade, waiting: checkWaitingPeriod(date, nextTrade?.tradeDate ?? null, owners) };
    });
}

/** Keys of the plans whose times overlap each plan's own; plans without an adoption date overlap none. */
function overlapsAmong(plans: readonly PlanCard[]): Map<PlanCard, string[]> {
  const dated = plans.filter((card) => card.adoption !== null).map((card) => ({ card, ...timeOf(card) }));
  dated.sort((a, b) => compareText(a.from, b.from));
  const overlaps = new Map(dated.map(({ card }) => [card, [] as string[]]));
  for (const [at, own] of dated.entries()) {
    // Those behind begin later: they overlap until one begins after this one's end.
    for (let next = at + 1; next < dated.length; next += 1) {
      const other = dated[next];
      if (other === undefined || other.from > own.to) break;
      if (other.to < own.from) continue;
      overlaps.get(own.card)?.push(other.card.key);
      overlaps.get(other.card)?.push(own.card.key);
    }
  }
  for (const keys of overlaps.values()) keys.sort();
  return overlaps;
}

function timeOf(card: PlanCard): { from: string; to: string } {
  const from = card.adoption === null ? (card.firstTrade?.tradeDate ?? "") : spanOf(card.adoption).first;
  return { from, to: card.lastTrade?.tradeDate ?? from };
}

/** Addresses of every row behind a card. */
export function planAddresses(card: PlanCard): string[] {
  return card.rows.map(rowAddress);
}
