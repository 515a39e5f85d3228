"use client";

import { type SortingState, useTable } from "@tanstack/react-table";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useMemo, useState } from "react";
import { addressOf } from "@/components/evidence/row-index";
import { TableScroll } from "@/components/ui/table-scroll";
import type { RowView } from "@/lib/services/views";
import { features, TRANSACTION_COLUMNS, type TransactionColumn } from "./transaction-columns";

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

const NUMERIC = new Set<string>(["shares", "price", "range", "value", "after"]);
const ARIA_SORT = { asc: "ascending", desc: "descending" } as const;

/** Transactions, newest first until a heading is pressed. Each row leads to its place on the filing. */
export function TransactionTable({ rows, hide = [], label = "Transactions", limit, onSort }: TransactionTableProps) {
  const [sorting, setSorting] = useState<SortingState>([]);
  const data = useMemo(() => [...rows], [rows]);
  const hidden = new Set<string>(hide);
  if (!rows.some((row) => row.priceBand !== null)) hidden.add("range");
  const table = useTable({
    features,
    columns: TRANSACTION_COLUMNS,
    data,
    state: { sorting },
    onSortingChange: (updater) => {
      onSort?.();
      setSorting(updater);
    },
    getRowId: addressOf,
  });
  return (
    <TableScroll label={label}>
      <table className="ledger">
        <thead>
          <tr>
            {table.getFlatHeaders().map((header) => {
              const sorted = header.column.getIsSorted();
              if (hidden.has(header.column.id)) return null;
              return (
                <th
                  key={header.id}
                  scope="col"
                  className={NUMERIC.has(header.column.id) ? "num" : undefined}
                  aria-sort={sorted === false ? undefined : ARIA_SORT[sorted]}
                >
                  <button
                    type="button"
                    onClick={header.column.getToggleSortingHandler()}
                    className="inline-flex items-center gap-1 hover:text-ink"
                  >
                    <table.FlexRender header={header} />
                    {sorted === "asc" ? <ArrowUp size={11} aria-hidden="true" /> : null}
                    {sorted === "desc" ? <ArrowDown size={11} aria-hidden="true" /> : null}
                  </button>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {table
            .getRowModel()
            .rows.slice(0, limit)
            .map((row) => (
              <tr key={row.id} className={row.original.supersededBy === null ? undefined : "superseded"}>
                {row.getAllCells().map((cell) =>
                  hidden.has(cell.column.id) ? null : (
                    <td key={cell.id} className={NUMERIC.has(cell.column.id) ? "num" : undefined}>
                      <table.FlexRender cell={cell} />
                    </td>
                  ),
                )}
              </tr>
            ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
