import { ByHolder } from "@/lib/analytics/rows/by-holder";
import { monthOf, yearOf } from "@/lib/analytics/rows/day-numbers";
import type { FiledRow } from "@/lib/analytics/rows/filed-row";
import { compareText } from "@/lib/analytics/rows/filing-order";
import { tradeSide, tradesInOrder } from "@/lib/analytics/values";

/** Trades in one direction in consecutive calendar months (Biggerstaff, Cicero, Wintoki). */
export interface TradeRun {
  side: "buy" | "sale";
  /** `YYYY-MM`, first and last. */
  from: string;
  to: string;
  months: number;
  /** In time order. */
  rows: readonly FiledRow[];
}

/** A run of one insider, or of owners who file together. */
export interface TradeSequence extends TradeRun {
  issuerCik: string;
  ownerKey: string;
}

/** Runs of at least `least` months (two unless told) among one person's rows on one issuer, whoever else signed; by time. */
export function tradeRuns(rows: readonly FiledRow[], least = 2): TradeRun[] {
  const dated = tradesInOrder(rows).filter((row) => row.tradeDay !== null);
  return (["buy", "sale"] as const)
    .flatMap((side) => runsOf(dated.filter((row) => tradeSide(row).side === side)))
    .filter((run) => run.months >= least)
    .sort((a, b) => compareText(a.from, b.from) || compareText(a.side, b.side));
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
    .flatMap((of) => runsOf(of).map((run) => ({ ...partiesOf(run), ...run })))
    .filter((sequence) => sequence.months >= least)
    .sort(
      (a, b) =>
        compareText(a.issuerCik, b.issuerCik) || compareText(a.ownerKey, b.ownerKey) || compareText(a.from, b.from),
    );
}

function partiesOf({ rows }: TradeRun): Pick<TradeSequence, "issuerCik" | "ownerKey"> {
  const { issuerCik, ownerKey } = (rows[0] as FiledRow).filing;
  return { issuerCik, ownerKey };
}

function runsOf(rows: readonly FiledRow[]): TradeRun[] {
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
