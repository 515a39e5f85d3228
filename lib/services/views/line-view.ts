import type { BalanceLine } from "@/lib/analytics/holdings/balance-lines";
import { issuerRef, ownerRefs, rowRef } from "./rows/row-view";
import type { BalanceLineView } from "./shapes/balance-line";

const MARK_WORDS: Record<BalanceLine["marks"][number], string> = {
  indistinct: "Several holdings fall on this line: nothing filed tells them apart.",
  "unclear-order": "In some filing no order of the rows fits their balances.",
  "ambiguous-order": "In some filing more than one order of the rows fits.",
  reordered: "The rows of some filing were put in the order that their balances tell.",
};

/** A balance line as tables and charts show it; its owners as the latest filing names them. */
export function lineView(line: BalanceLine): BalanceLineView {
  const last = line.points.at(-1)?.row.filing;
  return {
    key: line.key,
    owners: last === undefined ? [] : ownerRefs(last),
    issuer: last === undefined ? { cik: line.issuerCik, name: null, symbol: null } : issuerRef(last),
    table: line.table,
    unit: line.unit,
    securityTitle: line.securityTitle,
    directOrIndirect: line.directOrIndirect,
    natureOfOwnership: line.natureOfOwnership,
    grant: line.grant,
    opening: line.opening,
    closing: line.closing === null ? null : { ...line.closing, rows: line.closing.rows.map(rowRef) },
    points: line.points.map((point) => ({
      ...rowRef(point.row),
      date: point.date,
      code: point.row.code,
      change: point.change,
      balance: point.balance,
    })),
    marks: line.marks.map((mark) => MARK_WORDS[mark]),
  };
}
