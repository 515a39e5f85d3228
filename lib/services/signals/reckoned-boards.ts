import { ledgerAudit } from "@/lib/analytics/holdings/ledger-audit";
import { findSplits } from "@/lib/analytics/holdings/splits";
import { rowAddress } from "@/lib/analytics/rows/filed-row";
import { type ShortSwing, shortSwings } from "@/lib/analytics/signals/short-swing";
import { formatDate } from "@/lib/format/dates";
import { formatMoney, formatPrice, formatShares, formatSharesChange } from "@/lib/format/numbers";
import { countOf } from "@/lib/format/words";
import { issuerLedger } from "@/lib/services/parties/issuer-filings";
import { issuerRef, ownerRefs, rowRef } from "@/lib/services/views/rows/row-view";
import { latestIssuers } from "@/lib/store/boards/read-boards";
import { swingCandidates } from "@/lib/store/boards/swing-candidates";
import type { Store } from "@/lib/store/client";
import type { SignalRow } from "./signal-view";
import type { Board } from "./stored-boards";

/** Issuers whose filings these boards go through: their results are not stored, so they are reckoned while one waits. */
export const MOST_ISSUERS = 25;

/** Purchases and sales less than six months apart, by lowest-in, highest-out. An arithmetic match, not a legal finding. */
export const shortSwingBoard: Board = async (store, _query, { issuerCik, from = "", limit, until }) => {
  const ciks = issuerCik === undefined ? await swingCandidates(store, from, MOST_ISSUERS, until?.instant) : [issuerCik];
  const rows = await throughIssuers(ciks, async (cik) => {
    const { findings } = await issuerLedger(store, cik, until?.day ?? null);
    const counted = findings.counted.flatMap((filing) => filing.rows);
    const swings = shortSwings(counted.filter((row) => !findings.excluded.has(rowAddress(row))));
    return swings.map(swingRow);
  });
  return latestFirst(rows, from, limit);
};

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

/** Balances that the rows between them don't explain. */
export const ledgerBoard: Board = async (store, _query, { issuerCik, from = "", limit, until }) => {
  const ciks = issuerCik === undefined ? await latestIssuers(store.db, MOST_ISSUERS, until?.instant) : [issuerCik];
  const rows = await throughIssuers(ciks, (cik) => unexplained(store, cik, until?.day ?? null));
  return latestFirst(rows, from, limit);
};

async function unexplained(store: Store, cik: string, asOf: string | null): Promise<SignalRow[]> {
  const { findings } = await issuerLedger(store, cik, asOf);
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

async function throughIssuers(
  ciks: readonly string[],
  rowsOf: (cik: string) => Promise<SignalRow[]>,
): Promise<SignalRow[]> {
  const rows: SignalRow[] = [];
  for (const cik of ciks) rows.push(...(await rowsOf(cik)));
  return rows;
}

function latestFirst(rows: readonly SignalRow[], from: string, limit: number): SignalRow[] {
  return rows
    .filter((row) => row.date !== null && row.date >= from)
    .sort((a, b) =>
      (a.date ?? "") === (b.date ?? "") ? (a.key < b.key ? -1 : 1) : (a.date ?? "") < (b.date ?? "") ? 1 : -1,
    )
    .slice(0, limit);
}
