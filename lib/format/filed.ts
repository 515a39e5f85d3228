import { dateFromPrint, parseDate } from "@/lib/ownership/calendar-dates";

const DECIMAL = /^([+-]?)(\d*)(\.\d*)?$/;

/**
 * A filed decimal with its thousands grouped and every filed digit kept: `2000` → `2,000`, `75.5351` stays.
 * Works on the text, so no digit is rounded; what is no decimal is returned as filed.
 */
export function printFiledDecimal(text: string): string {
  const match = DECIMAL.exec(text.trim());
  if (match === null || !/\d/.test(text)) return text;
  const [, sign = "", whole = "", fraction = ""] = match;
  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, ",")}${fraction}`;
}

/** The same with a dollar sign, as the printed form has it: `37.28` → `$37.28`. */
export function printFiledMoney(text: string): string {
  const printed = printFiledDecimal(text);
  if (!/^[+-]?[\d.,]+$/.test(printed)) return printed;
  return printed.startsWith("-") ? `-$${printed.slice(1)}` : `$${printed.replace(/^\+/, "")}`;
}

/** A filed date as the printed form has it, `12/10/2018`; what is no date is returned as filed. */
export function printFiledDate(text: string): string {
  const date = parseDate(text).value ?? dateFromPrint(text);
  if (date === null) return text;
  const [year, month, day] = date.split("-");
  return `${month}/${day}/${year}`;
}
