import { type PlanDate, readPlanDates } from "@/lib/analytics/footnotes/plan-notes/adoption-dates";
import { type PlanMention, readPlanMention } from "@/lib/analytics/footnotes/plan-notes/plan-mention";
import type { NamedRows, PlanScope } from "@/lib/analytics/footnotes/plan-notes/plan-scope";
import { readOnce } from "@/lib/analytics/footnotes/read-once";
import { type FiledRow, type FilingFacts, footnoteIdsOfRow } from "@/lib/analytics/rows/filed-row";

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

/** The notes on each transaction row: those that hang on it, and those whose words name it. */
export interface RowNotes {
  hanging: PlanNote[];
  named: PlanNote[];
}

export function notesByRow(rows: readonly FiledRow[], notes: readonly PlanNote[]): Map<FiledRow, RowNotes> {
  const ids = new Map(rows.map((row) => [row, new Set(footnoteIdsOfRow(row))]));
  const byRow = new Map<FiledRow, RowNotes>(rows.map((row) => [row, { hanging: [], named: [] }]));
  for (const note of notes) {
    const hanging = rows.filter((row) => note.footnoteId !== null && ids.get(row)?.has(note.footnoteId));
    for (const row of hanging) byRow.get(row)?.hanging.push(note);
    const named = new Set(note.mention.scope.flatMap((scope) => rowsNamed(scope, note, rows, hanging)));
    const on = new Set(hanging);
    for (const row of named) if (!on.has(row)) byRow.get(row)?.named.push(note);
  }
  return byRow;
}

/** “the sales” are those of the day that the note hangs on; of the whole form where it says “sales reported in this Form”, and in a remark. */
function rowsNamed(
  scope: PlanScope,
  note: PlanNote,
  rows: readonly FiledRow[],
  hanging: readonly FiledRow[],
): readonly FiledRow[] {
  if (scope.rows === "all") return rows;
  const codes = CODES_NAMED[scope.rows];
  const ofKind = (row: FiledRow) => row.code !== null && codes.includes(row.code);
  if (scope.pointing && (scope.rows === "transactions" ? hanging.length > 0 : hanging.some(ofKind))) return [];
  if (hanging.length === 0 || scope.rows === "transactions" || namesWholeForm(note)) return rows.filter(ofKind);
  const days = new Set(hanging.map((row) => row.tradeDate));
  return rows.filter((row) => ofKind(row) && days.has(row.tradeDate));
}

function namesWholeForm(note: PlanNote): boolean {
  return /\b(?:sales|purchases|exercises|conversions|gifts)\s+(?:\w+\s+)?(?:reported|reflected|disclosed|listed|set\s+forth)?\s*(?:(?:in|on)\s+this\s+form|herein|hereby)/i.test(
    note.mention.words,
  );
}
