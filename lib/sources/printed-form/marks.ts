/** Footnote marks that a source shows as such (superscript, `<sup>`, `[^1]`) are carried through text between these. */
const OPEN = "\uE000";
const CLOSE = "\uE001";

const CARRIED = /\uE000(\d{1,3})\uE001/g;
const NUMBERS = String.raw`\(\s*\d{1,3}(?:\s*[,;]\s*\d{1,3})*\s*\)`;
const PLAIN_AT_END = new RegExp(String.raw`\s*${NUMBERS}\s*$`);
const PLAIN_ANYWHERE = new RegExp(NUMBERS, "g");

/** A footnote number as it travels inside a cell's text. */
export function carriedMark(number: string): string {
  return `${OPEN}${number}${CLOSE}`;
}

/** Whether a text carries a mark that its source shows as one (raised, a reference). */
export function hasCarriedMark(text: string): boolean {
  return text.includes(OPEN);
}

/** A text without carried marks, its spaces tidied. */
export function withoutMarks(text: string): string {
  return tidy(text.replace(CARRIED, " "));
}

export function tidy(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

export interface MarkedText {
  /** The text without its marks, or null when nothing is left. */
  value: string | null;
  /** `F1`, `F2`, … in the order of the marks, each once. */
  footnoteIds: string[];
}

/**
 * Parts a cell into its text and the footnotes on it. A plain `(5)` counts as a mark where a name can't hold one:
 * anywhere in a cell of figures, dates or codes. In a name it must stand at the end and `knows` must know the footnote.
 */
export function readMarks(cell: string, isName: boolean, knows: (id: string) => boolean): MarkedText {
  const ids: string[] = [];
  const note = (text: string) => {
    for (const [number] of text.matchAll(/\d+/g)) {
      const id = `F${Number(number)}`;
      if (!ids.includes(id)) ids.push(id);
    }
    return " ";
  };
  const plain: string[] = [];
  let rest = tidy(
    cell.replace(CARRIED, (_, number: string) => {
      note(number);
      return " ";
    }),
  );
  if (isName) {
    for (let match = PLAIN_AT_END.exec(rest); match !== null; match = PLAIN_AT_END.exec(rest)) {
      if (!numbersIn(match[0]).every((id) => knows(id))) break;
      plain.unshift(match[0]);
      rest = rest.slice(0, match.index);
    }
  } else {
    rest = rest.replace(PLAIN_ANYWHERE, (text) => {
      plain.push(text);
      return " ";
    });
  }
  plain.forEach(note);
  rest = tidy(rest);
  // What parts several marks from one another goes with them.
  if (ids.length > 0) rest = rest.replace(/^[\s,;]+|[\s,;]+$/g, "");
  return { value: rest === "" ? null : rest, footnoteIds: ids };
}

function numbersIn(text: string): string[] {
  return [...text.matchAll(/\d+/g)].map(([number]) => `F${Number(number)}`);
}
