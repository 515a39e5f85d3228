"use client";

import { addressOf } from "@/components/evidence/row-index";
import { useViewParams } from "@/components/links/use-view-params";
import { Cell, Head, Row, StackedTable } from "@/components/ui/stacked-table";
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
    <StackedTable
      label={label}
      isSortable
      head={columns.map((column) => <Heading key={column.id} column={column} sort={sort} />)}
    >
      {rows.map((row) => (
        <Row key={addressOf(row)} className={row.supersededBy === null ? undefined : "superseded"}>
          {columns.map(({ id, at, name, cell }) => (
            <Cell key={id} at={at} name={name} isNumber={NUMERIC.has(id)}>
              {cell(row)}
            </Cell>
          ))}
        </Row>
      ))}
    </StackedTable>
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
  const next = nextSort(sort, column.id);
  const params = { sort: next?.by ?? null, order: next?.order === "asc" ? "asc" : null };
  return (
    <Head
      isNumber={NUMERIC.has(column.id)}
      aria-sort={isSorted ? (sort.order === "desc" ? "descending" : "ascending") : undefined}
    >
      <a
        href={`${href(params)}#transactions`}
        onClick={link(params)}
        rel="nofollow"
        className="inline-flex items-center gap-1 hover:text-ink"
      >
        {column.header}
        {isSorted ? <span aria-hidden="true">{sort.order === "desc" ? "↓" : "↑"}</span> : null}
      </a>
    </Head>
  );
}
