"use client";

import { useViewParams } from "@/components/links/use-view-params";
import type { RowView } from "@/lib/services/views/shapes/row";
import { columnsFor, type SortableColumn, type TransactionColumn } from "./transaction-columns";

interface ColumnChoiceProps {
  rows: readonly RowView[];
  hide: readonly TransactionColumn[];
  shown: readonly SortableColumn[];
}

/** Which columns the table has: each a link that takes it in or out, kept in the address. */
export function ColumnChoice({ rows, hide, shown }: ColumnChoiceProps) {
  const { href, link } = useViewParams();
  const all = columnsFor(rows, hide);
  const ids = shown.map(({ id }) => id);
  const toggled = (id: TransactionColumn) => {
    const next = all.filter((column) => (column.id === id ? !ids.includes(id) : ids.includes(column.id)));
    return { columns: next.length === all.length || next.length === 0 ? null : next.map((one) => one.id).join(",") };
  };
  return (
    <details>
      <summary className="w-fit hover:text-ink">
        Columns{ids.length === all.length ? "" : ` (${ids.length} of ${all.length})`}
      </summary>
      <ul className="mt-1.5 flex flex-wrap gap-x-4 gap-y-1">
        {all.map((column) => (
          <li key={column.id}>
            <a
              href={href(toggled(column.id))}
              onClick={link(toggled(column.id))}
              aria-current={ids.includes(column.id) ? "true" : undefined}
              className="text-ink-3 hover:text-ink aria-[current]:text-ink aria-[current]:underline aria-[current]:decoration-accent aria-[current]:decoration-2 aria-[current]:underline-offset-[5px]"
            >
              {column.header}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
