"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { addressOf } from "@/components/evidence/row-index";
import { useViewParams } from "@/components/links/use-view-params";
import { TableScroll } from "@/components/ui/table-scroll";
import type { RowSort } from "@/lib/search-params/party-query";
import type { RowView } from "@/lib/services/views/shapes/row";
import { RETURN_COLUMNS } from "../returns/return-columns";
import type { SortableColumn, TransactionColumn } from "./transaction-columns";

interface TransactionTableProps {
  /** In the order to show them. */
  rows: readonly RowView[];
  columns: readonly SortableColumn[];
  sort: RowSort | null;
  label?: string;
}

const NUMERIC = new Set<TransactionColumn>([
  ...(["shares", "price", "range", "value", "after"] as const),
  ...RETURN_COLUMNS.map(({ id }) => id),
]);

/** Transactions; each row leads to its place on the filing, each heading to the table sorted by it. */
export function TransactionTable({ rows, columns, sort, label = "Transactions" }: TransactionTableProps) {
  return (
    <TableScroll label={label}>
      <table className="ledger">
        <thead>
          <tr>
            {columns.map((column) => (
              <Heading key={column.id} column={column} sort={sort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
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
function nextSort(sort: RowSort | null, by: TransactionColumn): RowSort | null {
  const first = NUMERIC.has(by) || by === "traded" || by === "filed" ? "desc" : "asc";
  if (sort?.by !== by) return { by, order: first };
  return sort.order === first ? { by, order: first === "asc" ? "desc" : "asc" } : null;
}

function Heading({ column, sort }: { column: SortableColumn; sort: RowSort | null }) {
  const { href, link } = useViewParams();
  const isSorted = sort?.by === column.id;
  const Arrow = sort?.order === "desc" ? ArrowDown : ArrowUp;
  const next = nextSort(sort, column.id);
  const params = { sort: next?.by ?? null, order: next?.order === "asc" ? "asc" : null };
  return (
    <th
      scope="col"
      className={NUMERIC.has(column.id) ? "num" : undefined}
      aria-sort={isSorted ? (sort.order === "desc" ? "descending" : "ascending") : undefined}
    >
      <a
        href={`${href(params)}#transactions`}
        onClick={link(params)}
        rel="nofollow"
        className="inline-flex items-center gap-1 hover:text-ink"
      >
        {column.header}
        {isSorted ? <Arrow size={11} aria-hidden="true" /> : null}
      </a>
    </th>
  );
}
