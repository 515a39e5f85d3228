import { codeEntry } from "@/lib/ownership/codes";
import type { WatchedFiling, WatchedParty, WatchedRows } from "@/lib/services/watch/watch-view";
import { formatDateSpan } from "./dates";
import { formatMoney, formatPrice, formatShares } from "./numbers";
import { countOf, listOf } from "./words";

/** A party as a list names it: the ticker, else the name, else the CIK. */
export function partyShort({ symbol, name, cik }: Pick<WatchedParty, "symbol" | "name" | "cik">): string {
  return symbol ?? name ?? `CIK ${cik}`;
}

/** What a list is called: its parties, as far as a line holds them. */
export function watchTitle(parties: readonly Pick<WatchedParty, "symbol" | "name" | "cik">[]): string {
  const names = parties.map(partyShort);
  return names.length <= 4 ? listOf(names) : `${names.slice(0, 3).join(", ")} and ${names.length - 3} more`;
}

/** `sale (S), 10 Dec 2018: 2,000 Common Stock in 3 rows, at $75.54 to $77.20, $152,750.75; planned (10b5-1)`. As filed. */
export function watchedRowsWords(group: WatchedRows): string {
  const { code } = group;
  const what = code === null ? "no code" : `${codeEntry(code)?.label ?? "code"} (${code})`;
  return `${what}, ${watchedRowsFigures(group)}`;
}

/** The same without its code. */
export function watchedRowsFigures(group: WatchedRows): string {
  const { firstTrade, lastTrade, shares, securityTitle, rows, value } = group;
  const when = firstTrade === null || lastTrade === null ? "no date" : formatDateSpan(firstTrade, lastTrade);
  const count = shares === null ? "an unreported number of" : formatShares(shares);
  const many = rows.length > 1 ? ` in ${countOf(rows.length, "row")}` : "";
  const figures = [priceWords(group), value === null ? null : formatMoney(value)].filter((words) => words !== null);
  return `${when}: ${[`${count} ${securityTitle ?? "untitled"}${many}`, ...figures].join(", ")}${planWords(group)}`;
}

function priceWords({ table, lowPrice, highPrice }: WatchedRows): string | null {
  if (table === "II") return null;
  if (lowPrice === null || highPrice === null) return "price not reported";
  return lowPrice === highPrice
    ? `at ${formatPrice(lowPrice)}`
    : `at ${formatPrice(lowPrice)} to ${formatPrice(highPrice)}`;
}

/** Of purchases and sales alone: elsewhere the question seldom stands. */
function planWords({ code, planned }: WatchedRows): string {
  if (code !== "P" && code !== "S") return "";
  if (planned === null) return "; plan not reported";
  return planned ? "; planned (10b5-1)" : "; not planned";
}

/** What a filing reports, a line each. */
export function watchedFilingLines(filing: WatchedFiling): string[] {
  return [...filing.groups.map(watchedRowsWords), ...restWords(filing)];
}

/** What a filing reports besides transactions: holdings, or nothing at all. */
export function restWords({ groups, holdings }: Pick<WatchedFiling, "groups" | "holdings">): string[] {
  if (holdings > 0) return [`${countOf(holdings, "holding")} without a transaction`];
  return groups.length === 0 ? ["no rows"] : [];
}
