import type { BookedFiling } from "../book/booked";
import type { IssuerBook } from "../book/issuer-book";
import { instantOf, isoOf } from "./calendar";

/** Puts an issuer's filings in order of acceptance and gives them their header facts: accession, filing date, acceptance. */
export function sealFilings(book: IssuerBook, plan: { number: number; accepted: boolean }): void {
  book.filings.sort((a, b) => a.fileDay - b.fileDay || a.minute - b.minute || a.second - b.second);
  const perYear = new Map<string, number>();
  for (const filing of book.filings) {
    const filed = isoOf(filing.fileDay);
    const year = filed.slice(2, 4);
    const n = (perYear.get(year) ?? 0) + 1;
    perYear.set(year, n);
    const { document } = filing;
    document.accession = `${9_500_000_000 + plan.number}-${year}-${String(n).padStart(6, "0")}`;
    document.filingDate = filed;
    document.acceptedAt = plan.accepted ? acceptedAt(filing) : null;
  }
}

function acceptedAt(filing: BookedFiling): string {
  return instantOf(filing.fileDay, filing.minute, filing.second);
}
