import type { FiledRow, FilingFacts } from "@/lib/analytics/rows/filed-row";
import { rowsOf } from "@/lib/analytics/rows/filing-order";
import { tradesOf } from "@/lib/analytics/values";

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
  const days = new Set<number | null>();
  const [direct, bySpouse] = tradesWithBalance(filings);
  for (const row of bySpouse) {
    const key = keyOf(row);
    const others = reported.get(key);
    if (others === undefined) reported.set(key, [row.filing]);
    else others.push(row.filing);
    days.add(row.tradeDay);
  }
  for (const row of direct) {
    if (!days.has(row.tradeDay)) continue;
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

/** Trades that leave a balance which tells: those held directly, and those held by the spouse. */
function tradesWithBalance(filings: readonly FilingFacts[]): [direct: FiledRow[], bySpouse: FiledRow[]] {
  const direct: FiledRow[] = [];
  const bySpouse: FiledRow[] = [];
  for (const row of tradesOf(rowsOf(filings))) {
    const { sharesAfter } = row;
    if (sharesAfter === null || sharesAfter <= 0) continue;
    // Equal purchases from nothing leave equal balances whoever made them.
    if (row.acquiredDisposed !== "D" && sharesAfter === row.shares) continue;
    if (row.directOrIndirect === "D") direct.push(row);
    else if (isBySpouse(row)) bySpouse.push(row);
  }
  return [direct, bySpouse];
}

function keyOf(row: FiledRow): string {
  return [row.tradeDay, row.classKey, row.code, row.shares, row.price, row.sharesAfter].join(" ");
}
