import { type Parsed, parsed, problem } from "./parsed";

const DECIMAL = /^([+-]?)(\d+\.?\d*|\.\d+)$/;

/**
 * A filed decimal (`37.28`, `.99`, `-5`) as a double, for analysis only: the exact text stays in the document.
 * XML allows no grouping, currency sign or exponent; such a text is a problem, not a guess.
 */
export function parseDecimal(text: string): Parsed<number> {
  const trimmed = text.trim();
  if (!DECIMAL.test(trimmed)) return problem("decimal-malformed", `“${text}” is not a decimal number.`, text);
  const value = Number(trimmed);
  if (!Number.isFinite(value)) return problem("decimal-out-of-range", `“${text}” is beyond what a number holds.`, text);
  return parsed(value === 0 ? 0 : value);
}

/**
 * The one spelling of a decimal that equal numbers share: no sign for plus, no needless zeros (`.990` → `0.99`).
 * A text that is no decimal is returned trimmed.
 */
export function canonicalDecimal(text: string): string {
  const trimmed = text.trim();
  const match = DECIMAL.exec(trimmed);
  if (match === null) return trimmed;
  const [whole = "", fraction = ""] = (match[2] ?? "").split(".");
  const integer = whole.replace(/^0+(?=\d)/, "") || "0";
  const tail = fraction.replace(/0+$/, "");
  const magnitude = tail === "" ? integer : `${integer}.${tail}`;
  return match[1] === "-" && magnitude !== "0" ? `-${magnitude}` : magnitude;
}

/** Thousands as the form prints them: commas before groups of three, and none after a leading zero (`0,125` is no 125). */
const GROUPED = /^[+-]?(?:[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?|\d+\.?\d*|\.\d+)$/;

/**
 * A decimal as the printed form shows it (`$2,000.50`, `($5.00)` for a negative one) brought to XML's spelling
 * (`2000.50`, `-5.00`); null when it is none.
 */
export function decimalFromPrint(text: string): string | null {
  const trimmed = text.trim();
  const inside = /^\((.*)\)$/.exec(trimmed)?.[1];
  const bare = (inside ?? trimmed).replace(/^\s*([+-]?)\s*\$?\s*/, "$1").trim();
  if (!GROUPED.test(bare)) return null;
  const plain = bare.replaceAll(",", "");
  if (inside === undefined) return plain;
  return /^[+-]/.test(plain) ? null : `-${plain}`;
}
