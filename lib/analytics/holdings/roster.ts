import { ByPerson, type Reporter, reportersOf } from "@/lib/analytics/rows/by-person";
import type { FiledRow, FilingFacts, FilingOwner } from "@/lib/analytics/rows/filed-row";
import { compareText, filingsInOrder, rowsOf } from "@/lib/analytics/rows/filing-order";
import { tradesInOrder } from "@/lib/analytics/values";
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
  const ordered = filingsInOrder(filings);
  const linesByPerson = indexLines(lines);
  const lastTrades = lastTradesIn(ordered);
  return reportersOf(ordered)
    .map((reporter) => {
      const { issuerCik, cik } = reporter;
      return entryOf(reporter, linesByPerson.get(issuerCik, cik) ?? [], lastTrades.get(issuerCik, cik) ?? null);
    })
    .sort((a, b) => compareText(a.issuerCik, b.issuerCik) || compareText(a.cik, b.cik));
}

function indexLines(lines: readonly BalanceLine[]): ByPerson<BalanceLine[]> {
  const byPerson = new ByPerson<BalanceLine[]>();
  for (const line of lines) {
    for (const cik of line.ownerKey.split(",")) byPerson.getOrAdd(line.issuerCik, cik, () => []).push(line);
  }
  return byPerson;
}

/** Each person's latest P or S row. */
function lastTradesIn(ordered: readonly FilingFacts[]): ByPerson<FiledRow> {
  const last = new ByPerson<FiledRow>();
  for (const row of tradesInOrder(rowsOf(ordered))) {
    if (row.tradeDay === null) continue;
    const { issuerCik, owners } = row.filing;
    for (const { cik } of owners) last.set(issuerCik, cik, row);
  }
  return last;
}

function entryOf(reporter: Reporter, lines: readonly BalanceLine[], lastTrade: FiledRow | null): RosterEntry {
  const { issuerCik, cik, filings, owners } = reporter;
  const first = filings[0] as FilingFacts;
  const last = filings.at(-1) as FilingFacts;
  const holdings = holdingsOfPerson(lines, cik);
  return {
    issuerCik,
    cik,
    owner: owners.at(-1) as FilingOwner,
    names: namesOf(owners),
    holdings,
    byClass: holdingsByClass(holdings),
    lastTrade,
    firstFiling: first,
    lastFiling: last,
    filings: new Set(filings).size,
    exit: last.notSubjectToSection16 === true ? last : null,
    knownZero: holdings.length === 0 && filings.some((filing) => filing.noSecuritiesOwned === true),
  };
}

function namesOf(owners: readonly FilingOwner[]): string[] {
  const names = new Set<string>();
  for (const { name } of owners) if (name !== null) names.add(name);
  return [...names];
}
