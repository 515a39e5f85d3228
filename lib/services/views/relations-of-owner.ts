import type { FilingFacts } from "@/lib/analytics/rows/filed-row";
import { rolesOf } from "./filing-summary";
import { issuerRef } from "./rows/row-view";
import type { RelatedFilerView, RoleSpellView } from "./shapes/party";

/** The day that a filing speaks of: its period of report, else the day it was filed. */
function dayOfFiling(filing: FilingFacts): string | null {
  return filing.periodOfReport ?? filing.filingDate;
}

/**
 * An owner's roles over time, issuer by issuer (newest first), each stretch of filings that state the same roles and title
 * one spell. Filings newest first, as they were known. Form 4 does not say when a role began: the days are the filings'.
 */
export function roleSpells(filings: readonly FilingFacts[], cik: string): RoleSpellView[] {
  const issuers = [...new Set(filings.map((filing) => filing.issuerCik))];
  return issuers.flatMap((issuer) => spellsAt(filings.filter((filing) => filing.issuerCik === issuer).reverse(), cik));
}

/** Oldest filing first in, newest spell first out. */
function spellsAt(filings: readonly FilingFacts[], cik: string): RoleSpellView[] {
  const spells: RoleSpellView[] = [];
  for (const filing of filings) {
    const owner = filing.owners.find((one) => one.cik === cik);
    if (owner === undefined) continue;
    const [roles, day] = [rolesOf(owner), dayOfFiling(filing)];
    const last = spells.at(-1);
    if (last !== undefined && last.roles.join() === roles.join() && last.officerTitle === owner.officerTitle) {
      last.filings += 1;
      last.lastId = filing.filingId;
      last.from = earlier(last.from, day);
      last.to = later(last.to, day);
    } else {
      const { filingId } = filing;
      const dates = { from: day, to: day, filings: 1, firstId: filingId, lastId: filingId };
      spells.push({ issuer: issuerRef(filing), roles, officerTitle: owner.officerTitle, ...dates });
    }
  }
  return spells.reverse();
}

function earlier(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b < a) ? b : a;
}

function later(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b > a) ? b : a;
}

/** Everybody who is an owner on a filing of this owner, those of most filings first. Filings newest first. */
export function relatedFilers(filings: readonly FilingFacts[], cik: string): RelatedFilerView[] {
  const related = new Map<string, RelatedFilerView>();
  for (const filing of filings) {
    for (const owner of filing.owners) {
      if (owner.cik === cik) continue;
      const known = related.get(owner.cik);
      if (known === undefined) {
        related.set(owner.cik, {
          insider: { cik: owner.cik, name: owner.name },
          issuers: [issuerRef(filing)],
          filings: 1,
          lastId: filing.filingId,
          lastDate: dayOfFiling(filing),
        });
      } else {
        known.filings += 1;
        if (known.issuers.every((issuer) => issuer.cik !== filing.issuerCik)) known.issuers.push(issuerRef(filing));
      }
    }
  }
  return [...related.values()].sort((a, b) => b.filings - a.filings || (a.insider.cik < b.insider.cik ? -1 : 1));
}
