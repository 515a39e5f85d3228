const PAR_VALUE =
  /[,(]?\s*(?:with\s+(?:a\s+)?)?(?:no\s+par\s+value|(?:par\s+value\s+(?:of\s+)?)?(?:us)?\$\s*\d*\.?\d+(?:\s+par\s+value)?|par\s+value\s+(?:us\$|\$)?\s*\d*\.?\d+)(?:\s+per\s+(?:share|unit))?\s*\)?/g;

/**
 * A security title as a key for comparing filings: letter case, spacing, quotes and a par value aside, the words as filed.
 * `Common Stock, $0.01 par value` and `COMMON STOCK` are one class; `Class A Common Stock` is another.
 */
export function classKey(title: string | null): string {
  if (title === null) return "";
  const words = plainWords(title);
  const withoutPar = words.includes("par") ? words.replace(PAR_VALUE, " ") : words;
  return withoutPar
    .replace(/\b(share|unit|option|warrant|right|note|interest)s\b/g, "$1")
    .replace(/[\s,.;:*()"']+/g, " ")
    .trim();
}

/** Text for comparing: lower case, straight quotes, single spaces. */
export function plainWords(text: string | null): string {
  if (text === null) return "";
  return text.toLowerCase().replace(/[“”]/g, '"').replace(/[‘’]/g, "'").replace(/\s+/g, " ").trim();
}
