/** Why a filed text could not be read as the value that the form asks for. */
export interface Problem {
  /** Stable, kebab-case: `decimal-malformed`, `date-not-in-calendar`, … */
  code: string;
  message: string;
  /** The text as filed. */
  text: string;
}

/** A typed value, or the problem that stands in its way. Never NaN, never a silent null. */
export type Parsed<T> = { value: T; problem: null } | { value: null; problem: Problem };

/** A value that could be read. */
export function parsed<T>(value: T): Parsed<T> {
  return { value, problem: null };
}

/** What kept a text from being read: `code` in kebab case, `text` as filed. */
export function problem<T>(code: string, message: string, text: string): Parsed<T> {
  return { value: null, problem: { code, message, text } };
}
