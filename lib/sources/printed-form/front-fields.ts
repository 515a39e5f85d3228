/** A piece of the form's front: a table row with its cells, or a line of text (one cell). */
export interface FrontPiece {
  line: number;
  cells: string[];
  isRow: boolean;
}

export type FrontCaption = "owner" | "issuer" | "period" | "original" | "relationship" | "other";

/** What the form prints under one caption; pieces stand on lines of their own. */
export interface FrontField {
  caption: FrontCaption;
  line: number;
  text: string;
}

const NUMBER = String.raw`(?:\d{1,2}[A-Za-z]?\.\s*)?`;
const PATTERNS: readonly [FrontCaption, string][] = [
  ["owner", String.raw`Names?\s+and\s+Address(?:es)?\s+of\s+Reporting\s+Persons?\s*\*?`],
  ["issuer", String.raw`Issuer\s+Name\s+and\s+Ticker\s+or\s+Trading\s+Symbol`],
  ["period", String.raw`Date\s+of\s+Earliest\s+Transaction(?:\s+Required\s+to\s+be\s+Reported)?`],
  ["period", String.raw`Date\s+of\s+Event\s+Requiring\s+Statement`],
  ["period", String.raw`Statement\s+for\s+Issuer['’]?s\s+Fiscal\s+Year\s+Ended`],
  ["period", String.raw`Statement\s+for\s+(?=\(?\s*Month)`],
  ["original", String.raw`If\s+Amendment,?\s+Date\s+of\s+Original(?:\s+Filed|\s+Filing)?`],
  ["relationship", String.raw`Relationship\s+of\s+Reporting\s+Person\s*\(?s?\)?\s+to\s+Issuer`],
  ["other", String.raw`Individual\s+or\s+Joint\s*\/\s*Group\s+(?:Filing|Reporting)`],
  ["other", String.raw`I\.?R\.?S\.?\s+(?:or\s+Social\s+Security\s+)?Identification`],
  ["other", String.raw`Check\s+this\s+box`],
  ["other", String.raw`Form\s+3\s+Holdings\s+Reported|Form\s+4\s+Transactions\s+Reported`],
];
const CAPTIONS = PATTERNS.map(([caption, source]) => ({
  caption,
  pattern: new RegExp(`${NUMBER}(?:${source})`, "gi"),
}));
const HINT = /\(?\s*(?:Month\s*\/\s*Day\s*\/\s*Year|Month\s*\/\s*Year|MM\s*\/\s*DD\s*\/\s*YYYY)\s*\)?/gi;

export interface FoundCaption {
  caption: FrontCaption;
  start: number;
  end: number;
}

/**
 * The captioned fields of the form's front, in their order. A value stands behind its caption in the same cell, in
 * the next cell, in the cells below, or on the lines below.
 */
export function readFrontFields(pieces: readonly FrontPiece[]): FrontField[] {
  const fields: FrontField[] = [];
  let last: FrontField | null = null;
  let above = new Map<number, FrontField>();
  for (const piece of pieces) {
    if (!piece.isRow) above = new Map();
    let left: FrontField | null = null;
    for (const [i, cell] of piece.cells.entries()) {
      const found = captionsIn(cell);
      const lead = cell.slice(0, found[0]?.start ?? cell.length);
      const awaiting = left !== null && left.text.trim() === "" ? left : null;
      append(awaiting ?? above.get(i) ?? nearestBelow(above, i) ?? last, lead);
      for (const [k, one] of found.entries()) {
        left = last = { caption: one.caption, line: piece.line, text: "" };
        append(left, cell.slice(one.end, found[k + 1]?.start ?? cell.length));
        fields.push(left);
        if (piece.isRow) above.set(i, left);
      }
    }
  }
  return fields;
}

/** The captions in a cell, in their order. */
export function captionsIn(cell: string): FoundCaption[] {
  const found = CAPTIONS.flatMap(({ caption, pattern }) =>
    [...cell.matchAll(pattern)].map((match) => ({
      caption,
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
  return found.sort((a, b) => a.start - b.start);
}

/** The captioned column nearest on the left: boxes and labels of one field spread over several cells. */
function nearestBelow(above: ReadonlyMap<number, FrontField>, column: number): FrontField | null {
  let nearest = -1;
  for (const i of above.keys()) if (i < column && i > nearest) nearest = i;
  return above.get(nearest) ?? null;
}

function append(field: FrontField | null, text: string): void {
  const rest = text.replace(HINT, " ").trim();
  if (field === null || rest === "") return;
  field.text = field.text === "" ? rest : `${field.text}\n${rest}`;
}
