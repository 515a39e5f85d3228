import { ByHolder } from "@/lib/analytics/rows/by-holder";
import { monthOf, yearOf } from "@/lib/analytics/rows/day-numbers";
import type { FiledRow } from "@/lib/analytics/rows/filed-row";
import { compareText } from "@/lib/analytics/rows/filing-order";
import { tradeSide, tradesInOrder } from "@/lib/analytics/values";

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
  const holders = new ByHolder<FiledRow[]>();
  const groups: FiledRow[][] = [];
  for (const row of tradesInOrder(rows)) {
    const { side } = tradeSide(row);
    if (side === null || row.tradeDay === null) continue;
    const group = holders.getOrAdd(row.filing.issuerCik, row.filing.ownerKey, side, () => []);
    if (group.length === 0) groups.push(group);
    group.push(row);
  }
  return groups
    .flatMap((of) => runsOf(of))
    .filter((sequence) => sequence.months >= least)
    .sort(
      (a, b) =>
        compareText(a.issuerCik, b.issuerCik) || compareText(a.ownerKey, b.ownerKey) || compareText(a.from, b.from),
    );
}

function runsOf(rows: readonly FiledRow[]): TradeSequence[] {
  const runs: FiledRow[][] = [];
  let run: FiledRow[] = [];
  let last = Number.NaN;
  for (const row of rows) {
    const month = monthNumber(row);
    if (run.length === 0 || month - last > 1) {
      run = [];
      runs.push(run);
    }
    run.push(row);
    last = month;
  }
  return runs.map((of) => {
    const [first, latest] = [of[0] as FiledRow, of.at(-1) as FiledRow];
    return {
      issuerCik: first.filing.issuerCik,
      ownerKey: first.filing.ownerKey,
      side: tradeSide(first).side ?? "buy",
      from: (first.tradeDate ?? "").slice(0, 7),
      to: (latest.tradeDate ?? "").slice(0, 7),
      months: monthNumber(latest) - monthNumber(first) + 1,
      rows: of,
    };
  });
}

function monthNumber({ tradeDate }: FiledRow): number {
  return tradeDate === null ? 0 : yearOf(tradeDate) * 12 + monthOf(tradeDate);
}
