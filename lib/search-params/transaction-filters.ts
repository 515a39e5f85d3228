import { CODES, TRANSACTION_CLASSES } from "@/lib/ownership/codes";

/** A stored column that rows can be filtered by. */
export type FilterColumn =
  | "acquiredDisposed"
  | "code"
  | "contradictory"
  | "countedAs"
  | "deltaOwn"
  | "directOrIndirect"
  | "documentType"
  | "filingDate"
  | "flag"
  | "knownAt"
  | "lateness"
  | "planned"
  | "price"
  | "shares"
  | "supersededAt"
  | "supersededBy"
  | "tableNumber"
  | "tradeDate"
  | "transactionClass"
  | "value";

/** A condition on rows as plain data; the store turns it into SQL with bound parameters. */
export type Where =
  | { column: FilterColumn; in: readonly (string | number | boolean | null)[] }
  | { column: FilterColumn; isKnown: boolean }
  | { column: FilterColumn; from: string | number | null; to: string | number | null }
  /** An owner of the filing states one of these roles (bits of `roles`). */
  | { roles: number }
  /** An officer title of one of the filing's owners holds one of these words, case aside. */
  | { titleHas: readonly string[] }
  /** Not replaced by an amendment known by this instant; replaced by one. */
  | { inForceAt: string }
  | { replacedBy: string }
  /** What the filing's owners had done at this issuer before the trade, by filings known by an instant (null: ever). */
  | { history: "first-purchase" | "after-sales"; knownBy: string | null }
  | { all: readonly Where[] }
  | { any: readonly Where[] };

/** One answer of a choice: how it is written in the URL, what it is called, and which rows it means. */
export interface FilterOption {
  value: string;
  label: string;
  where: Where | null;
}

export interface ChoiceFilter {
  name: string;
  label: string;
  options: readonly FilterOption[];
  /** One answer only, with this one where none is given. */
  single?: string;
  /** Shown with the number of rows that each answer has. */
  isFacet: boolean;
}

export interface RangeFilter {
  name: string;
  label: string;
  column: FilterColumn;
  kind: "date" | "amount";
  /** Units of the URL in one unit of the column: a change is written in per cent and stored as a part of 1. */
  divisor: number;
  unit: string;
}

const equal =
  (column: FilterColumn) =>
  (value: string, label: string, stored: string | number | boolean | null = value): FilterOption => ({
    value,
    label,
    where: { column, in: [stored] },
  });

const form = equal("documentType");
const late = equal("lateness");
const plan = equal("planned");
const table = equal("tableNumber");
const held = equal("directOrIndirect");
const direction = equal("acquiredDisposed");

const FLAGGED: Where = {
  any: [
    { column: "flag", isKnown: true },
    { column: "contradictory", in: [true] },
  ],
};
const NOT_FLAGGED: Where = {
  all: [
    { column: "flag", isKnown: false },
    { column: "contradictory", in: [false] },
  ],
};

/** The choices of the screener, in the order of its form. This table is the one place that says what each means. */
export const CHOICES = [
  {
    name: "code",
    label: "Code",
    isFacet: true,
    options: CODES.map(({ code, label }) => equal("code")(code, label)),
  },
  {
    name: "class",
    label: "Class",
    isFacet: false,
    options: TRANSACTION_CLASSES.map((name) => equal("transactionClass")(name, name)),
  },
  {
    name: "plan",
    label: "10b5-1 plan",
    isFacet: true,
    options: [plan("yes", "planned", true), plan("no", "not planned", false), plan("unknown", "not reported", null)],
  },
  {
    name: "role",
    label: "Role",
    isFacet: true,
    options: [
      { value: "director", label: "director", where: { roles: 1 } },
      { value: "officer", label: "officer", where: { roles: 2 } },
      { value: "ten-percent", label: "10% owner", where: { roles: 4 } },
      { value: "other", label: "other", where: { roles: 8 } },
      { value: "ceo", label: "title names CEO", where: { titleHas: ["ceo", "chief executive"] } },
      { value: "cfo", label: "title names CFO", where: { titleHas: ["cfo", "chief financial"] } },
    ],
  },
  {
    name: "before",
    label: "Purchases by what came before",
    isFacet: false,
    options: [
      {
        value: "nothing-bought",
        label: "first purchase at this issuer in this ledger",
        where: { history: "first-purchase", knownBy: null },
      },
      {
        value: "year-of-sales",
        label: "sold and bought nothing in the year before",
        where: { history: "after-sales", knownBy: null },
      },
    ],
  },
  {
    name: "direction",
    label: "Acquired or disposed",
    isFacet: true,
    options: [direction("A", "acquired"), direction("D", "disposed"), direction("none", "not reported", null)],
  },
  {
    name: "table",
    label: "Table",
    isFacet: true,
    options: [table("1", "I, securities", 1), table("2", "II, derivatives", 2)],
  },
  {
    name: "held",
    label: "Held",
    isFacet: true,
    options: [held("D", "directly"), held("I", "indirectly"), held("none", "not reported", null)],
  },
  {
    name: "form",
    label: "Form",
    isFacet: true,
    options: ["4", "4/A", "5", "5/A", "3", "3/A"].map((type) => form(type, type)),
  },
  {
    name: "late",
    label: "Filed",
    isFacet: true,
    options: [
      late("no", "on time", "on time"),
      late("yes", "late", "late"),
      late("deemed", "late unless deemed", "late unless deemed"),
      late("unassessed", "not assessed", "not assessed"),
    ],
  },
  {
    name: "flagged",
    label: "Flagged",
    isFacet: false,
    options: [
      { value: "yes", label: "flagged", where: FLAGGED },
      { value: "no", label: "not flagged", where: NOT_FLAGGED },
    ],
  },
  {
    name: "superseded",
    label: "Amended rows",
    isFacet: false,
    single: "no",
    options: [
      { value: "no", label: "in force only", where: { column: "supersededBy", isKnown: false } },
      { value: "only", label: "replaced only", where: { column: "supersededBy", isKnown: true } },
      { value: "with", label: "both", where: null },
    ],
  },
  {
    name: "joint",
    label: "Joint reports",
    isFacet: false,
    single: "once",
    options: [
      { value: "once", label: "each event once", where: { column: "countedAs", isKnown: false } },
      { value: "all", label: "each report", where: null },
    ],
  },
] as const satisfies readonly ChoiceFilter[];

export type ChoiceName = (typeof CHOICES)[number]["name"];

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
