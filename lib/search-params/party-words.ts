import { cutText } from "@/lib/format/cut-text";
import { AS_OF, readAsOf } from "./as-of";
import type { Given } from "./transactions/query";

/** Words of a parameter that names parties: separated by commas, each once (case aside), in the order given. */
export function partyWords(given: Given[string]): string[] {
  const words = [given ?? []].flat().flatMap((text) => text.split(",").map((word) => cutText(word.trim(), 40)));
  const seen = new Set<string>();
  return words.filter((word) => word !== "" && !seen.has(word.toUpperCase()) && seen.add(word.toUpperCase()));
}

/** What of an address is left out: names that the page doesn't know, and a day that is none. */
export function unreadParams(given: Given, known: readonly string[]): { asOf: string | null; unread: string[] } {
  const day = readAsOf(given[AS_OF]);
  const others = Object.entries(given)
    .filter(([name, value]) => name !== AS_OF && !known.includes(name) && [value ?? ""].flat().join("").trim() !== "")
    .map(([name, value]) => `${cutText(name, 60)}=${cutText([value ?? ""].flat().join(","), 60)}`);
  return {
    asOf: day.asOf,
    unread: [...(day.unread === null ? [] : [`${AS_OF}=${cutText(day.unread, 20)}`]), ...others],
  };
}
