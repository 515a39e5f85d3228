import type { PlanDate } from "@/lib/analytics/footnotes/plan-notes/adoption-dates";
import { saysSaleForTax } from "@/lib/analytics/footnotes/tax-sale";
import { type FiledRow, type FilingFacts, footnoteIdsOfRow } from "@/lib/analytics/rows/filed-row";
import { notesByRow, type PlanNote, planNotesOf, type RowNotes } from "./plan-notes";

export type PlanBasis = "row footnote" | "remarks" | "filing checkbox";

/** Why a row's plan status is unknown. */
export type PlanUnknown =
  | "not asked"
  | "box says nothing of this code"
  | "box explained by other rows"
  | "sale for tax"
  | "notes contradict each other";

/** A date with the footnote it stands in; null: in the remarks. */
export interface NotedDate extends PlanDate {
  footnoteId: string | null;
}

/** Whether a transaction was made under a Rule 10b5-1 plan, with the evidence. */
export interface PlanStatus {
  /** null = unknown; `reason` says why. */
  planned: boolean | null;
  basis: PlanBasis | null;
  /** The deciding words exactly as filed; null when the box decides or nothing does. */
  words: string | null;
  /** Footnote of the words; null for the remarks and the box. */
  footnoteId: string | null;
  /** Several = several plans. Empty for a row that is not planned. */
  adoptionDates: readonly NotedDate[];
  modifiedDates: readonly NotedDate[];
  reason: PlanUnknown | null;
  /** The filing's checked box is explained by the notes of some rows. */
  explained: boolean;
}

/** What a filing as a whole says of Rule 10b5-1. */
export interface FilingPlanStatus {
  /** `not asked`: the form has no box (before 1 April 2023), or leaves it out. */
  box: "checked" | "unchecked" | "not asked";
  /** The checked box is explained by notes. */
  explained: boolean;
  /** The box is checked though no row is a purchase or sale: shown at filing level only. */
  checkedWithoutTrade: boolean;
  /** By row anchor, every transaction row. */
  rows: ReadonlyMap<string, PlanStatus>;
}

const CACHE = new WeakMap<FilingFacts, FilingPlanStatus>();

/** Plan status of every transaction row by its anchor (domain §4); read once a filing. */
export function planStatus(filing: FilingFacts): ReadonlyMap<string, PlanStatus> {
  return filingPlanStatus(filing).rows;
}

/** Plan status of a filing and its transaction rows; read once a filing. */
export function filingPlanStatus(filing: FilingFacts): FilingPlanStatus {
  const cached = CACHE.get(filing);
  if (cached !== undefined) return cached;
  const status = readFiling(filing);
  CACHE.set(filing, status);
  return status;
}

function readFiling(filing: FilingFacts): FilingPlanStatus {
  const transactions = filing.rows.filter((row) => row.kind === "transaction");
  const notes = planNotesOf(filing);
  if (notes.length === 0) return withoutNotes(filing, transactions);
  const byRow = notesByRow(transactions, notes);
  const spoken = new Map(transactions.map((row) => [row, noteVerdict(byRow.get(row))]));
  const explained = filing.aff10b5One === true && [...spoken.values()].some((verdict) => verdict?.planned === true);
  const loose = datesOf(notes.filter((note) => isLoose(note, byRow)));
  const rows = new Map<string, PlanStatus>();
  for (const row of transactions) {
    const verdict = spoken.get(row) ?? BOX_ALONE[boxAnswer(row, explained)];
    const dated = verdict.planned === true && verdict.adoptionDates.length === 0 ? { ...verdict, ...loose } : verdict;
    rows.set(row.anchor, { ...dated, explained });
  }
  return {
    box: filing.aff10b5One === null ? "not asked" : filing.aff10b5One ? "checked" : "unchecked",
    explained,
    checkedWithoutTrade: filing.aff10b5One === true && !transactions.some(isTrade),
    rows,
  };
}

/** No note names the rule: the box alone speaks. */
function withoutNotes(filing: FilingFacts, transactions: readonly FiledRow[]): FilingPlanStatus {
  const rows = new Map<string, PlanStatus>();
  for (const row of transactions) rows.set(row.anchor, BOX_ALONE[boxAnswer(row, false)]);
  return {
    box: filing.aff10b5One === null ? "not asked" : filing.aff10b5One ? "checked" : "unchecked",
    explained: false,
    checkedWithoutTrade: filing.aff10b5One === true && !transactions.some(isTrade),
    rows,
  };
}

type Verdict = Omit<PlanStatus, "explained">;

const SILENT: Verdict = {
  planned: null,
  basis: null,
  words: null,
  footnoteId: null,
  adoptionDates: [],
  modifiedDates: [],
  reason: null,
};

/** What the notes say of a row: those on it first, then those that name it, then the remarks. null: nothing. */
function noteVerdict(notes: RowNotes | undefined): Verdict | null {
  if (notes === undefined) return null;
  const footnotes = notes.named.filter((note) => note.footnoteId !== null);
  const remarks = notes.named.filter((note) => note.footnoteId === null);
  const verdict = verdictOf(notes.hanging) ?? verdictOf(footnotes) ?? verdictOf(remarks);
  if (verdict?.planned !== true || verdict.adoptionDates.length > 0) return verdict;
  // The row's own note says “a plan”; a note that names the row says which.
  return { ...verdict, ...datesOf(notes.named.filter((note) => note.mention.stance === "planned")) };
}

function verdictOf(notes: readonly PlanNote[]): Verdict | null {
  const speaking = notes.filter((note) => note.mention.stance !== "neither");
  const denying = speaking.filter((note) => note.mention.stance !== "planned");
  const saying = speaking.filter((note) => note.mention.stance !== "not planned");
  const deciding = denying[0] ?? saying[0];
  if (deciding === undefined) return null;
  const evidence = {
    words: deciding.mention.words,
    footnoteId: deciding.footnoteId,
    basis: deciding.footnoteId === null ? ("remarks" as const) : ("row footnote" as const),
  };
  if (denying.length > 0 && saying.length > 0) return { ...SILENT, ...evidence, reason: "notes contradict each other" };
  if (denying.length > 0) return { ...SILENT, ...evidence, planned: false };
  return { ...SILENT, ...evidence, planned: true, ...datesOf(saying) };
}

type BoxAnswer = "planned" | "not planned" | Exclude<PlanUnknown, "notes contradict each other">;

function boxAnswer(row: FiledRow, explained: boolean): BoxAnswer {
  const box = row.filing.aff10b5One;
  if (box === null) return "not asked";
  if (!isTrade(row)) return "box says nothing of this code";
  if (!box) return "not planned";
  if (explained) return "box explained by other rows";
  return isSaleForTax(row) ? "sale for tax" : "planned";
}

/** What each answer of the box makes of a row: made once, as most rows have no other evidence. */
const BOX_ALONE: Readonly<Record<BoxAnswer, PlanStatus>> = {
  planned: { ...SILENT, planned: true, basis: "filing checkbox", explained: false },
  "not planned": { ...SILENT, planned: false, basis: "filing checkbox", explained: false },
  "not asked": { ...SILENT, reason: "not asked", explained: false },
  "box says nothing of this code": { ...SILENT, reason: "box says nothing of this code", explained: false },
  "box explained by other rows": { ...SILENT, reason: "box explained by other rows", explained: false },
  "sale for tax": { ...SILENT, reason: "sale for tax", explained: false },
};

function isTrade(row: FiledRow): boolean {
  return row.code === "P" || row.code === "S";
}

function isSaleForTax(row: FiledRow): boolean {
  return row.code === "S" && footnoteIdsOfRow(row).some((id) => saysSaleForTax(row.filing.footnotes.get(id) ?? ""));
}

/** A note that covers no row and only dates the plan (“The plan was adopted on …”, in the remarks): its dates serve planned rows without one. */
function isLoose(note: PlanNote, byRow: ReadonlyMap<FiledRow, RowNotes>): boolean {
  if (note.mention.stance !== "planned" || note.mention.scope.length > 0) return false;
  return ![...byRow.values()].some((notes) => notes.hanging.includes(note));
}

function datesOf(notes: readonly PlanNote[]): Pick<PlanStatus, "adoptionDates" | "modifiedDates"> {
  return {
    adoptionDates: notedDates(notes, (note) => note.adoptionDates),
    modifiedDates: notedDates(notes, (note) => note.modifiedDates),
  };
}

/** Each date once: two notes on a row may name one plan. */
function notedDates(notes: readonly PlanNote[], pick: (note: PlanNote) => readonly PlanDate[]): NotedDate[] {
  const byDate = new Map<string, NotedDate>();
  for (const note of notes) {
    for (const date of pick(note)) {
      if (!byDate.has(date.date)) byDate.set(date.date, { ...date, footnoteId: note.footnoteId });
    }
  }
  return [...byDate.values()];
}
