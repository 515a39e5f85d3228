import { cutText } from "@/lib/format/cut-text";
import { isCalendarDate } from "@/lib/ownership/calendar-dates";
import type { SignalName } from "@/lib/paths";
import { AS_OF } from "./as-of";
import type { Given } from "./transactions/query";
import { readAmount } from "./transactions/read-query";

/** One parameter of a board. */
export interface SignalParam {
  name: string;
  label: string;
  kind: "choice" | "number" | "date" | "issuer";
  options?: readonly { value: string; label: string }[];
  /** What a choice is called where none is made; “any” without. */
  unchosen?: string;
  /** The stored results go no lower than this. */
  least?: number;
}

const FROM: SignalParam = { name: "from", label: "Since", kind: "date" };
const ISSUER: SignalParam = { name: "issuer", label: "Issuer: ticker or CIK", kind: "issuer" };

function choice(name: string, label: string, values: readonly string[]): SignalParam {
  return { name, label, kind: "choice", options: values.map((value) => ({ value, label: value })) };
}

/** The steps that the ledger board shows unless others are chosen. */
export const UNEXPLAINED = "unexplained";
/** What explains the others, in the order in which it is looked for; a test compares it with the measure's own. */
export const EXPLAINED = [
  "rounding",
  "split",
  "footnote",
  "change of form",
  "named otherwise",
  "filing order",
  "filed twice",
  "plan account",
  "note on the balance",
  "balance out of line",
  "amendment",
] as const;

/** The parameters of each board, as far as the stored results answer them. */
export const SIGNAL_PARAMS: Record<SignalName, readonly SignalParam[]> = {
  clusters: [
    {
      ...choice("side", "Side", []),
      options: [
        { value: "buy", label: "purchases" },
        { value: "sale", label: "sales" },
      ],
    },
    { name: "persons", label: "Persons, at least (3 or more)", kind: "number", least: 3 },
    { name: "value", label: "Dollars, at least ($100,000 or more)", kind: "number", least: 100_000 },
    FROM,
    ISSUER,
  ],
  "exercise-and-sell": [
    choice("outcome", "Outcome", ["sale", "stock-funded-hold", "cash-settlement", "cash-hold"]),
    choice("type", "Type", ["option-exercise", "vest", "exchange", "mixed"]),
    { name: "proceeds", label: "Sale proceeds, at least ($)", kind: "number" },
    FROM,
    ISSUER,
  ],
  plans: [
    choice("outcome", "Waiting period", [
      "shorter than the minimum",
      "can't be decided from Form 4 alone",
      "satisfied",
      "rule did not apply",
      "not assessed",
    ]),
    { name: "sales", label: "Sold under it, at least ($)", kind: "number" },
    FROM,
    ISSUER,
  ],
  late: [{ name: "days", label: "Business days late, at least", kind: "number" }, FROM, ISSUER],
  "short-swing": [{ name: "difference", label: "Difference, at least ($)", kind: "number" }, FROM, ISSUER],
  ledger: [
    {
      ...choice("explanation", "Explanation", ["any", ...EXPLAINED]),
      unchosen: UNEXPLAINED,
    },
    { name: "shares", label: "Shares, at least", kind: "number" },
    FROM,
    ISSUER,
  ],
};

/** A board's parameters as read: text for choices, dates and issuers, numbers for numbers. */
export type SignalQuery = Readonly<Record<string, string | number>>;

/** Reads a board's URL. What can't be read, or asks for more than is stored, is left out and told. */
export function readSignalQuery(board: SignalName, given: Given): { query: SignalQuery; unread: string[] } {
  const query: Record<string, string | number> = {};
  const unread: string[] = [];
  const params = SIGNAL_PARAMS[board];
  for (const [name, value] of Object.entries(given)) {
    const text = [value ?? []].flat()[0]?.trim() ?? "";
    if (text === "" || name === AS_OF) continue;
    const param = params.find((one) => one.name === name);
    const read = param === undefined ? null : readParam(param, text);
    if (read === null) unread.push(`${name}=${text}`);
    else query[name] = read;
  }
  return { query, unread };
}

function readParam(param: SignalParam, text: string): string | number | null {
  if (param.kind === "choice") return param.options?.some(({ value }) => value === text) ? text : null;
  if (param.kind === "date") return isCalendarDate(text) ? text : null;
  if (param.kind === "issuer") return cutText(text, 40);
  const number = readAmount(text);
  return number === null || number < (param.least ?? 0) ? null : number;
}
