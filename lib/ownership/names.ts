import { type Parsed, parsed, problem } from "./parsed";

/** A filed name, ready to be searched. EDGAR conforms people as surname, given name, middle name (`POSEY BRUCE K`). */
export interface FiledName {
  /** As filed, with single spaces. */
  filed: string;
  /** Words without case, accents, apostrophes and dots, in filed order, each once: `posey`, `bruce`, `k`. */
  tokens: string[];
}

/**
 * The words of a filed name. Which of them is the surname is not guessed: owners are people and firms alike.
 * EDGAR's state mark (`BANK OF AMERICA CORP /DE/`) is no word of the name. Problem: `name-without-letters`.
 */
export function parseName(text: string): Parsed<FiledName> {
  const filed = text.replace(/\s+/g, " ").trim();
  const words = filed
    .replace(/\s\/[A-Z]{2,3}\/?$/i, "")
    .normalize("NFKD")
    .replace(/[\p{M}'’.]/gu, "")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  if (words === null) return problem("name-without-letters", `“${text}” has neither letters nor digits.`, text);
  return parsed({ filed, tokens: [...new Set(words)] });
}
