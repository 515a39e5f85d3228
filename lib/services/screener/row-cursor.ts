import type { SortName } from "@/lib/search-params/transactions/columns";
import type { SampleRow } from "@/lib/store/transactions/stored-rows";
import type { RowCursor } from "@/lib/store/transactions/walk-sql";

/** The stored column of each way to sort. */
export const SORT_COLUMNS = {
  filed: "knownAt",
  traded: "tradeDate",
  value: "value",
  shares: "shares",
  price: "price",
  delta: "deltaOwn",
} as const satisfies Record<SortName, keyof SampleRow>;

/** A row's place in the order, as a word for the URL. */
export function writeCursor({ value, filingId, position }: RowCursor): string {
  return Buffer.from(JSON.stringify([value, filingId, position])).toString("base64url");
}

/** Null when the word is not one that this order wrote. */
export function readCursor(word: string, sort: SortName): RowCursor | null {
  try {
    const place: unknown = JSON.parse(Buffer.from(word, "base64url").toString("utf8"));
    if (!Array.isArray(place) || place.length !== 3) return null;
    const [value, filingId, position]: unknown[] = place;
    const type = sort === "filed" || sort === "traded" ? "string" : "number";
    if (value !== null && typeof value !== type) return null;
    if (typeof filingId !== "string" || !Number.isInteger(position)) return null;
    return { value: value as string | number | null, filingId, position: Number(position) };
  } catch {
    return null;
  }
}
