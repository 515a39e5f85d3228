import { accessionOf, addressOf, type BookedRow, inForce } from "../book/booked";
import type { ClusterEntry, IssuerBook, LateEntry, ResidualEntry } from "../book/issuer-book";
import { isoOf } from "../market/calendar";
import { ownerKey } from "../market/filer";
import { round } from "../market/quantities";
import type { IssuerFacts } from "../market/world";
import { episodeTruth, leavingRows } from "./episode-truth";
import { planTruths } from "./plan-truth";
import type {
  ClusterTruth,
  IssuerTruth,
  LateTruth,
  PlanStatusTruth,
  ResidualTruth,
  SplitTruth,
  TotalTruth,
} from "./truth";

/** An issuer's book as truth: resolved to accessions, amendments followed, joint events counted once. */
export function issuerTruth(issuer: IssuerFacts, book: IssuerBook): IssuerTruth {
  const { cik } = issuer;
  const rows = book.filings.flatMap((filing) => filing.rows);
  const leaving = leavingRows(rows);
  return {
    issuerCik: cik,
    issuerName: issuer.name,
    filings: book.filings.length,
    planStatus: rows.flatMap(statusOf),
    plans: planTruths(cik, book),
    episodes: book.episodes.map((entry) => episodeTruth(cik, entry, book, leaving)),
    clusters: book.clusters.map((entry) => clusterOf(cik, entry)),
    amendments: rows.flatMap((row) =>
      row.supersededBy === null ? [] : [{ key: addressOf(row), by: addressOf(row.supersededBy) }],
    ),
    jointEvents: book.jointEvents.map(({ counted, others }) => ({
      key: addressOf(counted),
      merged: others.map(addressOf).sort(),
    })),
    splits: splitsOf(cik, book),
    ledgerResiduals: book.residuals.map(residualOf),
    late: book.late.map(lateOf),
    priceSlips: book.slips.map(({ row, kind }) => ({ key: addressOf(row), kind, filedPrice: row.price })),
    exits: book.exits.map((filing) => ({ key: accessionOf(filing), owners: ownerKey(filing.filer.owners) })),
    shortSwing: book.shortSwing.map(({ purchase, sale }) => shortSwingOf(purchase, sale)),
    gifts: book.gifts.map(({ row }) => ({ key: addressOf(row), shares: row.shares, direction: row.direction ?? "D" })),
    totals: (["P", "S"] as const).flatMap((side) => totalOf(cik, side, rows)),
  };
}

function statusOf(row: BookedRow): PlanStatusTruth[] {
  if (row.answer === "unknown" || row.answerBasis === null) return [];
  return [{ key: addressOf(row), status: row.answer, basis: row.answerBasis }];
}

function clusterOf(cik: string, { side, rows }: ClusterEntry): ClusterTruth {
  const days = rows.map((row) => row.day);
  const filedBy = new Map<string, BookedRow["filing"]>();
  for (const row of rows) filedBy.set(ownerKey(row.filing.filer.owners), row.filing);
  const filings = [...filedBy.values()].sort(
    (a, b) => a.fileDay - b.fileDay || a.minute - b.minute || a.second - b.second,
  );
  return {
    key: `${cik}|${side}|${isoOf(Math.min(...days))}`,
    lastTrade: isoOf(Math.max(...days)),
    persons: [...filedBy.keys()].sort(),
    shares: sumOf(rows, (row) => row.shares),
    value: sumOf(rows, dollarsOf),
    visibleOn: isoOf(filings[2]?.fileDay ?? 0),
  };
}

function splitsOf(cik: string, book: IssuerBook): SplitTruth[] {
  return book.splits.flatMap((split) => {
    const seen = book.residuals.filter((entry) => entry.cause === "split");
    if (seen.length === 0) return [];
    const before = book.filings.filter((filing) => filing.fileDay < split.day).map((filing) => filing.fileDay);
    const after = seen.map((entry) => entry.row.filing.fileDay);
    return [
      {
        key: `${cik}|${split.ratio}`,
        date: isoOf(split.day),
        window: [
          isoOf(Math.max(split.day - 120, Math.min(split.day - 1, ...before.slice(-1)))),
          isoOf(Math.min(...after)),
        ],
      },
    ];
  });
}

const EXPLANATIONS = {
  "missing-filing": "unexplained",
  footnote: "footnote",
  split: "split",
  "form-change": "change of form",
} as const;

function residualOf(entry: ResidualEntry): ResidualTruth {
  const row = inForce(entry.row);
  return {
    key: addressOf(row),
    owners: ownerKey(row.filing.filer.owners),
    title: row.line.title,
    residual: round(entry.opening - entry.previous),
    explanation: EXPLANATIONS[entry.cause],
  };
}

function lateOf({ filing, form, elapsed, unit, verdict }: LateEntry): LateTruth {
  return { key: accessionOf(filing), form, elapsed, unit, ...(form === "4" ? { daysLate: elapsed - 2 } : {}), verdict };
}

function shortSwingOf(purchase: BookedRow, sale: BookedRow) {
  const shares = Math.min(purchase.shares, sale.shares);
  const profit = round(shares * ((sale.price ?? 0) - (purchase.price ?? 0)), 4);
  return { key: `${addressOf(purchase)}|${addressOf(sale)}`, shares, profit };
}

function totalOf(cik: string, side: "P" | "S", rows: readonly BookedRow[]): TotalTruth[] {
  const counted = rows.filter(
    (row) =>
      row.code === side && row.supersededBy === null && row.countedBy === null && !row.flagged && row.price !== null,
  );
  if (counted.length === 0) return [];
  const shares = sumOf(counted, (row) => row.shares);
  return [{ key: `${cik}|${side}`, rows: counted.length, shares, value: sumOf(counted, dollarsOf) }];
}

function dollarsOf(row: BookedRow): number {
  return row.shares * (row.price ?? 0);
}

function sumOf(rows: readonly BookedRow[], of: (row: BookedRow) => number): number {
  return round(
    rows.reduce((sum, row) => sum + of(row), 0),
    4,
  );
}
