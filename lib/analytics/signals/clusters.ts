import { jointEvents, withoutCopies } from "@/lib/analytics/counting/joint-events";
import { differenceOfDays } from "@/lib/analytics/rows/day-numbers";
import type { FiledRow, FilingFacts } from "@/lib/analytics/rows/filed-row";
import { compareText, groupBy } from "@/lib/analytics/rows/filing-order";
import { sumOfKnown } from "@/lib/analytics/sums";
import { dollarsOf } from "@/lib/analytics/values";
import { type EligibleTrade, type EligibleTrades, eligibleTrades } from "./eligible-trades";
import { Persons } from "./persons";

export interface ClusterParameters {
  /** Distinct persons, at least. */
  persons?: number;
  /** Calendar days between first and last trade, at most. */
  days?: number;
  /** Known dollars together, at least. */
  value?: number;
  /** Row addresses that don't count, with reasons (price flags). */
  excluded?: ReadonlyMap<string, string>;
}

/** Several insiders of one issuer trading the same way within days. */
export interface Cluster {
  issuerCik: string;
  side: "buy" | "sale";
  /** Trade dates, first and last. */
  from: string;
  to: string;
  persons: readonly string[];
  /** Dollars of the rows that have a value; null: none has. */
  value: number | null;
  /** Rows without a value: they are in no sum. */
  unvalued: number;
  rows: readonly FiledRow[];
  /** When the N-th person's filing was known (UTC): nobody could see the cluster before. */
  visibleAt: string | null;
  /** The filing that made it visible. */
  visibleBy: FilingFacts | null;
}

export interface Clusters {
  clusters: readonly Cluster[];
  leftOut: EligibleTrades["leftOut"];
}

const CLUSTER_DEFAULTS = { persons: 3, days: 14, value: 100_000 } as const;

/**
 * Clusters of buys and of sales by issuer (domain §7), in order of visibility. Pass filings in force; joint copies are collapsed
 * here. Windows don't overlap: the earliest trade that opens one takes every eligible trade of its days.
 */
export function findClusters(filings: readonly FilingFacts[], parameters: ClusterParameters = {}): Clusters {
  const limits = { ...CLUSTER_DEFAULTS, ...parameters };
  const events = jointEvents(filings);
  const { trades, leftOut } = eligibleTrades(
    withoutCopies(filings, events),
    new Persons(filings, events),
    limits.excluded,
  );
  const bySide = groupBy(trades, ({ row, side }) => JSON.stringify([row.filing.issuerCik, side]));
  const clusters = [...bySide.values()].flatMap((of) => clustersAmong(of, limits));
  clusters.sort(
    (a, b) =>
      compareText(a.visibleAt ?? "", b.visibleAt ?? "") || compareText(a.issuerCik + a.side, b.issuerCik + b.side),
  );
  return { clusters, leftOut };
}

type Limits = Required<Pick<ClusterParameters, "persons" | "days" | "value">>;

function clustersAmong(trades: readonly EligibleTrade[], limits: Limits): Cluster[] {
  const clusters: Cluster[] = [];
  const window = new Window(limits.value);
  let end = 0;
  for (let start = 0; start < trades.length; ) {
    const first = trades[start] as EligibleTrade;
    for (; end < trades.length && differenceOfDays(first.date, trades[end]?.date ?? "") <= limits.days; end += 1) {
      window.add(trades[end] as EligibleTrade);
    }
    if (window.persons >= limits.persons && window.isWorth()) {
      clusters.push(clusterOf(trades.slice(start, end), limits));
      for (; start < end; start += 1) window.remove(trades[start] as EligibleTrade);
    } else {
      window.remove(first);
      start += 1;
    }
  }
  return clusters;
}

/** Persons and dollars of the trades in a sliding window, kept up as it moves. */
class Window {
  readonly #counts = new Map<string, number>();
  readonly #least: number;
  #value = 0;

  constructor(least: number) {
    this.#least = least;
  }

  get persons(): number {
    return this.#counts.size;
  }

  /** What is known reaches the floor: an unknown value counts for nothing here. A cent of slack for the dust of adding and taking away. */
  isWorth(): boolean {
    return this.#value >= this.#least - 0.005;
  }

  add(trade: EligibleTrade): void {
    this.#counts.set(trade.person, (this.#counts.get(trade.person) ?? 0) + 1);
    this.#value += dollarsOf(trade.row) ?? 0;
  }

  remove(trade: EligibleTrade): void {
    const left = (this.#counts.get(trade.person) ?? 0) - 1;
    if (left <= 0) this.#counts.delete(trade.person);
    else this.#counts.set(trade.person, left);
    this.#value -= dollarsOf(trade.row) ?? 0;
  }
}

function clusterOf(trades: readonly EligibleTrade[], limits: Limits): Cluster {
  const first = trades[0] as EligibleTrade;
  const visible = nthPerson(trades, limits.persons);
  const values = trades.map((trade) => dollarsOf(trade.row));
  return {
    issuerCik: first.row.filing.issuerCik,
    side: first.side,
    from: first.date,
    to: (trades.at(-1) as EligibleTrade).date,
    persons: [...new Set(trades.map((trade) => trade.person))].sort(compareText),
    value: sumOfKnown(values),
    unvalued: values.filter((value) => value === null).length,
    rows: trades.map((trade) => trade.row),
    visibleAt: visible?.knownAt ?? null,
    visibleBy: visible,
  };
}

function nthPerson(trades: readonly EligibleTrade[], n: number): FilingFacts | null {
  const known = [...trades].sort((a, b) => compareText(a.row.filing.knownAt ?? "9999", b.row.filing.knownAt ?? "9999"));
  const seen = new Set<string>();
  for (const { person, row } of known) {
    seen.add(person);
    if (seen.size >= n) return row.filing;
  }
  return null;
}
