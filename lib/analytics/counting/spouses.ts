import type { FiledRow, FilingFacts } from "@/lib/analytics/rows/filed-row";
import { tradeSide } from "@/lib/analytics/values";

/** Whether a row is held indirectly through the spouse in person, not through a trust. */
export function isBySpouse({ directOrIndirect, natureKey }: FiledRow): boolean {
  return directOrIndirect === "I" && /\b(?:spouse|wife|husband)\b/.test(natureKey) && !/\btrust/.test(natureKey);
}

/**
 * Spouses by CIK, both ways: one owner reports “by spouse” an open-market trade that the other reports directly, of the same
 * day, class, shares, price and balance after. “By spouse” names nobody, so the balance has to tell who it is; 0 tells nothing.
 */
export function spousesAmong(filings: readonly FilingFacts[]): ReadonlyMap<string, ReadonlySet<string>> {
  const spouses = new Map<string, Set<string>>();
  const reported = new Map<string, FilingFacts[]>();
  for (const row of tradesWithBalance(filings, isBySpouse)) {
    const key = keyOf(row);
    const others = reported.get(key);
    if (others === undefined) reported.set(key, [row.filing]);
    else others.push(row.filing);
  }
  if (reported.size === 0) return spouses;
  for (const row of tradesWithBalance(filings, (one) => one.directOrIndirect === "D")) {
    for (const other of reported.get(keyOf(row)) ?? [])
      if (other.ownerKey !== row.filing.ownerKey) pair(spouses, other, row.filing);
  }
  return spouses;
}

function pair(spouses: Map<string, Set<string>>, a: FilingFacts, b: FilingFacts): void {
  for (const { cik } of a.owners) {
    for (const other of b.owners) {
      if (other.cik === cik) continue;
      spouses.set(cik, (spouses.get(cik) ?? new Set()).add(other.cik));
      spouses.set(other.cik, (spouses.get(other.cik) ?? new Set()).add(cik));
    }
  }
}

function* tradesWithBalance(
  filings: readonly FilingFacts[],
  isOfForm: (row: FiledRow) => boolean,
): Generator<FiledRow> {
  for (const { rows } of filings) {
    for (const row of rows) {
      const { sharesAfter } = row;
      if (sharesAfter === null || sharesAfter <= 0 || tradeSide(row).side === null || !isOfForm(row)) continue;
      // Equal purchases from nothing leave equal balances whoever made them.
      if (row.acquiredDisposed === "D" || sharesAfter !== row.shares) yield row;
    }
  }
}

function keyOf(row: FiledRow): string {
  return [row.tradeDay, row.classKey, row.code, row.shares, row.price, row.sharesAfter].join(" ");
}
