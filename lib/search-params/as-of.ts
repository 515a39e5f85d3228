import { isCalendarDate } from "@/lib/ownership/calendar-dates";

/** `?asof=YYYY-MM-DD`: the ledger as the public knew it at the end of that day in New York. */
export const AS_OF = "asof";

export interface AsOfParam {
  /** Null: now. */
  asOf: string | null;
  /** What the address says where it is no calendar date; the page then shows now, and says so. */
  unread: string | null;
}

/** The day that an address asks for. Of several, the first counts. */
export function readAsOf(text: string | readonly string[] | null | undefined): AsOfParam {
  const given = [text ?? []].flat()[0]?.trim() ?? "";
  if (given === "") return { asOf: null, unread: null };
  return isCalendarDate(given) ? { asOf: given, unread: null } : { asOf: null, unread: given };
}

/** A path of ours at the same day: with the parameter, before any anchor; unchanged for now. */
export function withAsOf<Path extends string>(path: Path, asOf: string | null): Path {
  if (asOf === null) return path;
  const [address = "", anchor] = path.split("#");
  const dated = `${address}${address.includes("?") ? "&" : "?"}${AS_OF}=${asOf}`;
  return (anchor === undefined ? dated : `${dated}#${anchor}`) as Path;
}
