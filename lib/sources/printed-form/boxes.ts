/** Tick boxes in print, brought to two signs. Sources replace their own spellings (`<input>`) by these. */
export const TICKED = "☒";
export const UNTICKED = "☐";

const SPELLINGS: readonly [RegExp, string][] = [
  [/[☑✓✔✗✘🗹🗷]/gu, TICKED],
  [/[\u25A1\u2610\u25FB\u2B1C]/gu, UNTICKED],
  [/[[(|_]\s*[xX✓]\s*[\])|_]/g, TICKED],
  [/\[[\s_]*\]|\(\s*\)|(?<!_)_{1,3}(?=\s*(?:Director|10%|Officer|Other|Check))/g, UNTICKED],
  // EDGAR's rendition prints a bare X before the words that it ticks.
  [/(?<![\w'’.&-])[xX](?=\s+(?:Director|10\s?%|Officer|Other|Check this|Form \d|Form filed))/g, TICKED],
];

/** The text with every spelling of a tick box as {@link TICKED} or {@link UNTICKED}. */
export function normaliseBoxes(text: string): string {
  return SPELLINGS.reduce((result, [pattern, sign]) => result.replace(pattern, ` ${sign} `), text);
}

/**
 * The box that stands right before a sentence: `1`, `0`, or null when the print shows none.
 * `sentence` must match from its first word on.
 */
export function boxBefore(text: string, sentence: RegExp): "0" | "1" | null {
  const normal = normaliseBoxes(text);
  const match = new RegExp(`([${TICKED}${UNTICKED}])\\s*(?:${sentence.source})`, "i").exec(normal);
  if (match === null) return null;
  return match[1] === TICKED ? "1" : "0";
}
