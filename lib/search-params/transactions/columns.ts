/** Columns of the screener's table; the first ones stand unless others are chosen. */
export const COLUMNS = [
  { name: "traded", label: "Traded" },
  { name: "issuer", label: "Issuer" },
  { name: "insider", label: "Insider" },
  { name: "role", label: "Role" },
  { name: "code", label: "Code" },
  { name: "security", label: "Security" },
  { name: "shares", label: "Shares" },
  { name: "price", label: "Price" },
  { name: "value", label: "Value" },
  { name: "delta", label: "ΔOwn" },
  { name: "after", label: "Balance after" },
  { name: "held", label: "Held" },
  { name: "plan", label: "10b5-1 plan" },
  { name: "filed", label: "Filed" },
  { name: "late", label: "Timeliness" },
  { name: "filingDate", label: "Filing date" },
  { name: "form", label: "Form" },
  { name: "table", label: "Table" },
  { name: "direction", label: "A or D" },
  { name: "class", label: "Class" },
  { name: "issuerName", label: "Issuer’s name" },
  { name: "flags", label: "Flags in words" },
] as const;

export type ColumnName = (typeof COLUMNS)[number]["name"];

export const DEFAULT_COLUMNS: readonly ColumnName[] = [
  "traded",
  "issuer",
  "insider",
  "role",
  "code",
  "shares",
  "price",
  "value",
  "delta",
  "plan",
  "filed",
];

/** What rows can be sorted by. `filed` is the time at which the public could know the filing. */
export const SORTS = ["filed", "traded", "value", "shares", "price", "delta"] as const;

export type SortName = (typeof SORTS)[number];
