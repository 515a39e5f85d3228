import { LedgerError } from "@/lib/errors";

/**
 * An answer that is not what its address promises: a page of words instead of data, or a text that ends too soon.
 * EDGAR sends such answers with status 200 when it is overloaded, so the client asks again.
 */
export function wrongContent(what: string, why: string, line?: number): LedgerError {
  return new LedgerError("edgar-wrong-content", `${what} ${why}.`, {
    ...(line === undefined ? {} : { place: { line } }),
    advice: "EDGAR sends such answers when it is overloaded. Run the command again: what was fetched is kept.",
  });
}

/** Parses JSON of EDGAR. @throws LedgerError `edgar-wrong-content` */
export function parseEdgarJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw wrongContent(what, `is no whole JSON: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}
