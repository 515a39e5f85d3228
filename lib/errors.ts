/**
 * The one error class of the product: what went wrong, where, and what to do about it.
 * Translated at the edge (command line, HTTP); never carries a stack to a user.
 */
export interface ErrorPlace {
  file?: string;
  line?: number;
  column?: number;
  field?: string;
}

export class LedgerError extends Error {
  /** Stable, kebab-case. */
  readonly code: string;
  /** The code again, under the name by which Next hands a server error's identity to the error page. */
  readonly digest: string;
  readonly place: ErrorPlace;
  /** What the user can do. */
  readonly advice: string | null;

  constructor(code: string, message: string, options: { place?: ErrorPlace; advice?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "LedgerError";
    this.code = code;
    this.digest = code;
    this.place = options.place ?? {};
    this.advice = options.advice ?? null;
  }
}

/** An error as plain data, for output lines and the failed list. */
export interface ErrorRecord {
  code: string;
  message: string;
  line: number | null;
  column: number | null;
  advice: string | null;
}

/** Any thrown thing as a record; what is not ours keeps its message under the code `unexpected`. */
export function errorRecord(error: unknown): ErrorRecord {
  if (error instanceof LedgerError) {
    const { line = null, column = null } = error.place;
    return { code: error.code, message: error.message, line, column, advice: error.advice };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { code: "unexpected", message, line: null, column: null, advice: null };
}
