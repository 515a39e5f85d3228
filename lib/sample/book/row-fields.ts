import type { Field, OwnershipRow, RowKind } from "@/lib/ownership/document";
import type { LeafName } from "@/lib/ownership/leaves";
import { type Day, isoOf } from "../market/calendar";
import type { Grant, Line } from "../market/filer";
import { decimalText } from "../market/quantities";

export type FieldNotes = Partial<Record<LeafName, readonly string[]>>;

/** A trade as a story tells it. Notes are words, by the field that they hang on. */
export interface TradeTerms {
  line: Line;
  code: string;
  direction: "A" | "D";
  shares: number;
  /** Dollars a share; null = only a footnote stands in the field. */
  price: number | null;
  day: Day;
  notes?: FieldNotes;
  timeliness?: "E" | "L";
  rowForm?: "4" | "5";
  deemed?: Day;
  swap?: boolean;
}

/** Writes the fields of one row in the order of the form; `ids` gives the footnote ids of a field's notes. */
export class RowFields {
  readonly row: OwnershipRow;

  constructor(
    kind: RowKind,
    private readonly ids: (leaf: LeafName) => string[],
  ) {
    this.row = { kind };
  }

  put(leaf: LeafName, value: string | null): void {
    const footnoteIds = this.ids(leaf);
    if (value === null && footnoteIds.length === 0) return;
    const field: Field = { value, footnoteIds };
    this.row[leaf] = field;
  }
}

/** The fields of a transaction, filed with `after` as its balance. */
export function transactionRow(
  terms: TradeTerms,
  after: number,
  swapFlag: string,
  ids: (leaf: LeafName) => string[],
): OwnershipRow {
  const { line } = terms;
  const fields = new RowFields("transaction", ids);
  fields.put("securityTitle", line.title);
  if (line.grant !== null) fields.put("conversionOrExercisePrice", strikeText(line.grant));
  fields.put("transactionDate", isoOf(terms.day));
  if (terms.deemed !== undefined) fields.put("deemedExecutionDate", isoOf(terms.deemed));
  fields.put("transactionFormType", terms.rowForm ?? "4");
  fields.put("transactionCode", terms.code);
  fields.put("equitySwapInvolved", swapFlag);
  if (terms.timeliness !== undefined) fields.put("transactionTimeliness", terms.timeliness);
  fields.put("transactionShares", decimalText(terms.shares));
  fields.put("transactionPricePerShare", terms.price === null ? null : decimalText(terms.price));
  fields.put("transactionAcquiredDisposedCode", terms.direction);
  if (line.grant !== null) putGrant(fields, line.grant, terms.shares);
  putOwnership(fields, line, after);
  return fields.row;
}

/** The fields of a holding. */
export function holdingRow(line: Line, ids: (leaf: LeafName) => string[]): OwnershipRow {
  const fields = new RowFields("holding", ids);
  fields.put("securityTitle", line.title);
  if (line.grant !== null) {
    fields.put("conversionOrExercisePrice", strikeText(line.grant));
    putGrant(fields, line.grant, line.held);
  }
  putOwnership(fields, line, line.held);
  return fields.row;
}

function strikeText(grant: Grant): string | null {
  return grant.strike === null ? null : decimalText(grant.strike);
}

function putGrant(fields: RowFields, grant: Grant, count: number): void {
  fields.put("exerciseDate", grant.exercisable === null ? null : isoOf(grant.exercisable));
  fields.put("expirationDate", grant.expires === null ? null : isoOf(grant.expires));
  fields.put("underlyingSecurityTitle", grant.underlying);
  fields.put("underlyingSecurityShares", decimalText(count * grant.per));
}

function putOwnership(fields: RowFields, line: Line, after: number): void {
  fields.put("sharesOwnedFollowingTransaction", decimalText(after));
  fields.put("directOrIndirectOwnership", line.di);
  if (line.nature !== null) fields.put("natureOfOwnership", line.nature);
}

/** The notes that a line's own fields carry on every row that names it. */
export function lineNotes({ grant, natureNote }: Line): FieldNotes {
  const notes: FieldNotes = {};
  if (natureNote !== null) notes.natureOfOwnership = [natureNote];
  if (grant === null) return notes;
  if (grant.strikeNote !== null) notes.conversionOrExercisePrice = [grant.strikeNote];
  if (grant.exercisableNote !== null) notes.exerciseDate = [grant.exercisableNote];
  if (grant.expiresNote !== null) notes.expirationDate = [grant.expiresNote];
  return notes;
}
