import { type PlanDate, readPlanDates } from "@/lib/analytics/footnotes/plan-notes/adoption-dates";
import { type PlanMention, readPlanMention } from "@/lib/analytics/footnotes/plan-notes/plan-mention";
import type { NamedRows, PlanScope } from "@/lib/analytics/footnotes/plan-notes/plan-scope";
import { readOnce } from "@/lib/analytics/footnotes/read-once";
import type { FiledRow, FilingFacts } from "@/lib/analytics/rows/filed-row";

/** A footnote, or the remarks (`footnoteId` null), that names Rule 10b5-1. */
export interface PlanNote {
  footnoteId: string | null;
  mention: PlanMention;
  adoptionDates: readonly PlanDate[];
  modifiedDates: readonly PlanDate[];
}

/** The notes of a filing that name the rule, footnotes in filed order, then the remarks. */
export function planNotesOf(filing: FilingFacts): PlanNote[] {
  const notes: PlanNote[] = [];
  for (const [id, text] of filing.footnotes) addNote(notes, id, text);
  if (filing.remarks !== null) addNote(notes, null, filing.remarks);
  return notes;
}

function addNote(into: PlanNote[], footnoteId: string | null, text: string): void {
  const reading = readNote(text);
  if (reading !== null) into.push({ footnoteId, ...reading });
}

type Reading = Omit<PlanNote, "footnoteId">;

const readNote = readOnce((text): Reading | null => {
  const mention = readPlanMention(text);
  return mention === null ? null : { mention, ...readPlanDates(text) };
});

/** Codes that the words of a note name (domain §4, “Where a note counts”). */
const CODES_NAMED: Readonly<Record<Exclude<NamedRows, "all">, readonly string[]>> = {
  transactions: ["P", "S", "M", "X", "G"],
  sales: ["S"],
  purchases: ["P"],
  exercises: ["M", "X", "O"],
  conversions: ["C"],
  gifts: ["G"],
};

/** The notes of a filing by the transaction rows that they cover: those that they hang on, and those that their words name. */
export class CoveringNotes {
  readonly #notes: readonly PlanNote[];
  readonly #byId = new Map<string, PlanNote>();
  readonly #places = new Map<PlanNote, number>();
  readonly #hanging = new Map<PlanNote, FiledRow[]>();
  readonly #covers: readonly (readonly Cover[])[];
  readonly #naming = new Map<string, readonly PlanNote[]>();

  constructor(rows: readonly FiledRow[], notes: readonly PlanNote[]) {
    this.#notes = notes;
    for (const [place, note] of notes.entries()) {
      this.#places.set(note, place);
      if (note.footnoteId !== null) this.#byId.set(note.footnoteId, note);
    }
    for (const row of rows) {
      for (const note of this.hangingOn(row)) {
        const own = this.#hanging.get(note);
        if (own === undefined) this.#hanging.set(note, [row]);
        else own.push(row);
      }
    }
    this.#covers = notes.map((note) =>
      note.mention.scope.flatMap((scope) => coverOf(scope, note, this.rowsUnder(note)) ?? []),
    );
  }

  /** Rows that a note hangs on. */
  rowsUnder(note: PlanNote): readonly FiledRow[] {
    return this.#hanging.get(note) ?? NO_ROWS;
  }

  /** Notes that hang on a row, in filed order. */
  hangingOn(row: FiledRow): PlanNote[] {
    const found = row.noteIds.flatMap((id) => this.#byId.get(id) ?? []);
    return found.length < 2 ? found : found.sort((a, b) => this.#placeOf(a) - this.#placeOf(b));
  }

  /**
   * Notes whose words name a row, in filed order, those that hang on it among them: one list for all rows of a code and day.
   */
  naming({ code, tradeDate }: FiledRow): readonly PlanNote[] {
    const key = `${code} ${tradeDate}`;
    let naming = this.#naming.get(key);
    if (naming === undefined) {
      naming = this.#notes.filter((_, i) => this.#covers[i]?.some((cover) => isCovered(cover, code, tradeDate)));
      this.#naming.set(key, naming);
    }
    return naming;
  }

  #placeOf(note: PlanNote): number {
    return this.#places.get(note) ?? 0;
  }
}

const NO_ROWS: readonly FiledRow[] = [];

/** The rows that words name: of these codes (null: any), on these days (null: any). */
interface Cover {
  codes: readonly string[] | null;
  days: ReadonlySet<string | null> | null;
}

function isCovered({ codes, days }: Cover, code: string | null, day: string | null): boolean {
  if (codes !== null && (code === null || !codes.includes(code))) return false;
  return days === null || days.has(day);
}

/** “the sales” are those of the day that the note hangs on; of the whole form where it says “sales reported in this Form”, and in a remark. */
function coverOf(scope: PlanScope, note: PlanNote, hanging: readonly FiledRow[]): Cover | null {
  if (scope.rows === "all") return { codes: null, days: null };
  const codes = CODES_NAMED[scope.rows];
  const ofKind = (row: FiledRow) => row.code !== null && codes.includes(row.code);
  if (scope.pointing && (scope.rows === "transactions" ? hanging.length > 0 : hanging.some(ofKind))) return null;
  if (hanging.length === 0 || scope.rows === "transactions" || namesWholeForm(note)) return { codes, days: null };
  return { codes, days: new Set(hanging.map((row) => row.tradeDate)) };
}

function namesWholeForm(note: PlanNote): boolean {
  return /\b(?:sales|purchases|exercises|conversions|gifts)\s+(?:\w+\s+)?(?:reported|reflected|disclosed|listed|set\s+forth)?\s*(?:(?:in|on)\s+this\s+form|herein|hereby)/i.test(
    note.mention.words,
  );
}
