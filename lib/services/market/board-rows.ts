import { subDays } from "date-fns";
import { formatDate } from "@/lib/format/dates";
import { formatPercentChange, formatPrice, formatShares } from "@/lib/format/numbers";
import { screenRows } from "@/lib/services/screener/screen-rows";
import type { ScreenRow } from "@/lib/services/screener/screener-view";
import type { SignalRow } from "@/lib/services/signals/signal-view";
import type { Store } from "@/lib/store/client";
import { readRowPage } from "@/lib/store/transactions/read-transactions";
import type { RowCondition } from "@/lib/store/transactions/row-conditions";

/** Rows of a board on the market page. */
export const BOARD_ROWS = 10;
/** The boards of largest trades look back this many days from the ledger's newest filing. */
export const LOOK_BACK = 30;

/** Open-market rows that count: Table I, the direction of their code, in force, once, unflagged. */
const COUNTS: readonly RowCondition[] = [
  { column: "tableNumber", in: [1] },
  { column: "contradictory", in: [false] },
  { column: "supersededBy", isKnown: false },
  { column: "countedAs", isKnown: false },
  { isFlaggedOut: false },
];

/** The largest purchases that became known within the last 30 days of the ledger. */
export function largestPurchases(store: Store, through: string): Promise<SignalRow[]> {
  return largest(store, through, [
    { column: "code", in: ["P"] },
    { column: "transactionClass", in: ["buy"] },
    { column: "acquiredDisposed", in: ["A"] },
  ]);
}

/** The largest sales whose filing says that no plan stood behind them; “not reported” is not “no”. */
export function largestUnplannedSales(store: Store, through: string): Promise<SignalRow[]> {
  return largest(store, through, [
    { column: "code", in: ["S"] },
    { column: "transactionClass", in: ["sale"] },
    { column: "acquiredDisposed", in: ["D"] },
    { column: "planned", in: [false] },
  ]);
}

async function largest(store: Store, through: string, which: readonly RowCondition[]): Promise<SignalRow[]> {
  const from = subDays(new Date(through), LOOK_BACK).toISOString();
  const rows = await readRowPage(store, {
    conditions: [...which, { column: "knownAt", from, to: null }, ...COUNTS],
    order: { by: "value", descending: true },
    after: null,
    limit: BOARD_ROWS,
  });
  return (
    await screenRows(
      store,
      rows.filter((row) => row.value !== null),
    )
  ).map(signalOf);
}

function signalOf(row: ScreenRow): SignalRow {
  const verb = row.code === "P" ? "bought" : "sold";
  const change = row.deltaOwn === null ? "" : `; ${formatPercentChange(row.deltaOwn)} of the line held before`;
  const plan = row.code === "S" ? `; not planned, by ${row.plan.basis ?? "the filing"}` : "";
  return {
    key: `${row.filingId}#${row.anchor}`,
    date: row.tradeDate,
    issuer: row.issuer,
    insiders: row.owners.map(({ cik, name }) => ({ cik, name })),
    figure: row.value,
    reason: `${formatShares(row.shares)} ${verb} at ${formatPrice(row.price)} on ${formatDate(row.tradeDate)}${change}${plan}.`,
    evidence: [{ filingId: row.filingId, anchor: row.anchor }],
    section: null,
  };
}
