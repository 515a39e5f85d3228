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
  const people = peopleIn(ordered);
  const linesByPerson = indexLines(lines);
  const lastTrades = lastTradesIn(ordered);
  return people
    .map((reports) => {
      const { filing, owner } = reports[0] as Report;
      const key = personKey(filing.issuerCik, owner.cik);
      return entryOf(reports, linesByPerson.get(key) ?? [], lastTrades.get(key) ?? null);
    })
    .sort((a, b) => compareText(a.issuerCik, b.issuerCik) || compareText(a.cik, b.cik));
}

/** One owner on one filing. */
interface Report {
  filing: FilingFacts;
  owner: FilingOwner;
}

/** The reports of each person on an issuer, in order. */
function peopleIn(ordered: readonly FilingFacts[]): Report[][] {
  const persons = new Map<string, Report[]>();
  for (const filing of ordered) {
    for (const owner of filing.owners) {
      const key = personKey(filing.issuerCik, owner.cik);
      const own = persons.get(key);
      if (own === undefined) persons.set(key, [{ filing, owner }]);
      else own.push({ filing, owner });
    }
  }
  return [...persons.values()];
}

function personKey(issuerCik: string, cik: string): string {
  return `${issuerCik} ${cik}`;
}

function indexLines(lines: readonly BalanceLine[]): Map<string, BalanceLine[]> {
  const byPerson = new Map<string, BalanceLine[]>();
  for (const line of lines) {
    for (const cik of line.ownerKey.split(",")) {
      const key = personKey(line.issuerCik, cik);
      const own = byPerson.get(key);
      if (own === undefined) byPerson.set(key, [line]);
      else own.push(line);
    }
  }
  return byPerson;
}

/** Each person's latest P or S row. */
function lastTradesIn(ordered: readonly FilingFacts[]): Map<string, FiledRow> {
  const last = new Map<string, FiledRow>();
  for (const row of tradesInOrder(rowsOf(ordered))) {
    if (row.tradeDay === null) continue;
    for (const { cik } of row.filing.owners) last.set(personKey(row.filing.issuerCik, cik), row);
  }
  return last;
}

function entryOf(reports: readonly Report[], lines: readonly BalanceLine[], lastTrade: FiledRow | null): RosterEntry {
  const first = reports[0] as Report;
  const last = reports.at(-1) as Report;
  const holdings = holdingsOfPerson(lines, last.owner.cik);
  return {
    issuerCik: last.filing.issuerCik,
    cik: last.owner.cik,
    owner: last.owner,
    names: [...new Set(reports.flatMap(({ owner }) => owner.name ?? []))],
    holdings,
    byClass: holdingsByClass(holdings),
    lastTrade,
    firstFiling: first.filing,
    lastFiling: last.filing,
    filings: new Set(reports.map(({ filing }) => filing)).size,
    exit: last.filing.notSubjectToSection16 === true ? last.filing : null,
    knownZero: holdings.length === 0 && reports.some(({ filing }) => filing.noSecuritiesOwned === true),
  };
}
