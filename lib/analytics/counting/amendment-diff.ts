import { type FiledRow, rowAddress } from "@/lib/analytics/rows/filed-row";
import { wordsOn } from "@/lib/analytics/rows/row-words";
import type { Amendment } from "./amendments";

const FIELDS = [
  "securityTitle",
  "tradeDate",
  "deemedExecutionDate",
  "code",
  "equitySwapInvolved",
  "timeliness",
  "shares",
  "totalValue",
  "price",
  "acquiredDisposed",
  "sharesAfter",
  "valueAfter",
  "directOrIndirect",
  "natureOfOwnership",
  "exercisePrice",
  "exerciseDate",
  "expirationDate",
  "underlyingTitle",
  "underlyingShares",
  "underlyingValue",
] as const satisfies readonly (keyof FiledRow)[];

export type DiffField = (typeof FIELDS)[number] | "footnotes";

export interface FieldChange {
  field: DiffField;
  before: string | number | boolean | null;
  after: string | number | boolean | null;
}

export interface RowChange {
  before: FiledRow;
  after: FiledRow;
  beforeAddress: string;
  afterAddress: string;
  /** Empty when the amendment repeats the row unchanged. */
  changes: readonly FieldChange[];
}

/** What an amendment changes, adds and leaves alone. */
export interface AmendmentDiff {
  changed: readonly RowChange[];
  repeated: readonly RowChange[];
  added: readonly FiledRow[];
  /** Left out by the amendment, hence still in force. */
  leftOut: readonly FiledRow[];
}

/** The difference row by row and field by field; null for an amendment whose original is not known. */
export function amendmentDiff(amendment: Amendment): AmendmentDiff | null {
  if (amendment.pairing === null) return null;
  const { pairs, leftOut, added } = amendment.pairing;
  const rows = pairs.map(({ before, after }) => ({
    before,
    after,
    beforeAddress: rowAddress(before),
    afterAddress: rowAddress(after),
    changes: changesBetween(before, after),
  }));
  return {
    changed: rows.filter((row) => row.changes.length > 0),
    repeated: rows.filter((row) => row.changes.length === 0),
    added,
    leftOut,
  };
}

function changesBetween(before: FiledRow, after: FiledRow): FieldChange[] {
  const changes: FieldChange[] = FIELDS.filter((field) => before[field] !== after[field]).map((field) => ({
    field,
    before: before[field],
    after: after[field],
  }));
  const [words, newWords] = [wordsOn(before), wordsOn(after)];
  if (words !== newWords) changes.push({ field: "footnotes", before: words || null, after: newWords || null });
  return changes;
}
