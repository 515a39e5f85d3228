import { LedgerError } from "@/lib/errors";
import { cutText } from "@/lib/format/cut-text";
import { AS_OF, readAsOf } from "@/lib/search-params/as-of";

/**
 * The day that a request asks for; null: now.
 * @throws LedgerError `bad-request` for anything but a calendar date: a program must not take today's numbers for another day's
 */
export function asOfOfRequest(request: Request): string | null {
  const { asOf, unread } = readAsOf(new URL(request.url).searchParams.get(AS_OF));
  if (unread === null) return asOf;
  throw new LedgerError("bad-request", `“${cutText(unread, 40)}” is no day of the calendar.`, {
    advice: `Write it as in ${AS_OF}=2018-12-31.`,
  });
}
