import { LedgerError } from "@/lib/errors";
import { emptyDocument, type OwnershipDocument } from "@/lib/ownership/document";
import { rowAnchor } from "@/lib/ownership/identity";
import type { LeafName } from "@/lib/ownership/leaves";
import { type Day, isoOf } from "../market/calendar";
import type { Filer, Line } from "../market/filer";
import { decimalText, round } from "../market/quantities";
import type { BookedFiling, BookedRow, PlanMark } from "./booked";
import type { IssuerBook } from "./issuer-book";
import { type FieldNotes, holdingRow, lineNotes, type TradeTerms, transactionRow } from "./row-fields";

export interface DraftTimes {
  day: Day;
  fileDay: Day;
  minute: number;
  second: number;
}

/** What a row means beside its fields. */
export interface RowMeaning {
  mark?: PlanMark | null;
  taxSale?: boolean;
}

/** One filing being written: rows are added in filed order, each moving its line's balance. */
export class FilingDraft {
  readonly filing: BookedFiling;
  private readonly noteIds = new Map<string, string>();
  private readonly touched = new Set<Line>();
  private readonly counts = new Map<string, number>();

  constructor(
    private readonly book: IssuerBook,
    readonly filer: Filer,
    form: string,
    times: DraftTimes,
  ) {
    const document = emptyDocument();
    document.documentType = form;
    this.filing = { document, filer, ...times, rows: [] };
  }

  get document(): OwnershipDocument {
    return this.filing.document;
  }

  /** The id of a footnote with these words; a new one when the filing has none such. */
  note(words: string): string {
    let id = this.noteIds.get(words);
    if (id === undefined) {
      id = `F${this.noteIds.size + 1}`;
      this.noteIds.set(words, id);
      this.document.footnotes.push({ id, text: words });
    }
    return id;
  }

  /** Adds a transaction and moves its line's balance. */
  trade(terms: TradeTerms, meaning: RowMeaning = {}): BookedRow {
    const { line } = terms;
    const before = line.held;
    const after = round(terms.direction === "A" ? before + terms.shares : before - terms.shares);
    if (after < 0) throw bookkeeping(`A trade of ${terms.shares} leaves ${after} of ${line.title}.`);
    const notes = { ...lineNotes(line), ...terms.notes };
    const swap = flagText(terms.swap === true, this.filer.style.wordFlags);
    const row = this.push(line, "transaction", {
      code: terms.code,
      direction: terms.direction,
      day: terms.day,
      shares: terms.shares,
      price: terms.price,
      before,
      after,
      mark: meaning.mark ?? null,
      taxSale: meaning.taxSale === true,
    });
    line.held = after;
    this.table(line).push(transactionRow(terms, after, swap, this.idsOf(notes)));
    return row;
  }

  /** Adds a holding of what the line holds now. */
  hold(line: Line, words: FieldNotes = {}): BookedRow {
    const notes = { ...lineNotes(line), ...words };
    const row = this.push(line, "holding", {
      code: null,
      direction: null,
      day: this.filing.day,
      shares: 0,
      price: null,
      before: line.held,
      after: line.held,
      mark: null,
      taxSale: false,
    });
    this.table(line).push(holdingRow(line, this.idsOf(notes)));
    return row;
  }

  isTouched(line: Line): boolean {
    return this.touched.has(line);
  }

  /** Ends the filing: its balances are what was last reported, and it stands in the book. */
  close(): BookedFiling {
    if (this.filer.style.finalBalances) this.writeFinalBalances();
    for (const line of this.touched) {
      line.reported = line.held;
      line.moved = null;
    }
    this.filer.lastRow = this.filing.rows.at(-1) ?? this.filer.lastRow;
    this.book.filings.push(this.filing);
    return this.filing;
  }

  private table(line: Line) {
    return line.table === "I" ? this.document.nonDerivativeTable : this.document.derivativeTable;
  }

  private idsOf(notes: FieldNotes): (leaf: LeafName) => string[] {
    return (leaf) => notes[leaf]?.map((words) => this.note(words)) ?? [];
  }

  private push(
    line: Line,
    kind: BookedRow["kind"],
    facts: Pick<BookedRow, "code" | "direction" | "day" | "shares" | "price" | "before" | "after" | "mark" | "taxSale">,
  ): BookedRow {
    const counter = `${line.table}${kind}`;
    const n = (this.counts.get(counter) ?? 0) + 1;
    this.counts.set(counter, n);
    const row: BookedRow = {
      filing: this.filing,
      anchor: rowAnchor(line.table, kind, n),
      table: line.table,
      kind,
      line,
      ...facts,
      answer: "unknown",
      answerBasis: null,
      supersededBy: null,
      countedBy: null,
      flagged: false,
    };
    this.filing.rows.push(row);
    if (!this.touched.has(line)) this.bookResidual(row);
    this.touched.add(line);
    return row;
  }

  /** The first row of a line in a filing opens where the last filing closed, or the difference is booked with its cause. */
  private bookResidual(row: BookedRow): void {
    const { line } = row;
    if (line.reported === null || Math.abs(row.before - line.reported) < 1e-6) return;
    if (line.moved === null) throw bookkeeping(`${line.title} moved from ${line.reported} to ${row.before} unbooked.`);
    this.book.residuals.push({ row, previous: line.reported, opening: row.before, cause: line.moved });
  }

  /** Some filers write the closing balance on every row; only where all rows of the line are of one day. */
  private writeFinalBalances(): void {
    for (const line of this.touched) {
      if (line.table !== "I") continue;
      const rows = this.filing.rows.filter((row) => row.line === line && row.kind === "transaction");
      if (rows.length < 2 || rows.some((row) => row.day !== rows[0]?.day)) continue;
      const text = decimalText(line.held);
      for (const row of rows) {
        const fields = this.fieldsOf(row);
        const footnoteIds = fields.sharesOwnedFollowingTransaction?.footnoteIds ?? [];
        fields.sharesOwnedFollowingTransaction = { value: text, footnoteIds };
      }
    }
  }

  /** The document's row of a booked row. */
  fieldsOf(row: BookedRow) {
    const same = this.filing.rows.filter((other) => other.table === row.table);
    const fields = this.table(row.line)[same.indexOf(row)];
    if (fields === undefined) throw bookkeeping(`${row.anchor} has no fields.`);
    return fields;
  }

  /** Sets period, date and the rest that depends on all rows; `period` for forms without trades. */
  dateWith(period?: Day): void {
    const days = this.filing.rows.flatMap((row) => (row.kind === "transaction" ? [row.day] : []));
    this.document.periodOfReport = isoOf(period ?? Math.min(this.filing.day, ...days));
  }
}

export function flagText(flag: boolean, words: boolean): string {
  if (words) return flag ? "true" : "false";
  return flag ? "1" : "0";
}

export function bookkeeping(message: string): LedgerError {
  return new LedgerError("sample-bookkeeping", message, {
    advice: "This is a fault of the sample generator; please report the seed and size.",
  });
}
