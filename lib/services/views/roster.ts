import type { BalanceLine } from "@/lib/analytics/holdings/balance-lines";
import { isOfWholeGroup } from "@/lib/analytics/holdings/current-holdings";
import { type DeltaOwn, deltaOwn } from "@/lib/analytics/holdings/delta-own";
import { planOfRow } from "@/lib/analytics/plans/plan-of-row";
import { addDays, addMonths } from "@/lib/analytics/rows/day-numbers";
import type { FilingFacts, FilingOwner } from "@/lib/analytics/rows/filed-row";
import { formatShares } from "@/lib/format/numbers";
import { rolesOf } from "./filing-summary";
import { latestTradeDate } from "./rows/row-sets";
import { rowRef } from "./rows/row-view";
import type { CitedFigure } from "./shapes/cited-figure";
import type { RosterEntry } from "./shapes/party";

/**
 * An issuer's insiders with their latest roles and reported balances, the latest trade first.
 * Pass filings newest first. A joint filing's balances stand with each of its owners. ΔOwn looks back 12 months from `day`.
 */
export function rosterOf(
  filings: readonly FilingFacts[],
  lines: readonly BalanceLine[],
  day: string | null,
): RosterEntry[] {
  const latest = new Map<string, FilingOwner>();
  for (const filing of filings) {
    for (const owner of filing.owners) if (!latest.has(owner.cik)) latest.set(owner.cik, owner);
  }
  const entries = [...latest.values()].map((owner) => entryOf(owner, filings, lines, day));
  const key = (entry: RosterEntry) => entry.lastTrade ?? "";
  return entries.sort((a, b) =>
    key(a) === key(b) ? (a.insider.cik < b.insider.cik ? -1 : 1) : key(a) < key(b) ? 1 : -1,
  );
}

function entryOf(
  owner: FilingOwner,
  filings: readonly FilingFacts[],
  lines: readonly BalanceLine[],
  day: string | null,
): RosterEntry {
  const own = filings.filter((filing) => filing.owners.some((one) => one.cik === owner.cik));
  const rows = own.flatMap((filing) => filing.rows).filter((row) => row.kind === "transaction");
  return {
    insider: { cik: owner.cik, name: owner.name },
    roles: rolesOf(owner),
    officerTitle: owner.officerTitle,
    lastTrade: latestTradeDate(rows),
    holdings: lines.filter((line) => isShareLineOf(line, owner.cik)).flatMap((line) => holdingOf(line, day)),
    transactions: rows.length,
    planned: rows.filter((row) => planOfRow(row)?.planned === true).length,
  };
}

function isShareLineOf(line: BalanceLine, cik: string): boolean {
  return line.table === "I" && line.unit === "shares" && line.ownerKey.split(",").includes(cik);
}

function holdingOf(line: BalanceLine, day: string | null): RosterEntry["holdings"] {
  const row = line.closing?.rows.at(-1);
  if (line.closing === null || row === undefined) return [];
  const { securityTitle, directOrIndirect } = line;
  const known = sharesOf(line, line.closing.balance);
  return [{ securityTitle, directOrIndirect, ...known, row: rowRef(row), deltaOwn: lastYear(line, day) }];
}

/** What the closing balance says of one owner of the line. */
function sharesOf(line: BalanceLine, balance: number): { shares: number | null; note: string | null } {
  if (isOfWholeGroup(line)) {
    const owners = line.ownerKey.split(",").length;
    const note = `${owners} owners who file together hold ${formatShares(balance)} directly; the columns of the form do not say who holds which.`;
    return { shares: null, note };
  }
  const isAdded = line.marks.includes("indistinct") && (line.closing?.rows.length ?? 0) > 1;
  return { shares: balance, note: isAdded ? "Several holdings, added: nothing filed tells them apart." : null };
}

const NO_DELTA: Record<NonNullable<DeltaOwn["reason"]>, string> = {
  "parts not told apart": "Several holdings fall on this line: nothing filed tells them apart.",
  "no rows": "No trade on this line in the 12 months.",
  "shares not reported": "A trade of the 12 months does not report its shares.",
  "balance before not known": "The balance before the first trade of the 12 months is not known.",
  "no balance before": "Nothing was held before the first trade of the 12 months.",
  "more sold than held": "More was disposed of than the balance before.",
};

function lastYear(line: BalanceLine, day: string | null): CitedFigure {
  const { share, reason, rows } = deltaOwn(line, day === null ? null : addDays(addMonths(day, -12), 1), day);
  return { value: share, rows: rows.map(rowRef), note: reason === null ? null : NO_DELTA[reason], leftOut: [] };
}
