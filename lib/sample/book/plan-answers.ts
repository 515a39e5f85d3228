import type { BookedRow } from "./booked";

/**
 * Writes each row's plan answer by the definition: a note or remark decides; else, for P and S, the filing's one box does,
 * unless the sale only pays a tax or another row's note already explains the checked box. `box` is null where it is not asked.
 */
export function bookPlanAnswers(rows: readonly BookedRow[], box: boolean | null): void {
  const explained = rows.some((row) => row.mark?.answer === "yes");
  for (const row of rows) {
    if (row.kind === "holding") continue;
    if (row.mark !== null) {
      row.answer = row.mark.answer;
      row.answerBasis = row.mark.basis;
    } else if ((row.code === "P" || row.code === "S") && box !== null) {
      byBox(row, box, explained);
    }
  }
}

function byBox(row: BookedRow, checked: boolean, explained: boolean): void {
  if (checked && (row.taxSale || explained)) return;
  row.answer = checked ? "yes" : "no";
  row.answerBasis = "filing checkbox";
}
