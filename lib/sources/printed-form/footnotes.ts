import type { Footnote, Warning } from "@/lib/ownership/document";
import { carriedMark, tidy, withoutMarks } from "./marks";

export interface PrintedLine {
  line: number;
  /** Blank lines are kept: they part paragraphs. */
  text: string;
}

export interface ReadFootnotes {
  footnotes: Footnote[];
  warnings: Warning[];
}

interface Item {
  /** The printed number; null for a bullet or a plain paragraph. */
  number: number | null;
  line: number;
  texts: string[];
}

const BULLET = /^\s*[-*•–·]\s+/;
const NUMBER =
  /^\s*(?:F\s?(\d{1,2})\s*[:.)-]|\((\d{1,2})\)[.:]?|\[\^?(\d{1,2})\]:?|(\d{1,2})\s*[.):](?=\s)|\uE000(\d{1,2})\uE001:?)\s*/;

/**
 * The footnotes under “Explanation of Responses”: numbered (`1.`, `(1)`, `F1:`, a superscript) or bulleted, where the
 * n-th bullet is F<n>, or else one a paragraph. Wrapped lines belong to the item above. Text before the first
 * number is never dropped silently: it is a warning.
 */
export function readFootnotes(lines: readonly PrintedLine[]): ReadFootnotes {
  const filled = lines.filter((line) => line.text.trim() !== "");
  const everyLine = filled.every((line) => NUMBER.test(line.text) || BULLET.test(line.text));
  const items: Item[] = [];
  const used = new Set<number>();
  let blank = true;
  for (const { line, text } of lines) {
    if (text.trim() === "") {
      blank = true;
      continue;
    }
    const started = startItem(text, line, { last: items.at(-1), used, blank, everyLine });
    if (started === null) items.at(-1)?.texts.push(text);
    else items.push(started);
    if (started !== null && started.number !== null) used.add(started.number);
    blank = false;
  }
  return name(items);
}

interface Above {
  last: Item | undefined;
  used: ReadonlySet<number>;
  blank: boolean;
  everyLine: boolean;
}

/** The item that a line begins, or null when it goes on with the one above. */
function startItem(text: string, line: number, above: Above): Item | null {
  const { last, used, blank, everyLine } = above;
  const body = text.replace(BULLET, "");
  const bulleted = body !== text;
  const match = NUMBER.exec(body);
  if (match !== null) {
    const number = Number(match.slice(1).find((group) => group !== undefined));
    const due = (last?.number ?? 0) + 1;
    const fresh = number > 0 && !used.has(number);
    // A wrapped line may begin with a figure (“12. …”); it starts a footnote only where one is due or may stand.
    if (fresh && (number === due || blank || everyLine || bulleted))
      return { number, line, texts: [body.slice(match[0].length)] };
  }
  if (bulleted) return { number: null, line, texts: [body] };
  return last === undefined || (blank && used.size === 0) ? { number: null, line, texts: [body] } : null;
}

function name(items: readonly Item[]): ReadFootnotes {
  const numbered = items.some((item) => item.number !== null);
  const result: ReadFootnotes = { footnotes: [], warnings: [] };
  for (const [i, item] of items.entries()) {
    const text = withoutMarks(item.texts.join(" "));
    if (numbered && item.number === null) {
      const message = `A text among the numbered explanations has no number: “${text.slice(0, 200)}”`;
      result.warnings.push({ code: "explanation-unnumbered", message, path: `line ${item.line}` });
    } else if (text !== "") {
      result.footnotes.push({ id: `F${item.number ?? i + 1}`, text: tidy(text) });
    }
  }
  return result;
}

/** A printed footnote number, for sources that show marks as markup. */
export function markOf(text: string): string {
  return [...text.matchAll(/\d{1,3}/g)].map(([number]) => carriedMark(number)).join("");
}
