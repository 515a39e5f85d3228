/**
 * What the pages, the API and the exports show: plain data (it travels as JSON), numbers as doubles, dates `YYYY-MM-DD`,
 * instants UTC ISO 8601. Null means not reported. Every figure comes with the rows behind it.
 */

/** Address of a row: the filing's id and the anchor on its page. */
export interface RowRef {
  filingId: string;
  anchor: string;
}

/** A figure with its evidence. */
export interface CitedFigure {
  /** Null: not known; `note` says why. */
  value: number | null;
  /** The rows that it is made of. */
  rows: RowRef[];
  /** What was left out or why it is unknown, in words; null when there is nothing to say. */
  note: string | null;
  /** What was left out, counted by reason. */
  leftOut: { reason: string; count: number; rows: RowRef[] }[];
}

export interface PartyRef {
  cik: string;
  name: string | null;
}
