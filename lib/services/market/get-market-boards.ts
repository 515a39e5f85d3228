import { sumOfKnown } from "@/lib/analytics/sums";
import { newYorkDate } from "@/lib/format/dates";
import { asOfInstant } from "@/lib/search-params/transactions/conditions";
import { type MarketMonth, readMarketMonths } from "@/lib/store/boards/read-boards";
import type { Store } from "@/lib/store/client";
import { readDataVersion } from "@/lib/store/ledger-state";
import { newestKnownAt } from "@/lib/store/read-market";
import { sampleCache } from "../sample-cache";
import { getSignals } from "../signals/get-signals";
import type { SignalRow } from "../signals/signal-view";
import type { MonthView } from "../views/shapes/activity";
import { BOARD_ROWS, largestPurchases, largestUnplannedSales } from "./board-rows";
import { monthsAt } from "./months-at";

export interface MarketBoards {
  dataVersion: number;
  /** `YYYY-MM-DD`: what could be seen at the end of that day; null: now. */
  asOf: string | null;
  /** The ledger's last day in New York. */
  through: string | null;
  purchases: SignalRow[];
  unplannedSales: SignalRow[];
  clusters: SignalRow[];
  episodes: SignalRow[];
  plans: SignalRow[];
  /** Open-market activity of all issuers by month of trade, from the stored sums; months in the future left out. */
  months: MonthView[];
  /** Rows of those months that are in no sum: flagged, replaced, copies, or without a value. */
  leftOut: number;
  /** `YYYY-MM`: months before this one are not told for an earlier day; null: all are. */
  firstMonth: string | null;
  /** Issuers whose amended or flagged rows are in those months as today's ledger has them, because too many were to be reckoned. */
  monthsAsToday: number;
}

/** The boards of the market page, at most ten rows each; read once a data version and day. */
export async function getMarketBoards(store: Store, asOf: string | null = null): Promise<MarketBoards> {
  const version = await readDataVersion(store.db);
  return sampleCache(`market ${store.target.location} ${version} ${asOf ?? ""}`, () => readBoards(store, asOf));
}

async function readBoards(store: Store, asOf: string | null): Promise<MarketBoards> {
  const newest = await newestKnownAt(store.db, asOf === null ? null : asOfInstant(asOf));
  const rowsOf = async (board: "clusters" | "exercise-and-sell" | "plans", query = {}) =>
    (await getSignals(store, board, query, { limit: BOARD_ROWS, asOf })).rows;
  const through = newest === null ? null : newYorkDate(newest);
  return {
    dataVersion: await readDataVersion(store.db),
    asOf,
    through,
    purchases: newest === null ? [] : await largestPurchases(store, { through: newest, asOf }),
    unplannedSales: newest === null ? [] : await largestUnplannedSales(store, { through: newest, asOf }),
    clusters: await rowsOf("clusters"),
    episodes: await rowsOf("exercise-and-sell", { outcome: "sale" }),
    plans: await rowsOf("plans"),
    ...(asOf === null
      ? { ...(await marketMonths(store, through)), firstMonth: null, monthsAsToday: 0 }
      : await pastMonths(store, asOf)),
  };
}

async function pastMonths(
  store: Store,
  day: string,
): Promise<Pick<MarketBoards, "months" | "leftOut" | "firstMonth" | "monthsAsToday">> {
  const { first, asToday, ...months } = await monthsAt(store, day);
  return { ...months, firstMonth: first, monthsAsToday: asToday };
}

/** A filer's slip can name a month to come or one before electronic filing; such rows are counted, not drawn. */
async function marketMonths(store: Store, through: string | null): Promise<Pick<MarketBoards, "months" | "leftOut">> {
  const last = through?.slice(0, 7) ?? "";
  const sums = await readMarketMonths(store);
  const isDrawn = ({ month }: MarketMonth) => month >= "2003-01" && month <= last;
  const drawn = sums.filter(isDrawn);
  const months = [...new Set(drawn.map(({ month }) => month))].map((month): MonthView => {
    const rows = drawn.filter((sum) => sum.month === month);
    const dollars = (side: string, plannedOnly: boolean) =>
      sumOfKnown(
        rows
          .filter((sum) => sum.transactionClass === side && (!plannedOnly || sum.planned === "yes"))
          .filter((sum) => sum.rowCount + sum.unvalued > 0)
          .map((sum) => (sum.rowCount === 0 ? null : sum.value)),
      );
    return {
      month,
      buys: dollars("buy", false),
      sales: dollars("sale", false),
      plannedBuys: dollars("buy", true),
      plannedSales: dollars("sale", true),
      transactions: rows.reduce((count, sum) => count + sum.rowCount + sum.unvalued, 0),
      unvalued: rows.reduce((count, sum) => count + sum.unvalued, 0),
    };
  });
  const beside = sums.filter((sum) => !isDrawn(sum)).reduce((count, sum) => count + sum.rowCount, 0);
  return { months, leftOut: beside + sums.reduce((count, sum) => count + sum.unvalued + sum.leftOut, 0) };
}
