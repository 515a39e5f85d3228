import type { CitedFigure, RowRef } from "@/lib/services/views";
import { addressOf, type RowIndex } from "./row-index";

/** A row as evidence shows it; null fields where the page does not hold the row. */
export interface EvidenceRow extends RowRef {
  tradeDate: string | null;
  code: string | null;
  shares: number | null;
  /** The exercise price, for a row of Table II. */
  price: number | null;
  value: number | null;
}

/** A figure with the rows that its panel lists: the first of them, and how many there are. */
export interface EvidenceFigure {
  value: number | null;
  note: string | null;
  rows: EvidenceRow[];
  rowCount: number;
  leftOut: { reason: string; count: number; rows: EvidenceRow[] }[];
}

/** More rows than this are listed by the page's own table. */
const MOST_ROWS = 40;
const MOST_LEFT_OUT = 12;

export function evidenceOf(figure: CitedFigure, rows: RowIndex): EvidenceFigure {
  const shown = (refs: readonly RowRef[], most: number) => refs.slice(0, most).map((ref) => evidenceRow(ref, rows));
  return {
    value: figure.value,
    note: figure.note,
    rows: shown(figure.rows, MOST_ROWS),
    rowCount: figure.rows.length,
    leftOut: figure.leftOut.map((group) => ({ ...group, rows: shown(group.rows, MOST_LEFT_OUT) })),
  };
}

function evidenceRow(ref: RowRef, rows: RowIndex): EvidenceRow {
  const row = rows.get(addressOf(ref));
  const isDerivative = row?.table === "II";
  return {
    filingId: ref.filingId,
    anchor: ref.anchor,
    tradeDate: row?.tradeDate ?? null,
    code: row?.code ?? null,
    shares: row?.shares ?? null,
    price: (isDerivative ? row?.exercisePrice : row?.price) ?? null,
    // A derivative row's own price is 0 by custom; its value would mislead beside the sum.
    value: isDerivative ? null : (row?.value ?? null),
  };
}
