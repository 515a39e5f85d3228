import { type Parsed, parsed, problem } from "./parsed";

/** A filed flag. EDGAR writes `0`, `1`, `true` and `false`; absence is the caller's null, never false. */
export function parseFlag(text: string): Parsed<boolean> {
  const word = text.trim().toLowerCase();
  if (word === "1" || word === "true") return parsed(true);
  if (word === "0" || word === "false") return parsed(false);
  return problem("flag-malformed", `“${text}” is neither 0, 1, true nor false.`, text);
}

/** The flag of a text that may be absent: null when it is absent or cannot be read. */
export function flagOrNull(text: string | null): boolean | null {
  return text === null ? null : parseFlag(text).value;
}
