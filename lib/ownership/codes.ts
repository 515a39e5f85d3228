/**
 * The ONE table of transaction codes: General Instruction 8 to Form 4, and the class this product puts each in.
 * `V` is no code but a mark (reported earlier than required), so it is not here.
 */
export const TRANSACTION_CLASSES = [
  "buy",
  "sale",
  "award",
  "to-issuer",
  "tax",
  "plan-fund",
  "exercise",
  "conversion",
  "expiration",
  "gift",
  "small",
  "inheritance",
  "voting-trust",
  "other",
  "swap",
  "tender",
] as const;

export type TransactionClass = (typeof TRANSACTION_CLASSES)[number];

export type TransactionCode =
  | "P"
  | "S"
  | "A"
  | "D"
  | "F"
  | "I"
  | "M"
  | "C"
  | "X"
  | "O"
  | "E"
  | "H"
  | "G"
  | "L"
  | "W"
  | "Z"
  | "J"
  | "K"
  | "U";

export interface CodeEntry {
  code: TransactionCode;
  class: TransactionClass;
  /** Two or three words for a chip or a column. */
  label: string;
  /** What the code means, in a sentence. */
  meaning: string;
  /** The SEC rule behind the code, where one is named. */
  rule: string | null;
}

/**
 * Every transaction code of Forms 3, 4 and 5 (source: the SEC's general instructions), once: classes, chips, filters
 * and checks read this table.
 */
export const CODES: readonly CodeEntry[] = [
  { code: "P", class: "buy", label: "purchase", meaning: "Open-market or private purchase.", rule: null },
  { code: "S", class: "sale", label: "sale", meaning: "Open-market or private sale.", rule: null },
  {
    code: "A",
    class: "award",
    label: "grant or award",
    meaning: "Grant or award from the issuer.",
    rule: "Rule 16b-3(d)",
  },
  {
    code: "D",
    class: "to-issuer",
    label: "returned to issuer",
    meaning: "Disposition back to the issuer.",
    rule: "Rule 16b-3(e)",
  },
  {
    code: "F",
    class: "tax",
    label: "withheld for tax",
    meaning: "Shares withheld or delivered to pay tax or an exercise price.",
    rule: "Rule 16b-3(e)",
  },
  {
    code: "I",
    class: "plan-fund",
    label: "plan fund",
    meaning: "Discretionary transaction in an employee plan fund.",
    rule: "Rule 16b-3(f)",
  },
  {
    code: "M",
    class: "exercise",
    label: "exercise",
    meaning: "Exercise or conversion of a derivative, exempt under Rule 16b-3.",
    rule: "Rule 16b-3",
  },
  { code: "C", class: "conversion", label: "conversion", meaning: "Conversion of a derivative.", rule: null },
  { code: "X", class: "exercise", label: "exercise in the money", meaning: "Exercise in or at the money.", rule: null },
  {
    code: "O",
    class: "exercise",
    label: "exercise out of the money",
    meaning: "Exercise out of the money.",
    rule: null,
  },
  {
    code: "E",
    class: "expiration",
    label: "expired (short)",
    meaning: "Expiration of a short derivative position.",
    rule: null,
  },
  {
    code: "H",
    class: "expiration",
    label: "expired (long)",
    meaning: "Expiration or cancellation of a long derivative position, value received.",
    rule: null,
  },
  { code: "G", class: "gift", label: "gift", meaning: "Bona fide gift.", rule: null },
  { code: "L", class: "small", label: "small acquisition", meaning: "Small acquisition.", rule: "Rule 16a-6" },
  {
    code: "W",
    class: "inheritance",
    label: "inheritance",
    meaning: "Acquired or disposed of by will or the laws of descent.",
    rule: null,
  },
  {
    code: "Z",
    class: "voting-trust",
    label: "voting trust",
    meaning: "Deposit into or withdrawal from a voting trust.",
    rule: null,
  },
  { code: "J", class: "other", label: "other", meaning: "Other, explained in a footnote.", rule: null },
  { code: "K", class: "swap", label: "equity swap", meaning: "Equity swap or similar instrument.", rule: null },
  { code: "U", class: "tender", label: "tender", meaning: "Tender of shares in a change of control.", rule: null },
];

const BY_CODE: ReadonlyMap<string, CodeEntry> = new Map(CODES.map((entry) => [entry.code, entry]));

/** The entry of a code as filed, or null for a code that is not in the SEC's list (it is kept and shown raw). */
export function codeEntry(code: string | null): CodeEntry | null {
  return code === null ? null : (BY_CODE.get(code) ?? null);
}

/**
 * Whether code and direction contradict each other (domain §1): P with D and S with A in either table;
 * in Table I also F with A, A with D, D with A and M with D.
 */
export function isContradictory(code: string | null, direction: "A" | "D" | null, table: "I" | "II"): boolean {
  if (code === null || direction === null) return false;
  if (code === "P") return direction === "D";
  if (code === "S") return direction === "A";
  if (table === "II") return false;
  return direction === "A" ? code === "F" || code === "D" : code === "A" || code === "M";
}

/**
 * The class a row is counted in: an equity swap is a swap whatever its code; an unknown code has none.
 */
export function classOf(code: string | null, equitySwapInvolved: boolean | null): TransactionClass | null {
  if (equitySwapInvolved === true) return "swap";
  return codeEntry(code)?.class ?? null;
}
