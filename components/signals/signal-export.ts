import type { CsvCell } from "@/lib/format/tables/csv";
import type { SignalRow } from "@/lib/services/signals/signal-view";

/** A board's rows as a plain table: raw figures, and the address of each row of the evidence. */
export function signalTable(rows: readonly SignalRow[], figure: string): { headings: string[]; rows: CsvCell[][] } {
  return {
    headings: ["date", "issuer_cik", "symbol", "issuer", "insiders", figure, "left_out", "why", "evidence"],
    rows: rows.map((row) => [
      row.date,
      row.issuer.cik,
      row.issuer.symbol,
      row.issuer.name,
      row.insiders.map((insider) => insider.name ?? insider.cik).join("; "),
      row.figure,
      row.leftOut,
      row.reason,
      row.evidence.map(({ filingId, anchor }) => (anchor === "" ? filingId : `${filingId}#${anchor}`)).join(" "),
    ]),
  };
}
