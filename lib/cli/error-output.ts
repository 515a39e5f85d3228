import { errorRecord, LedgerError } from "@/lib/errors";

/** One error on standard error: what, where, what to do. */
export function reportError(error: unknown): void {
  process.stderr.write(`insider: ${describeError(error)}\n`);
}

export function describeError(error: unknown): string {
  const record = errorRecord(error);
  const place = error instanceof LedgerError ? error.place.file : undefined;
  return describeFailure(place ?? null, record);
}

export interface FailureLines {
  code: string;
  message: string;
  line: number | null;
  column: number | null;
  advice: string | null;
}

/** `file:line:column: message [code]` and, on a line of its own, the advice. */
export function describeFailure(file: string | null, failure: FailureLines): string {
  const position = [failure.line, failure.column].filter((part) => part !== null).join(":");
  const place = [file, position].filter(Boolean).join(":");
  const advice = failure.advice === null ? "" : `\n  → ${failure.advice}`;
  return `${place === "" ? "" : `${place}: `}${failure.message} [${failure.code}]${advice}`;
}
