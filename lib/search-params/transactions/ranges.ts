import type { RangeFilter } from "./filter";

/** Ranges, each open at either end: `tradedFrom`, `tradedTo`; `valueMin`, `valueMax`. */
export const RANGES = [
  { name: "traded", label: "Traded", column: "tradeDate", kind: "date", divisor: 1, unit: "" },
  { name: "filed", label: "Filed", column: "filingDate", kind: "date", divisor: 1, unit: "" },
  { name: "value", label: "Value", column: "value", kind: "amount", divisor: 1, unit: "$" },
  { name: "shares", label: "Shares", column: "shares", kind: "amount", divisor: 1, unit: "" },
  { name: "price", label: "Price", column: "price", kind: "amount", divisor: 1, unit: "$" },
  { name: "delta", label: "ΔOwn", column: "deltaOwn", kind: "amount", divisor: 100, unit: "%" },
] as const satisfies readonly RangeFilter[];

export type RangeName = (typeof RANGES)[number]["name"];

/** The two parameters of a range. */
export function rangeParams({ name, kind }: Pick<RangeFilter, "name" | "kind">): [from: string, to: string] {
  return kind === "date" ? [`${name}From`, `${name}To`] : [`${name}Min`, `${name}Max`];
}
