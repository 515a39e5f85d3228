import { ByPerson } from "@/lib/analytics/rows/by-person";
import type { FiledRow, FilingFacts, FilingOwner } from "@/lib/analytics/rows/filed-row";
import { compareRows, filingsInOrder } from "@/lib/analytics/rows/filing-order";
import { tradeSide } from "@/lib/analytics/values";

/** An insider who says on a form that Section 16 no longer applies. */
export interface Exit {
  issuerCik: string;
  owner: FilingOwner;
  filing: FilingFacts;
  /** The day the form speaks of. */
  date: string | null;
  /** The form has no rows: it says nothing but the exit. */
  isBare: boolean;
  /** The insider's last P or S row up to this form. */
  lastTrade: FiledRow | null;
  /** The first later filing of the same owner on the issuer, if any: the exit did not last. */
  cameBack: FilingFacts | null;
}

/** Every exit in the filings given (in force), in the order the public could know them. */
export function exits(filings: readonly FilingFacts[]): Exit[] {
  const lastTrades = new ByPerson<FiledRow>();
  const open = new ByPerson<Exit | null>();
  const found: Exit[] = [];
  for (const filing of filingsInOrder(filings)) {
    const { issuerCik } = filing;
    for (const owner of filing.owners) {
      const left = open.get(issuerCik, owner.cik) ?? null;
      if (left !== null) {
        left.cameBack = filing;
        open.set(issuerCik, owner.cik, null);
      }
      for (const row of filing.rows) {
        if (tradeSide(row).side === null) continue;
        lastTrades.set(issuerCik, owner.cik, later(row, lastTrades.get(issuerCik, owner.cik)));
      }
      if (filing.notSubjectToSection16 !== true) continue;
      const exit: Exit = {
        issuerCik,
        owner,
        filing,
        date: filing.periodOfReport,
        isBare: filing.rows.length === 0,
        lastTrade: lastTrades.get(issuerCik, owner.cik) ?? null,
        cameBack: null,
      };
      open.set(issuerCik, owner.cik, exit);
      found.push(exit);
    }
  }
  return found;
}

function later(row: FiledRow, other: FiledRow | undefined): FiledRow {
  return other === undefined || compareRows(other, row) < 0 ? row : other;
}
