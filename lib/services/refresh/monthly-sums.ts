import { planOfRow } from "@/lib/analytics/plans/plan-of-row";
import { type FiledRow, rowAddress } from "@/lib/analytics/rows/filed-row";
import { stableSum } from "@/lib/analytics/sums";
import { rowValue, tradeSide } from "@/lib/analytics/values";
import { classOf, isContradictory } from "@/lib/ownership/codes";
import type { IssuerFindings } from "./issuer-findings";

/** One issuer's Table I transactions of one month, class and plan status. */
export interface MonthlySum {
  issuerCik: string;
  /** `YYYY-MM`. */
  month: string;
  transactionClass: string;
  planned: "yes" | "no" | "unknown";
  rowCount: number;
  /** Dollars. */
  value: number;
  unvalued: number;
  leftOut: number;
}

/**
 * Sums by month of trade, class of code and plan status. Every dated Table I transaction is in exactly one of `rowCount`,
 * `unvalued` and `leftOut` (superseded, a joint copy, flagged, contradictory, or a trade without direction): what is left out is counted (T13).
 */
export function monthlySums(issuerCik: string, findings: IssuerFindings): MonthlySum[] {
  const groups = new Map<string, { values: number[]; unvalued: number; leftOut: number }>();
  for (const row of findings.filings.flatMap((filing) => filing.rows)) {
    if (row.kind !== "transaction" || row.table !== "I" || row.tradeDate === null) continue;
    const key = [row.tradeDate.slice(0, 7), classOf(row.code, row.equitySwapInvolved) ?? "none", plannedWord(row)].join(
      " ",
    );
    const group = groups.get(key) ?? { values: [], unvalued: 0, leftOut: 0 };
    groups.set(key, group);
    const { value } = rowValue(row);
    if (isLeftOut(row, findings)) group.leftOut += 1;
    else if (value === null) group.unvalued += 1;
    else group.values.push(value);
  }
  return [...groups].map(([key, { values, unvalued, leftOut }]) => {
    const [month = "", transactionClass = "", planned = ""] = key.split(" ");
    return {
      issuerCik,
      month,
      transactionClass,
      planned: planned as MonthlySum["planned"],
      rowCount: values.length,
      value: stableSum(values),
      unvalued,
      leftOut,
    };
  });
}

function isLeftOut(row: FiledRow, findings: IssuerFindings): boolean {
  const address = rowAddress(row);
  if (findings.superseded.has(address) || findings.excluded.has(address)) return true;
  return (
    isContradictory(row.code, row.acquiredDisposed, row.table) || tradeSide(row).reason === "direction-not-reported"
  );
}

function plannedWord(row: FiledRow): MonthlySum["planned"] {
  const planned = planOfRow(row)?.planned ?? null;
  if (planned === null) return "unknown";
  return planned ? "yes" : "no";
}
