import { saysSaleForTax } from "@/lib/analytics/footnotes/tax-sale";
import { type FiledRow, footnoteIdsOfRow } from "./filed-row";

/** Remarks hang on no row: a sentence of them is taken for every sale only where it says so. */
const OF_ALL_SALES = /(?<!\bnot\s)\b(?:all|each)\b(?:\s+\w+){0,3}\s+(?:sales?|transactions?|shares)\b/i;

/** Whether a note on the row, or remarks on all sales of the form, say that it paid tax due on an award (sell-to-cover). */
export function isSaleForTax(row: FiledRow): boolean {
  if (row.code !== "S") return false;
  const { footnotes, remarks } = row.filing;
  if (footnoteIdsOfRow(row).some((id) => saysSaleForTax(footnotes.get(id) ?? ""))) return true;
  const sentences = remarks?.split(/(?<=[.;])\s/) ?? [];
  return sentences.some((sentence) => OF_ALL_SALES.test(sentence) && saysSaleForTax(sentence));
}
