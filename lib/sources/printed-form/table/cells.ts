import { dateFromPrint, isCalendarDate } from "@/lib/ownership/calendar-dates";
import { decimalFromPrint } from "@/lib/ownership/decimals";
import type { LeafName } from "@/lib/ownership/leaves";
import { readMarks } from "../marks";
import type { Part } from "./columns";

/** One field that a cell gives: its leaf, its value in XML's spelling, the footnotes on it, and what was odd about it. */
export interface ReadField {
  leaf: LeafName;
  value: string | null;
  footnoteIds: string[];
  /** What the text should have been (“a date”), when it isn't. The text is then kept as printed. */
  expected: string | null;
}

type Known = (id: string) => boolean;

const NAME_PARTS: ReadonlySet<Part> = new Set(["title", "underlying-title", "nature"]);

/**
 * The fields of one cell. An empty cell gives none. A text that doesn't fit its column is kept as printed and
 * `expected` says what belongs there.
 */
export function readCell(part: Part, cell: string, knows: Known): ReadField[] {
  const marked = readMarks(cell, NAME_PARTS.has(part), knows);
  const { value, footnoteIds } = marked;
  if (value === null && footnoteIds.length === 0) return [];
  const field = (leaf: LeafName, text: string | null, expected: string | null = null): ReadField[] => [
    { leaf, value: text, footnoteIds, expected },
  ];
  switch (part) {
    case "title":
      return field("securityTitle", value);
    case "underlying-title":
      return field("underlyingSecurityTitle", value);
    case "nature":
      return field("natureOfOwnership", value);
    case "date":
      return dateField("transactionDate", value, footnoteIds);
    case "deemed":
      return dateField("deemedExecutionDate", value, footnoteIds);
    case "exercisable":
      return dateField("exerciseDate", value, footnoteIds);
    case "expiration":
      return dateField("expirationDate", value, footnoteIds);
    case "strike":
      return numberField("conversionOrExercisePrice", value, footnoteIds);
    case "price":
      return numberField("transactionPricePerShare", value, footnoteIds);
    case "amount":
    case "acquired":
    case "disposed":
      return numberField(isMoney(value) ? "transactionTotalValue" : "transactionShares", value, footnoteIds);
    case "underlying-amount":
      return numberField(isMoney(value) ? "underlyingSecurityValue" : "underlyingSecurityShares", value, footnoteIds);
    case "owned":
      return numberField(
        isMoney(value) ? "valueOwnedFollowingTransaction" : "sharesOwnedFollowingTransaction",
        value,
        footnoteIds,
      );
    case "direction":
      return letterField("transactionAcquiredDisposedCode", value, footnoteIds, /^\(?(A|D)(?:cquired|isposed)?\)?$/i);
    case "form":
      return letterField("directOrIndirectOwnership", value, footnoteIds, /^\(?(D|I)(?:irect|ndirect)?\)?$/i);
    case "early":
      return earlyField(value, footnoteIds);
    case "code":
      return codeFields(value, footnoteIds);
    case "amount-direction":
    case "amount-direction-price":
      return amountFields(cell, knows, part === "amount-direction-price");
    case "dates-merged":
      return mergedDates(cell, knows);
    case "underlying-merged":
      return mergedUnderlying(cell, knows);
  }
}

function dateField(leaf: LeafName, value: string | null, footnoteIds: string[]): ReadField[] {
  if (value === null) return [{ leaf, value, footnoteIds, expected: null }];
  const date = isCalendarDate(value) ? value : dateFromPrint(value);
  return [{ leaf, value: date ?? value, footnoteIds, expected: date === null ? "a date" : null }];
}

function numberField(leaf: LeafName, value: string | null, footnoteIds: string[]): ReadField[] {
  if (value === null) return [{ leaf, value, footnoteIds, expected: null }];
  const number = decimalFromPrint(value);
  return [{ leaf, value: number ?? value, footnoteIds, expected: number === null ? "a number" : null }];
}

function letterField(leaf: LeafName, value: string | null, footnoteIds: string[], pattern: RegExp): ReadField[] {
  const letter = value === null ? null : (pattern.exec(value)?.[1]?.toUpperCase() ?? null);
  const expected = value !== null && letter === null ? letterNames(leaf) : null;
  return [{ leaf, value: letter ?? value, footnoteIds, expected }];
}

function letterNames(leaf: LeafName): string {
  return leaf === "directOrIndirectOwnership" ? "D or I" : "A or D";
}

/** The V column: the mark stands for XML's timeliness `E` (reported earlier than required). */
function earlyField(value: string | null, footnoteIds: string[]): ReadField[] {
  const known = value === null || /^[VEL]$/i.test(value);
  const letter = value === null ? null : value.toUpperCase().replace(/^V$/, "E");
  return [
    {
      leaf: "transactionTimeliness",
      value: known ? letter : value,
      footnoteIds,
      expected: known ? null : "the mark V",
    },
  ];
}

/**
 * The code column, which may also print an equity swap (`S/K`), the form on which the row was due (`P4`),
 * that form alone for a holding (`3`), and the mark V when its own column is missing.
 */
function codeFields(value: string | null, footnoteIds: string[]): ReadField[] {
  const plain = (leaf: LeafName, text: string): ReadField => ({ leaf, value: text, footnoteIds: [], expected: null });
  if (value === null) return [{ leaf: "transactionCode", value, footnoteIds, expected: null }];
  const match = /^([A-Z])?(\s?\/\s?K)?\s?([345])?(\s[VEL])?$/i.exec(value);
  if (match === null) return [{ leaf: "transactionCode", value, footnoteIds, expected: "a transaction code" }];
  const [, code, swap, form, early] = match;
  const fields: ReadField[] = [];
  if (code !== undefined || footnoteIds.length > 0)
    fields.push({ leaf: "transactionCode", value: code?.toUpperCase() ?? null, footnoteIds, expected: null });
  if (swap !== undefined) fields.push(plain("equitySwapInvolved", "1"));
  if (form !== undefined) fields.push(plain("transactionFormType", form));
  if (early !== undefined) fields.push(...earlyField(early.trim(), []));
  return fields;
}

/** `2,000 D` or `2,000 (A) $37.28 (2)` in one cell; the marks behind each piece are that piece's. */
function amountFields(cell: string, knows: Known, withPrice: boolean): ReadField[] {
  const pattern = withPrice
    ? /^(.*?)(\(?\b[AD]\b\)?[^$\d]*?(?:\(\d[^)]*\)\s*)*)(\$?\s*[\d.].*)?$/
    : /^(.*?)(\(?\b[AD]\b\)?.*)$/;
  const match = pattern.exec(cell);
  if (match === null) {
    const { value, footnoteIds } = readMarks(cell, false, knows);
    return [{ leaf: "transactionShares", value, footnoteIds, expected: "an amount with (A) or (D)" }];
  }
  return [
    ...readCell("amount", match[1] ?? "", knows),
    ...readCell("direction", match[2] ?? "", knows),
    ...readCell("price", match[3] ?? "", knows),
  ];
}

const PRINTED_DATE = String.raw`\d{1,2}\/\d{1,2}\/\d{4}|\d{4}-\d{2}-\d{2}`;
const TWO_DATES = new RegExp(
  String.raw`^(.*?(?:${PRINTED_DATE})[^\d]*?(?:\(\d[^)]*\)\s*)*)\s*((?:${PRINTED_DATE}).*)$`,
);

/** Exercisable and expiration date in one cell. One date alone is the expiration; two marks alone are one each. */
function mergedDates(cell: string, knows: Known): ReadField[] {
  const two = TWO_DATES.exec(cell);
  if (two !== null)
    return [...readCell("exercisable", two[1] ?? "", knows), ...readCell("expiration", two[2] ?? "", knows)];
  const one = new RegExp(`^(.*?)((?:${PRINTED_DATE}).*)$`).exec(cell);
  if (one !== null)
    return [...readCell("exercisable", one[1] ?? "", knows), ...readCell("expiration", one[2] ?? "", knows)];
  const { value, footnoteIds } = readMarks(cell, false, knows);
  if (value !== null) return [{ leaf: "expirationDate", value, footnoteIds, expected: "two dates" }];
  const [first = "", ...rest] = footnoteIds;
  const field = (leaf: LeafName, ids: string[]): ReadField => ({ leaf, value: null, footnoteIds: ids, expected: null });
  return [field("exerciseDate", [first]), field("expirationDate", rest.length > 0 ? rest : [first])];
}

/** `Common Stock 2,000`: the figure at the end is the amount. */
function mergedUnderlying(cell: string, knows: Known): ReadField[] {
  const match = /^(.*\S)\s+(\$?[\d,]*\.?\d+(?![)\d]).*)$/.exec(cell);
  if (match === null) return readCell("underlying-title", cell, knows);
  return [
    ...readCell("underlying-title", match[1] ?? "", knows),
    ...readCell("underlying-amount", match[2] ?? "", knows),
  ];
}

function isMoney(value: string | null): boolean {
  return value?.startsWith("$") ?? false;
}
