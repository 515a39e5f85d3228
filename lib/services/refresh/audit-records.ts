import { ledgerAudit, type Residual } from "@/lib/analytics/holdings/ledger-audit";
import { type FoundSplit, findSplits } from "@/lib/analytics/holdings/splits";
import { type FiledRow, rowAddress } from "@/lib/analytics/rows/filed-row";
import { type ShortSwing, type ShortSwingPair, shortSwings } from "@/lib/analytics/signals/short-swing";
import { hashText } from "@/lib/services/ingest/prepare-source";
import { RESIDUAL, SHORT_SWING, STOCK_SPLIT } from "@/lib/store/writing/board-tables";
import type { BulkRecord } from "@/lib/store/writing/connection";
import { valuesOf } from "@/lib/store/writing/tables";
import type { BoardParts, IssuerFindings } from "./issuer-findings";

const SPLITS = new WeakMap<object, readonly FoundSplit[]>();

/** The splits that an issuer's balances show, confirmed or not; found once. */
export function splitsOf(findings: Pick<IssuerFindings, "lines" | "inForce">): readonly FoundSplit[] {
  let splits = SPLITS.get(findings);
  if (splits === undefined) {
    splits = findSplits(findings.lines, findings.inForce);
    SPLITS.set(findings, splits);
  }
  return splits;
}

/** Short-swing matches among the rows in force, without joint copies and flagged rows. */
export function shortSwingRecords({ issuerCik, findings }: BoardParts): BulkRecord[] {
  const { counted, excluded, isForeignPrivate } = findings;
  const rows = counted.flatMap((filing) => filing.rows).filter((row) => !excluded.has(rowAddress(row)));
  const foreignPrivateIssuers = new Set(isForeignPrivate ? [issuerCik] : []);
  return shortSwings(rows, { foreignPrivateIssuers }).flatMap((swing) => {
    const largest = [...swing.pairs].sort((a, b) => b.profit - a.profit);
    const [best] = largest;
    return best === undefined ? [] : [swingRecord(swing, best, largest)];
  });
}

function swingRecord(
  { issuerCik, ownerKey, securityTitle, profit, pairs }: ShortSwing,
  best: ShortSwingPair,
  largest: readonly ShortSwingPair[],
): BulkRecord {
  const { purchase, sale } = best;
  const rows = largest.flatMap((pair) => [pair.purchase, pair.sale]);
  const dates = rows.map((row) => row.tradeDate).sort();
  return valuesOf(SHORT_SWING, {
    issuerCik,
    swingKey: hashText(`${ownerKey} ${purchase.classKey}`),
    ownerKey,
    securityTitle,
    date: dates.at(-1) ?? "",
    pairCount: pairs.length,
    profit,
    shares: best.shares,
    boughtAt: purchase.price,
    boughtOn: purchase.tradeDate,
    soldAt: sale.price,
    soldOn: sale.tradeDate,
    knownAt: pairs.map(({ purchase, sale }) => bothKnownAt(purchase, sale)).reduce(earliest),
    rows: JSON.stringify([...new Set(rows.map(rowAddress))]),
  });
}

/** When the filings of both rows were known; null: one of them is not dated. */
function bothKnownAt({ filing: a }: FiledRow, { filing: b }: FiledRow): string | null {
  if (a.knownAt === null || b.knownAt === null) return null;
  return a.knownAt > b.knownAt ? a.knownAt : b.knownAt;
}

function earliest(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

/** Every step of an issuer's balance lines that does not add up, explained or not. */
export function residualRecords({ findings }: BoardParts): BulkRecord[] {
  return ledgerAudit(findings.lines, splitsOf(findings)).residuals.map(residualRecord);
}

function residualRecord({ step, explanation, evidence, hint }: Residual): BulkRecord {
  const { line, from, to, left, found, residual } = step;
  return valuesOf(RESIDUAL, {
    issuerCik: line.issuerCik,
    lineKey: hashText(line.key),
    toRow: to.address,
    fromRow: from.address,
    ownerKey: line.ownerKey,
    securityTitle: line.securityTitle,
    date: to.date,
    fromDate: from.date,
    left,
    found,
    residual,
    explanation,
    evidence,
    hint,
    knownAt: bothKnownAt(from.row, to.row),
  });
}

/** The confirmed splits. */
export function splitRecords({ issuerCik, findings }: BoardParts): BulkRecord[] {
  return splitsOf(findings)
    .filter(({ confirmed }) => confirmed)
    .map(({ after, by, ratio }) =>
      valuesOf(STOCK_SPLIT, { issuerCik, after, by, ratioTo: ratio.to, ratioFor: ratio.for }),
    );
}
