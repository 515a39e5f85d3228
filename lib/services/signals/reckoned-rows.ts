import { ledgerAudit } from "@/lib/analytics/holdings/ledger-audit";
import { findSplits } from "@/lib/analytics/holdings/splits";
import { rowAddress } from "@/lib/analytics/rows/filed-row";
import { type ShortSwing, shortSwings } from "@/lib/analytics/signals/short-swing";
import { formatDate } from "@/lib/format/dates";
import { formatMoney, formatPrice, formatShares, formatSharesChange } from "@/lib/format/numbers";
import { countOf } from "@/lib/format/words";
import type { IssuerFindings } from "@/lib/services/refresh/issuer-findings";
import { issuerRef, ownerRefs, rowRef } from "@/lib/services/views/rows/row-view";
import type { SignalRow } from "./signal-view";

/** An issuer's purchases and sales less than six months apart, one row an owner and title. */
export function swingRows(findings: IssuerFindings): SignalRow[] {
  const counted = findings.counted.flatMap((filing) => filing.rows);
  return shortSwings(counted.filter((row) => !findings.excluded.has(rowAddress(row)))).map(swingRow);
}

function swingRow(swing: ShortSwing): SignalRow {
  const pairs = [...swing.pairs].sort((a, b) => b.profit - a.profit);
  const rows = pairs.flatMap((pair) => [pair.purchase, pair.sale]);
  const [best] = pairs;
  const dates = rows.flatMap((row) => row.tradeDate ?? []).sort();
  const filing = (best?.sale ?? rows[0])?.filing;
  const words =
    best === undefined
      ? ""
      : ` The largest: ${formatShares(best.shares)} bought at ${formatPrice(best.purchase.price)} on ${formatDate(best.purchase.tradeDate)}, sold at ${formatPrice(best.sale.price)} on ${formatDate(best.sale.tradeDate)}.`;
  return {
    key: `${swing.issuerCik} ${swing.ownerKey} ${swing.securityTitle}`,
    date: dates.at(-1) ?? null,
    issuer: filing === undefined ? { cik: swing.issuerCik, name: null, symbol: null } : issuerRef(filing),
    insiders: filing === undefined ? [] : ownerRefs(filing),
    figure: swing.profit,
    reason: `${countOf(pairs.length, "pair")} of purchases and sales less than six months apart, ${formatMoney(swing.profit)} together.${words}`,
    evidence: [...new Map(rows.map((row) => [rowAddress(row), rowRef(row)])).values()],
    section: null,
  };
}

/** An issuer's balances that the rows between them don't explain. */
export function unexplainedRows(findings: IssuerFindings): SignalRow[] {
  const { residuals } = ledgerAudit(findings.lines, findSplits(findings.lines, findings.inForce));
  return residuals
    .filter(({ explanation }) => explanation === "unexplained")
    .map(({ step, hint }) => {
      const { line, left, found, residual, from: before, to } = step;
      const how = hint === null ? "" : ` Reading the ${hint} the other way would close it; nothing is turned.`;
      return {
        key: `${to.address} ${line.key}`,
        date: to.date,
        issuer: issuerRef(to.row.filing),
        insiders: ownerRefs(to.row.filing),
        figure: residual,
        reason: `${line.securityTitle ?? "Untitled line"}: ${formatShares(left)} after ${formatDate(before.date)}, but the next report starts from ${formatShares(found)}: ${formatSharesChange(residual)} unexplained.${how}`,
        evidence: [rowRef(to.row), rowRef(before.row)],
        section: null,
      };
    });
}
