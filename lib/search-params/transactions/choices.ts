import { CODES, TRANSACTION_CLASSES } from "@/lib/ownership/codes";
import type { ChoiceFilter, FilterColumn, FilterOption, Where } from "./filter";

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
