import type { PlanDate } from "@/lib/analytics/footnotes/plan-notes/adoption-dates";
import type { FiledRow, FilingFacts } from "@/lib/analytics/rows/filed-row";
import { isSaleForTax } from "@/lib/analytics/rows/sale-for-tax";
import { CoveringNotes, type PlanNote, planNotesOf } from "./plan-notes";

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

/** Plan status of every transaction row by its anchor (domain §4); read once a filing. */
export function planStatus(filing: FilingFacts): ReadonlyMap<string, PlanStatus> {
  return filingPlanStatus(filing).rows;
}

const STATUS = new WeakMap<FilingFacts, FilingPlanStatus>();

/** Plan status of a filing and its transaction rows; read once a filing. */
export function filingPlanStatus(filing: FilingFacts): FilingPlanStatus {
  const known = STATUS.get(filing);
  if (known !== undefined) return known;
  const transactions = filing.rows.filter((row) => row.kind === "transaction");
  const spoken = spokenIn(filing);
  const status: FilingPlanStatus = {
    box: filing.aff10b5One === null ? "not asked" : filing.aff10b5One ? "checked" : "unchecked",
    explained: spoken?.explained ?? false,
    checkedWithoutTrade: filing.aff10b5One === true && !transactions.some(isTrade),
    rows: spoken?.rows ?? new Map(transactions.map((row) => [row.anchor, BOX_ALONE[boxAnswer(row, false)]])),
  };
  STATUS.set(filing, status);
  return status;
}

/** Plan status of a transaction row. Where no note of its filing names the rule, the box alone speaks. */
export function statusOfTransaction(row: FiledRow): PlanStatus | null {
  const spoken = spokenIn(row.filing);
  return spoken === null ? BOX_ALONE[boxAnswer(row, false)] : (spoken.rows.get(row.anchor) ?? null);
}

type Spoken = Pick<FilingPlanStatus, "explained" | "rows">;

const SPOKEN = new WeakMap<FilingFacts, { of: Spoken | null }>();
const SILENCE = { of: null };

/** What the notes of a filing make of its rows; null where none names the rule. */
function spokenIn(filing: FilingFacts): Spoken | null {
  let spoken = SPOKEN.get(filing);
  if (spoken === undefined) {
    const notes = planNotesOf(filing);
    spoken = notes.length === 0 ? SILENCE : { of: readNotes(filing, notes) };
    SPOKEN.set(filing, spoken);
  }
  return spoken.of;
}

function readNotes(filing: FilingFacts, notes: readonly PlanNote[]): Spoken {
  const transactions = filing.rows.filter((row) => row.kind === "transaction");
  const covering = new CoveringNotes(transactions, notes);
  const naming = new NamingVerdicts();
  const spoken = transactions.map((row) => noteVerdict(row, covering, naming));
  const explained = filing.aff10b5One === true && spoken.some((verdict) => verdict?.planned === true);
  const loose = datesOf(notes.filter((note) => isLoose(note, covering)));
  const rows = new Map<string, PlanStatus>();
  for (const [i, row] of transactions.entries()) {
    const verdict = spoken[i] ?? BOX_ALONE[boxAnswer(row, explained)];
    const dated = verdict.planned === true && verdict.adoptionDates.length === 0 ? { ...verdict, ...loose } : verdict;
    rows.set(row.anchor, { ...dated, explained });
  }
  return { explained, rows };
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
function noteVerdict(row: FiledRow, covering: CoveringNotes, naming: NamingVerdicts): Verdict | null {
  const hanging = covering.hangingOn(row);
  const own = verdictOf(hanging);
  // Where the notes on the row say nothing, it makes no difference that they may name it too.
  const verdict = own ?? naming.verdict(covering.naming(row));
  if (verdict?.planned !== true || verdict.adoptionDates.length > 0) return verdict;
  // The row's own note says “a plan”; another note that names the row says which.
  const named = covering.naming(row);
  const isModified = own !== null && hanging.some((note) => note.modifiedDates.length > 0);
  const dates = isModified ? plannedDates(named.filter((note) => !hanging.includes(note))) : naming.dates(named);
  return { ...verdict, ...dates };
}

/** What lists of notes say of the rows that they name: many rows of a filing share one. */
class NamingVerdicts {
  readonly #verdicts = new Map<readonly PlanNote[], Verdict | null>();
  readonly #dates = new Map<readonly PlanNote[], PlanDates>();

  /** Footnotes before the remarks. */
  verdict(notes: readonly PlanNote[]): Verdict | null {
    if (notes.length === 0) return null;
    let verdict = this.#verdicts.get(notes);
    if (verdict === undefined) {
      const footnotes = notes.filter((note) => note.footnoteId !== null);
      verdict = verdictOf(footnotes) ?? verdictOf(notes.filter((note) => note.footnoteId === null));
      this.#verdicts.set(notes, verdict);
    }
    return verdict;
  }

  dates(notes: readonly PlanNote[]): PlanDates {
    let dates = this.#dates.get(notes);
    if (dates === undefined) {
      dates = plannedDates(notes);
      this.#dates.set(notes, dates);
    }
    return dates;
  }
}

type PlanDates = Pick<PlanStatus, "adoptionDates" | "modifiedDates">;

function plannedDates(notes: readonly PlanNote[]): PlanDates {
  return datesOf(notes.filter((note) => note.mention.stance === "planned"));
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

/** A note that covers no row and only dates the plan (“The plan was adopted on …”, in the remarks): its dates serve planned rows without one. */
function isLoose(note: PlanNote, covering: CoveringNotes): boolean {
  if (note.mention.stance !== "planned" || note.mention.scope.length > 0) return false;
  return covering.rowsUnder(note).length === 0;
}

function datesOf(notes: readonly PlanNote[]): PlanDates {
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
