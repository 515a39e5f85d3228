import { isCalendarDate } from "@/lib/ownership/calendar-dates";

const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

/** A quarter names a few hundred days a million times; looking one up is thirty times as fast as reading it. */
const READ_DATES = new Map<string, string | null>();
const MAX_READ_DATES = 20_000;

/** `DD-MON-YYYY` as `YYYY-MM-DD`; a date already in that form stays; null when the text is no day of the calendar. */
export function dateFromDataset(text: string): string | null {
  const known = READ_DATES.get(text);
  if (known !== undefined) return known;
  const date = readDate(text);
  if (READ_DATES.size >= MAX_READ_DATES) READ_DATES.clear();
  READ_DATES.set(text, date);
  return date;
}

function readDate(text: string): string | null {
  if (isCalendarDate(text)) return text;
  const match = /^(\d{1,2})-([A-Za-z]{3})-(\d{4})$/.exec(text);
  const month = MONTHS.indexOf(match?.[2]?.toUpperCase() ?? "") + 1;
  if (match === null || month === 0) return null;
  const date = `${match[3]}-${String(month).padStart(2, "0")}-${(match[1] ?? "").padStart(2, "0")}`;
  return isCalendarDate(date) ? date : null;
}

/** The ids in a `_FN` column: `F1, F2` as the SEC writes it, any mixture of commas and blanks besides. */
export function footnoteIdsFromDataset(text: string): string[] {
  return text.split(/[\s,;]+/).filter((id) => id !== "");
}

const RELATIONSHIPS = {
  isDirector: "DIRECTOR",
  isOfficer: "OFFICER",
  isTenPercentOwner: "TENPERCENTOWNER",
  isOther: "OTHER",
} as const;

export type RelationshipFlags = Record<keyof typeof RELATIONSHIPS, "0" | "1" | null>;

/**
 * RPTOWNER_RELATIONSHIP (`Director,Officer`) as the form's four boxes: it lists those that are ticked, so the others
 * are `0`. An empty text says nothing of any. `unknown` holds words that name no box.
 */
export function relationshipFlags(text: string | null): { flags: RelationshipFlags; unknown: string[] } {
  const flags: RelationshipFlags = { isDirector: null, isOfficer: null, isTenPercentOwner: null, isOther: null };
  if (text === null) return { flags, unknown: [] };
  const parts = text.split(/[,;/|]/).filter((part) => part.trim() !== "");
  const words = parts.map((part) =>
    part
      .toUpperCase()
      .replace(/10\s*%/, "TENPERCENT")
      .replace(/[^A-Z]/g, ""),
  );
  for (const name of Object.keys(RELATIONSHIPS) as (keyof typeof RELATIONSHIPS)[]) {
    flags[name] = words.includes(RELATIONSHIPS[name]) ? "1" : "0";
  }
  const boxes: string[] = Object.values(RELATIONSHIPS);
  return { flags, unknown: parts.filter((_, i) => !boxes.includes(words[i] ?? "")).map((part) => part.trim()) };
}
