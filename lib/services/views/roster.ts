import type { BalanceLine } from "@/lib/analytics/holdings/balance-lines";
import { planOfRow } from "@/lib/analytics/plans/plan-of-row";
import type { FilingFacts, FilingOwner } from "@/lib/analytics/rows/filed-row";
import type { RosterEntry } from "../views";
import { rolesOf } from "./filing-summary";
import { latestTradeDate } from "./row-sets";
import { rowRef } from "./row-view";

/**
 * An issuer's insiders with their latest roles and reported balances, the latest trade first.
 * Pass filings newest first. A joint filing's balances stand with each of its owners.
 */
export function rosterOf(filings: readonly FilingFacts[], lines: readonly BalanceLine[]): RosterEntry[] {
  const latest = new Map<string, FilingOwner>();
  for (const filing of filings) {
    for (const owner of filing.owners) if (!latest.has(owner.cik)) latest.set(owner.cik, owner);
  }
  const entries = [...latest.values()].map((owner) => entryOf(owner, filings, lines));
  const key = (entry: RosterEntry) => entry.lastTrade ?? "";
  return entries.sort((a, b) =>
    key(a) === key(b) ? (a.insider.cik < b.insider.cik ? -1 : 1) : key(a) < key(b) ? 1 : -1,
  );
}

function entryOf(owner: FilingOwner, filings: readonly FilingFacts[], lines: readonly BalanceLine[]): RosterEntry {
  const own = filings.filter((filing) => filing.owners.some((one) => one.cik === owner.cik));
  const rows = own.flatMap((filing) => filing.rows).filter((row) => row.kind === "transaction");
  return {
    insider: { cik: owner.cik, name: owner.name },
    roles: rolesOf(owner),
    officerTitle: owner.officerTitle,
    lastTrade: latestTradeDate(rows),
    holdings: lines.filter((line) => isShareLineOf(line, owner.cik)).flatMap(holdingOf),
    transactions: rows.length,
    planned: rows.filter((row) => planOfRow(row)?.planned === true).length,
  };
}

function isShareLineOf(line: BalanceLine, cik: string): boolean {
  return line.table === "I" && line.unit === "shares" && line.ownerKey.split(",").includes(cik);
}

function holdingOf(line: BalanceLine): RosterEntry["holdings"] {
  const row = line.closing?.rows.at(-1);
  if (line.closing === null || row === undefined) return [];
  const { securityTitle, directOrIndirect } = line;
  return [{ securityTitle, directOrIndirect, shares: line.closing.balance, row: rowRef(row) }];
}
