import { formatDate } from "@/lib/format/dates";
import { formatMoney, formatPrice, formatShares } from "@/lib/format/numbers";
import { UNKNOWN } from "@/lib/format/unknown";
import type { FieldChangeView } from "@/lib/services/views/shapes/filing";

type Value = FieldChangeView["before"];
type Field = FieldChangeView["field"];

const shares = (value: Value) => formatShares(Number(value));
const price = (value: Value) => formatPrice(Number(value));
const money = (value: Value) => formatMoney(Number(value));
const date = (value: Value) => formatDate(String(value));

/** A field's name as the form has it, and how its value is written. */
const FIELDS: Record<Field, { name: string; write?: (value: Value) => string }> = {
  securityTitle: { name: "Title of security" },
  tradeDate: { name: "Transaction date", write: date },
  deemedExecutionDate: { name: "Deemed execution date", write: date },
  code: { name: "Transaction code" },
  equitySwapInvolved: { name: "Equity swap involved" },
  timeliness: { name: "Timeliness" },
  shares: { name: "Shares", write: shares },
  totalValue: { name: "Total value", write: money },
  price: { name: "Price", write: price },
  acquiredDisposed: { name: "Acquired or disposed" },
  sharesAfter: { name: "Shares owned after", write: shares },
  valueAfter: { name: "Value owned after", write: money },
  directOrIndirect: { name: "Direct or indirect" },
  natureOfOwnership: { name: "Nature of ownership" },
  exercisePrice: { name: "Exercise price", write: price },
  exerciseDate: { name: "Exercisable from", write: date },
  expirationDate: { name: "Expires", write: date },
  underlyingTitle: { name: "Underlying security" },
  underlyingShares: { name: "Underlying shares", write: shares },
  underlyingValue: { name: "Underlying value", write: money },
  footnotes: { name: "Footnotes" },
};

export function fieldName(field: Field): string {
  return FIELDS[field].name;
}

/** A value as the page writes it; nothing reported is "—". */
export function fieldText(field: Field, value: Value): string {
  if (value === null) return UNKNOWN;
  if (typeof value === "boolean") return value ? "yes" : "no";
  return FIELDS[field].write?.(value) ?? String(value);
}
