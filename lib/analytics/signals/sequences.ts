import type { FiledRow } from "@/lib/analytics/rows/filed-row";
import { compareText, groupBy, rowsInOrder } from "@/lib/analytics/rows/filing-order";
import { tradeSide } from "@/lib/analytics/values";

/** Trades of one insider in one direction in consecutive calendar months (Biggerstaff, Cicero, Wintoki). */
export interface TradeSequence {
  issuerCik: string;
  ownerKey: string;
  side: "buy" | "sale";
  /** `YYYY-MM`, first and last. */
  from: string;
  to: string;
  months: number;
  rows: readonly FiledRow[];
}

/** Every sequence of at least `least` months (two unless told), by issuer, owners and time. */
export function tradeSequences(rows: readonly FiledRow[], least = 2): TradeSequence[] {
  const trades = rowsInOrder(rows.filter((row) => row.tradeDate !== null && tradeSide(row).side !== null));
  const groups = groupBy(trades, (row) => `${row.filing.issuerCik} ${row.filing.ownerKey} ${tradeSide(row).side}`);
  return [...groups.values()]
    .flatMap((of) => runsOf(of))
    .filter((sequence) => sequence.months >= least)
    .sort(
      (a, b) =>
        compareText(a.issuerCik, b.issuerCik) || compareText(a.ownerKey, b.ownerKey) || compareText(a.from, b.from),
    );
}

function runsOf(rows: readonly FiledRow[]): TradeSequence[] {
  const runs: FiledRow[][] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last !== undefined && monthNumber(row) - monthNumber(last) <= 1) run.push(row);
    else runs.push([row]);
  }
  return runs.map((run) => {
    const [first, last] = [run[0] as FiledRow, run.at(-1) as FiledRow];
    return {
      issuerCik: first.filing.issuerCik,
      ownerKey: first.filing.ownerKey,
      side: tradeSide(first).side ?? "buy",
      from: (first.tradeDate ?? "").slice(0, 7),
      to: (last.tradeDate ?? "").slice(0, 7),
      months: monthNumber(last) - monthNumber(first) + 1,
      rows: run,
    };
  });
}

function monthNumber(row: FiledRow): number {
  const [year = 0, month = 1] = (row.tradeDate ?? "").split("-").map(Number);
  return year * 12 + month;
}
