import { type PackedRows, packRows } from "@/components/data-table/pack-rows";
import type { CitedFigure, RowRef } from "@/lib/services/views/shapes/cited-figure";
import type { RowView } from "@/lib/services/views/shapes/row";
import { addressOf, type RowIndex } from "./row-index";

/** A row as evidence shows it; null fields where the page does not hold the row. */
export interface EvidenceRow extends RowRef {
  tradeDate: string | null;
  /** Ticker or name; absent where only the filing tells. */
  issuer?: string | null;
  /** The names of all reporting owners; absent likewise. */
  insiders?: string | null;
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

/** Rows as evidence shows them, by address. */
export interface EvidenceIndex {
  get(address: string): EvidenceRow | undefined;
}

/** A figure with as many of its rows as its panel lists, and their number. */
export interface ListedFigure extends CitedFigure {
  rowCount?: number;
}

export function listedFigure(figure: CitedFigure): ListedFigure {
  return {
    value: figure.value,
    note: figure.note,
    rows: figure.rows.slice(0, MOST_ROWS).map(bareRef),
    rowCount: figure.rows.length,
    leftOut: figure.leftOut.map((group) => ({ ...group, rows: group.rows.slice(0, MOST_LEFT_OUT).map(bareRef) })),
  };
}

function bareRef({ filingId, anchor }: RowRef): RowRef {
  return { filingId, anchor };
}

/** A figure with what the page's rows say of its own. */
export function evidenceOf(figure: CitedFigure, rows: RowIndex): EvidenceFigure {
  return evidenceIn(figure, {
    get: (address) => {
      const row = rows.get(address);
      return row === undefined ? undefined : evidenceRow(row);
    },
  });
}

/** The same where the rows are at hand as evidence shows them. */
export function evidenceIn(figure: ListedFigure, index: EvidenceIndex): EvidenceFigure {
  const shown = (refs: readonly RowRef[], most: number) =>
    refs.slice(0, most).map((ref) => index.get(addressOf(ref)) ?? unheldRow(ref));
  return {
    value: figure.value,
    note: figure.note,
    rows: shown(figure.rows, MOST_ROWS),
    rowCount: figure.rowCount ?? figure.rows.length,
    leftOut: figure.leftOut.map((group) => ({ ...group, rows: shown(group.rows, MOST_LEFT_OUT) })),
  };
}

/** The rows that some figures cite, each once, as far as their panels list them. */
export function citedRows(figures: readonly CitedFigure[], rows: RowIndex): PackedRows<EvidenceRow> {
  const cited = new Map<string, EvidenceRow>();
  for (const { rows: counted, leftOut } of figures) {
    for (const ref of [
      counted.slice(0, MOST_ROWS),
      ...leftOut.map((group) => group.rows.slice(0, MOST_LEFT_OUT)),
    ].flat()) {
      const row = rows.get(addressOf(ref));
      if (row !== undefined) cited.set(addressOf(ref), evidenceRow(row));
    }
  }
  return packRows([...cited.values()]);
}

function unheldRow({ filingId, anchor }: RowRef): EvidenceRow {
  return {
    filingId,
    anchor,
    tradeDate: null,
    code: null,
    shares: null,
    price: null,
    value: null,
  };
}

function evidenceRow({ filingId, anchor, tradeDate, code, shares, ...row }: RowView): EvidenceRow {
  // A derivative bought or sold has a price of its own; exercised or granted, it has its strike.
  const isDerivative = row.table === "II" && code !== "P" && code !== "S";
  return {
    filingId,
    anchor,
    tradeDate,
    ...partyNames(row),
    code,
    shares,
    price: isDerivative ? row.exercisePrice : row.price,
    // A derivative row's own price is 0 by custom; its value would mislead beside the sum.
    value: isDerivative ? null : row.value,
  };
}

/** Whose a row is, as evidence names it. */
export function partyNames({
  issuer,
  owners,
}: Pick<RowView, "issuer" | "owners">): Required<Pick<EvidenceRow, "issuer" | "insiders">> {
  return {
    issuer: issuer.symbol ?? issuer.name ?? issuer.cik,
    insiders: owners.map((owner) => owner.name ?? owner.cik).join("; "),
  };
}
