import { proseDates } from "@/lib/analytics/footnotes/prose-dates";
import { readOnce } from "@/lib/analytics/footnotes/read-once";
import { sentencesOf } from "@/lib/analytics/footnotes/sentences";
import { COUNT, countOf } from "@/lib/analytics/footnotes/spelled-numbers";

export interface SplitMention {
  /** New shares for one old: 4 for a 4-for-1 split, 0.25 for a 1-for-4 reverse split; null: not said. */
  ratio: number | null;
  reverse: boolean;
  /** Whether the figures on the form take the split into account; null: not said. */
  reflected: boolean | null;
  /** The day that the sentence ties to the split, or null. */
  date: string | null;
  /** The sentence, exactly as filed. */
  words: string;
}

const SPLIT = /\bsplit\b/i;
// A clause of an award or a certificate that tells what would happen if there were a split.
const IF_ONE =
  /\b(?:subject\s+to|in\s+the\s+event\s+of|any|customary|appropriate|such\s+as|as\s+adjusted\s+for|adjusted\s+for)\b[^.;]{0,100}?\b(?:stock|share|unit)?\s*splits?\b|\bsplits\b|\bsplit\s+proposal\b/i;
const JOINT = "\\s*[-\u2010-\u2015 ]?\\s*(?:for|to|:)\\s*[-\u2010-\u2015 ]?\\s*";
const RATIO = new RegExp(
  `(?<![\\w.,])${COUNT}(?:\\s+\\(\\d{1,5}\\))?${JOINT}${COUNT}(?:\\s+\\(\\d{1,5}\\))?(?![\\d.,]*\\d)`,
  "i",
);

/** The split that a footnote reports as done (source: domain §6); conditional clauses (“adjusted for any stock splits”) are none. */
export const readSplitMention: (text: string) => SplitMention | null = readOnce((text) => {
  if (!SPLIT.test(text)) return null;
  let bare: SplitMention | null = null;
  for (const { start, end } of sentencesOf(text)) {
    const words = text.slice(start, Math.min(end, start + 2_000));
    if (!SPLIT.test(words)) continue;
    const ratio = ratioOf(words);
    if (ratio === null && IF_ONE.test(words)) continue;
    const reverse = /\breverse\b/i.test(words) || (ratio ?? 1) < 1;
    const mention = { ratio, reverse, reflected: isReflected(words), date: dayOf(words), words };
    if (ratio !== null) return mention;
    bare ??= mention;
  }
  return bare;
});

function isReflected(words: string): boolean | null {
  if (/\bnot\s+(?:been\s+)?(?:reflect|account|adjust|give\s+effect)/i.test(words)) return false;
  return /\b(?:reflect(?:s|ed)?|adjusted|post-split|giv(?:es|ing)\s+effect)\b/i.test(words) ? true : null;
}

/** The date behind “effected” or “effective”, else one soon after the split, else the one that opens the sentence (“On June 12, 2023, …”). */
function dayOf(words: string): string | null {
  const days = proseDates(words).filter((date) => date.precision === "day");
  const split = words.search(SPLIT);
  const before = (start: number) => words.slice(Math.max(0, start - 24), start);
  const effective = days.find((day) => /\beffect(?:ed|ive)\b[^.;]*$/i.test(before(day.start)));
  const near = days.find((day) => day.start > split && day.start - split < 90);
  const opening = days.find((day) => day.start < 30 && /^(?:on|effective)/i.test(words) && split - day.end < 140);
  return (effective ?? near ?? opening)?.date ?? null;
}

/** Near the word “split” only: conversion rates stand in the same notes. Of a reverse split the smaller number comes over the larger. */
function ratioOf(words: string): number | null {
  for (const split of words.matchAll(/\bsplit\b/gi)) {
    const before = RATIO.exec(words.slice(Math.max(0, split.index - 45), split.index));
    const match = before ?? RATIO.exec(words.slice(split.index, split.index + 45));
    const [a, b] = [countOf(match?.[1] ?? ""), countOf(match?.[2] ?? "")];
    if (a === null || b === null || a <= 0 || b <= 0 || a === b) continue;
    const reverse = /\breverse\b/i.test(words) || a < b;
    return reverse ? Math.min(a, b) / Math.max(a, b) : a / b;
  }
  return null;
}
