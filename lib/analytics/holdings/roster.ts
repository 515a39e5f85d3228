import type { FiledRow, FilingFacts, FilingOwner } from "@/lib/analytics/rows/filed-row";
import { compareRows, compareText, filingsInOrder, groupBy } from "@/lib/analytics/rows/filing-order";
import { tradeSide } from "@/lib/analytics/values";
import { type BalanceLine, balanceLines } from "./balance-lines";
import { type ClassHolding, type CurrentHolding, holdingsByClass, holdingsOfPerson } from "./current-holdings";

/** A person (or firm) who reports on one issuer. */
export interface RosterEntry {
  issuerCik: string;
  cik: string;
  /** As on the latest filing, roles too. */
  owner: FilingOwner;
  /** Every name filed, latest last. */
  names: readonly string[];
  holdings: readonly CurrentHolding[];
  byClass: readonly ClassHolding[];
  /** Latest P or S row. */
  lastTrade: FiledRow | null;
  firstFiling: FilingFacts;
  lastFiling: FilingFacts;
  filings: number;
  /** The latest filing says that Section 16 no longer applies. */
  exit: FilingFacts | null;
  /** A Form 3 that says: no securities owned, and nothing since says otherwise. A known zero. */
  knownZero: boolean;
}

/** Everyone who reports on the issuers of the filings given (in force), by issuer and CIK. */
export function roster(
  filings: readonly FilingFacts[],
  lines: readonly BalanceLine[] = balanceLines(filings),
): RosterEntry[] {
  const reports: { filing: FilingFacts; owner: FilingOwner }[] = [];
  for (const filing of filingsInOrder(filings)) for (const owner of filing.owners) reports.push({ filing, owner });
  const people = groupBy(reports, ({ filing, owner }) => `${filing.issuerCik} ${owner.cik}`);
  const linesByPerson = indexLines(lines);
  return [...people]
    .map(([key, of]) => entryOf(of, linesByPerson.get(key) ?? []))
    .sort((a, b) => compareText(a.issuerCik, b.issuerCik) || compareText(a.cik, b.cik));
}

function indexLines(lines: readonly BalanceLine[]): Map<string, BalanceLine[]> {
  const pairs = lines.flatMap((line) => line.ownerKey.split(",").map((cik) => ({ cik, line })));
  const groups = groupBy(pairs, ({ cik, line }) => `${line.issuerCik} ${cik}`);
  return new Map([...groups].map(([key, of]) => [key, of.map(({ line }) => line)]));
}

function entryOf(
  reports: readonly { filing: FilingFacts; owner: FilingOwner }[],
  lines: readonly BalanceLine[],
): RosterEntry {
  const first = reports[0] as (typeof reports)[0];
  const last = reports.at(-1) as (typeof reports)[0];
  const holdings = holdingsOfPerson(lines, last.owner.cik);
  return {
    issuerCik: last.filing.issuerCik,
    cik: last.owner.cik,
    owner: last.owner,
    names: [...new Set(reports.flatMap(({ owner }) => owner.name ?? []))],
    holdings,
    byClass: holdingsByClass(holdings),
    lastTrade: lastTradeOf(reports),
    firstFiling: first.filing,
    lastFiling: last.filing,
    filings: new Set(reports.map(({ filing }) => filing)).size,
    exit: last.filing.notSubjectToSection16 === true ? last.filing : null,
    knownZero: holdings.length === 0 && reports.some(({ filing }) => filing.noSecuritiesOwned === true),
  };
}

function lastTradeOf(reports: readonly { filing: FilingFacts }[]): FiledRow | null {
  let last: FiledRow | null = null;
  for (const { filing } of reports) {
    for (const row of filing.rows) {
      if (row.tradeDate === null || tradeSide(row).side === null) continue;
      if (last === null || compareRows(last, row) <= 0) last = row;
    }
  }
  return last;
}
