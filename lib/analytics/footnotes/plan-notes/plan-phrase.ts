import type { Span } from "@/lib/analytics/footnotes/sentences";

const DASH = "\\-\u2010-\u2015\u2212";
/**
 * Rule 10b5-1 in the spellings that filers use: `10b5-1`, `10B5-1(c)`, `10b51`, `10b-51`, `10b-5-1`, `10b 5-1`, `10(b)5-1`,
 * `10b5-l`, `105b-1`. Bare `10b-5` is another rule, and `10b5-2` a third.
 */
const PHRASE = new RegExp(
  `(?<![\\w.])(?:105b-?1(?!\\d)|10[ ${DASH}]?\\(?b\\)?[ ${DASH}]{0,2}5(?:\\s?[${DASH}]{1,2}\\s?|\\.)?(?:1(?!\\d)|[lI](?![A-Za-z\\d])))(?:\\(c\\)(?:\\(\\d\\))?)?`,
  "gi",
);

/** Where Rule 10b5-1 is named in a text, in order. Linear in the length of the text. */
export function planPhrases(text: string): Span[] {
  if (!text.includes("10")) return [];
  return [...text.matchAll(PHRASE)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}
