import { tidy } from "@/lib/sources/printed-form/marks";
import { columnOfCaption } from "@/lib/sources/printed-form/table/columns";
import { plainText } from "./markup";
import type { Unit } from "./units";

export interface Sections {
  front: Unit[];
  tableI: Unit[] | null;
  tableII: Unit[] | null;
  /** Explanations, remarks, signatures. */
  tail: Unit[];
}

type Section = keyof Sections;

const TABLE_II = /^\W*Table\s+(?:II|2)\b(?=.*Derivative|\W*$)/i;
const TABLE_I = /^\W*Table\s+(?:I|1)\b(?=.*(?:Securities|Derivative)|\W*$)/i;
const TAIL = /^\W*(?:Explanations?\s+of\s+Responses?\b|Remarks\s*:|Footnotes?\s*:|\*{0,2}\s*Signature of Reporting)/i;
const SIGNED = /^\W*\/s\//i;
const NONE_OWNED = /^\W*No securities are beneficially owned\W*$/i;

/** Parts the form at its titles; where a table has none, at its first caption. */
export function partSections(units: readonly Unit[]): Sections {
  const sections: Sections = { front: [], tableI: null, tableII: null, tail: [] };
  let current: Section = "front";
  for (const unit of units) {
    const { next, isTitle } = sectionAt(unit, current);
    if (next !== current && next !== "tail" && next !== "front") sections[next] ??= [];
    current = next;
    if (!isTitle) sections[current]?.push(unit);
  }
  return sections;
}

function sectionAt(unit: Unit, current: Section): { next: Section; isTitle: boolean } {
  if (current === "tail") return { next: "tail", isTitle: false };
  const text = unitText(unit);
  if (TABLE_II.test(text)) return { next: "tableII", isTitle: !hasCaptions(unit) };
  if (TABLE_I.test(text)) return { next: "tableI", isTitle: !hasCaptions(unit) };
  if (TAIL.test(text) || NONE_OWNED.test(text) || (SIGNED.test(text) && current !== "front"))
    return { next: "tail", isTitle: false };
  const captions = (unit.cells ?? []).map((cell) => plainText(cell));
  if (current !== "tableII" && captions.some((cell) => /title of derivative security/i.test(cell)))
    return { next: "tableII", isTitle: false };
  if (current === "front" && captions.some((cell) => columnOfCaption(cell) === "title"))
    return { next: "tableI", isTitle: false };
  return { next: current, isTitle: false };
}

function hasCaptions(unit: Unit): boolean {
  return (unit.cells ?? []).some((cell) => /title of (?:derivative )?security/i.test(cell));
}

/** A unit's plain text in one line; a Markdown heading's sign is left out. */
export function unitText(unit: Unit): string {
  const raw = unit.cells === null ? unit.raw.replace(/^\s*#{1,6}\s+/, "") : unit.cells.join(" ");
  return tidy(plainText(raw));
}

/** Whether a line says that no securities are owned (Form 3). */
export function saysNoneOwned(text: string): boolean {
  return NONE_OWNED.test(text);
}
