import { Unknown } from "@/components/ui/unknown";
import { formatDate } from "@/lib/format/dates";
import { formatPercentChange, formatPrice } from "@/lib/format/numbers";
import { countOf } from "@/lib/format/words";
import type { RowView } from "@/lib/services/views/shapes/row";
import type { SortableColumn } from "../table/transaction-columns";

type Days = 1 | 5 | 21 | 126;

const DAYS: readonly Days[] = [1, 5, 21, 126];

/** Trading days after the filing, as headings. */
export const RETURN_HEADINGS: readonly { days: Days; heading: string }[] = DAYS.map((days) => ({
  days,
  heading: `After ${countOf(days, "day")}`,
}));

/** How the price moved after the filing; drawn only where prices were imported. */
export const RETURN_COLUMNS: readonly SortableColumn[] = RETURN_HEADINGS.map(({ days, heading }) => ({
  id: `return${days}` as const,
  header: heading,
  name: heading,
  cell: (row) => <ReturnCell row={row} days={days} />,
}));

export function isReturnColumn(id: string): boolean {
  return RETURN_COLUMNS.some((column) => column.id === id);
}

function returnAfter(row: Pick<RowView, "returns">, days: Days) {
  return row.returns?.after.find((one) => one.days === days) ?? null;
}

/** A row that is no purchase or sale has no return: its cell is empty. */
export function ReturnCell({ row, days }: { row: Pick<RowView, "returns">; days: Days }) {
  const found = returnAfter(row, days);
  if (row.returns === undefined || found === null) return null;
  const { symbol, from, isEstimated } = row.returns;
  if (found.value === null || found.to === null || from === null) {
    return <Unknown reason={`No return: ${found.reason ?? "no prices"}.`} />;
  }
  const closes = `${symbol === "" ? "Close" : symbol} ${formatDate(from.date)} ${formatPrice(from.close)}, ${formatDate(found.to.date)} ${formatPrice(found.to.close)}`;
  return (
    <span title={isEstimated ? `${closes}; the filing's day is estimated from its signature` : closes}>
      {formatPercentChange(found.value)}
    </span>
  );
}
