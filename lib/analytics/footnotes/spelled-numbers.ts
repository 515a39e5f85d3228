const ONES =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(
    " ",
  );
const TENS: Readonly<Record<string, number>> = { thirty: 30, forty: 40, fifty: 50, hundred: 100 };

/** A pattern for a count in digits (`2,306`, `0.0492`) or spelled out up to twenty, and tens to a hundred. One group. */
export const COUNT = `(\\d{1,3}(?:,\\d{3}){1,4}(?:\\.\\d{1,6})?|\\d{1,12}(?:\\.\\d{1,6})?|\\.\\d{1,6}|${[...ONES.slice(1), ...Object.keys(TENS)].reverse().join("|")})`;

/** The number that a count stands for; null when it is none. */
export function countOf(text: string): number | null {
  const word = text.toLowerCase();
  const spelled = ONES.indexOf(word);
  if (spelled >= 0) return spelled;
  if (TENS[word] !== undefined) return TENS[word];
  const digits = word.replaceAll(",", "");
  return /^(?:\d+(?:\.\d+)?|\.\d+)$/.test(digits) ? Number(digits) : null;
}
