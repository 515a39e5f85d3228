"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useState } from "react";
import { addressOf } from "@/components/evidence/row-index";
import { TableScroll } from "@/components/ui/table-scroll";
import type { RowView } from "@/lib/services/views";
import { isReturnColumn, RETURN_COLUMNS } from "./returns/return-columns";
import { type RowOrder, sortRows } from "./sort-rows";
import { type SortableColumn, TRANSACTION_COLUMNS, type TransactionColumn } from "./transaction-columns";

interface TransactionTableProps {
  rows: readonly RowView[];
  /** Columns that the page's subject makes needless. */
  hide?: readonly TransactionColumn[];
  label?: string;
  /** Rows drawn, after sorting. */
  limit?: number;
  /** Called when a heading is pressed, where rows are still missing. */
  onSort?: () => void;
}

const NUMERIC = new Set<TransactionColumn>([
  ...(["shares", "price", "range", "value", "after"] as const),
  ...RETURN_COLUMNS.map(({ id }) => id),
]);

/** Transactions, newest first until a heading is pressed. Each row leads to its place on the filing. */
export function TransactionTable({ rows, hide = [], label = "Transactions", limit, onSort }: TransactionTableProps) {
  const [order, setOrder] = useState<RowOrder | null>(null);
  const hasBands = rows.some((row) => row.priceBand !== null);
  const hasReturns = rows.some((row) => row.returns !== undefined);
  const columns = TRANSACTION_COLUMNS.filter(
    ({ id }) => !hide.includes(id) && (id !== "range" || hasBands) && (hasReturns || !isReturnColumn(id)),
  );
  const shown = (order === null ? rows : sortRows(rows, order)).slice(0, limit);
  const press = (column: SortableColumn) => {
    onSort?.();
    setOrder(nextOrder(order, column));
  };
  return (
    <TableScroll label={label}>
      <table className="ledger">
        <thead>
          <tr>
            {columns.map((column) => (
              <Heading key={column.id} column={column} order={order} onPress={() => press(column)} />
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={addressOf(row)} className={row.supersededBy === null ? undefined : "superseded"}>
              {columns.map(({ id, cell }) => (
                <td key={id} className={NUMERIC.has(id) ? "num" : undefined}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

/** Figures begin with the largest, words with the first; the third press brings the newest back to the top. */
function nextOrder(order: RowOrder | null, column: SortableColumn): RowOrder | null {
  const first = NUMERIC.has(column.id);
  if (order?.column.id !== column.id) return { column, isDescending: first };
  return order.isDescending === first ? { column, isDescending: !first } : null;
}

interface HeadingProps {
  column: SortableColumn;
  order: RowOrder | null;
  onPress: () => void;
}

function Heading({ column, order, onPress }: HeadingProps) {
  const isSorted = order?.column.id === column.id;
  const Arrow = order?.isDescending === true ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      className={NUMERIC.has(column.id) ? "num" : undefined}
      aria-sort={isSorted ? (order.isDescending ? "descending" : "ascending") : undefined}
    >
      <button type="button" onClick={onPress} className="inline-flex items-center gap-1 hover:text-ink">
        {column.header}
        {isSorted ? <Arrow size={11} aria-hidden="true" /> : null}
      </button>
    </th>
  );
}
