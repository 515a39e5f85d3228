import { formatMoney, formatPrice, formatShares } from "@/lib/format/numbers";
import { MINUS } from "@/lib/format/unknown";
import type { RowView } from "@/lib/services/views/shapes/row";

/** Shares with the direction as a sign: what was disposed of is below zero. */
export function signedShares(row: Pick<RowView, "shares" | "acquiredDisposed">): string {
  const text = formatShares(row.shares);
  if (row.shares === null || row.shares === 0 || row.acquiredDisposed === null) return text;
  return row.acquiredDisposed === "D" ? `${MINUS}${text}` : `+${text}`;
}

export function bandText(row: Pick<RowView, "priceBand">): string {
  return row.priceBand === null ? "" : `${formatPrice(row.priceBand.low)} – ${formatPrice(row.priceBand.high)}`;
}

/** The balance after the row in its own unit: shares, or dollars where the row reports those. */
export function balanceText(row: Pick<RowView, "sharesAfter" | "valueAfter">): string {
  return row.sharesAfter === null && row.valueAfter !== null
    ? formatMoney(row.valueAfter)
    : formatShares(row.sharesAfter);
}

/** `direct`, `indirect: By trust`, or nothing said. */
export function ownershipText(row: Pick<RowView, "directOrIndirect" | "natureOfOwnership">): string {
  if (row.directOrIndirect === "D") return "direct";
  if (row.directOrIndirect === "I")
    return row.natureOfOwnership === null ? "indirect" : `indirect, ${row.natureOfOwnership}`;
  return "not reported";
}

/** The whole of a text that its column may cut; a short one is not said twice. */
export function cutTitle(text: string | null): string | undefined {
  return text === null || text.length <= SURELY_WHOLE ? undefined : text;
}

/** Letters that fit into every such column. */
const SURELY_WHOLE = 20;
