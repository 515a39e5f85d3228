/** A stretch of a text: `text.slice(start, end)`. */
export interface Span {
  start: number;
  end: number;
}

// A full stop after one of these ends no sentence; nor does one after a single letter ("L.P.", "J. Smith").
const ABBREVIATIONS = new Set(
  "mr mrs ms dr jr sr inc corp co cos ltd llc no nos vs approx dtd sec st etc jan feb mar apr jun jul aug sep sept oct nov dec".split(
    " ",
  ),
);
const STOP = /[.!?](?=["”)\]]?(?:\s|$))|\n(?=[ \t\r]{0,20}\n)/g;

/**
 * The sentences of a note, in order, trimmed. Abbreviations, initials and decimals don't end one; a blank line does.
 * Linear in the length of the text.
 */
export function sentencesOf(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(STOP)) {
    if (match[0] === "." && !endsSentence(text, match.index)) continue;
    let end = match.index + 1;
    if (/["”)\]]/.test(text[end] ?? "")) end += 1;
    pushTrimmed(spans, text, start, end);
    start = end;
  }
  pushTrimmed(spans, text, start, text.length);
  return spans;
}

function endsSentence(text: string, stop: number): boolean {
  const word = /[A-Za-z]+$/.exec(text.slice(Math.max(0, stop - 12), stop))?.[0] ?? "";
  const next = /^\s*(\S)/.exec(text.slice(stop + 1, stop + 40))?.[1] ?? "";
  if (/[a-z,;]/.test(next)) return false;
  if (word.length === 1 && word !== "I") return false;
  return !ABBREVIATIONS.has(word.toLowerCase()) || next === "";
}

function pushTrimmed(into: Span[], text: string, from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text.charAt(start))) start += 1;
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
  if (end > start) into.push({ start, end });
}
