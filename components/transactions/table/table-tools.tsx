"use client";

import { ExportButtons } from "@/components/data-table/export-buttons";
import { fetchJson } from "@/lib/queries/fetch-json";
import type { RowView } from "@/lib/services/views/shapes/row";
import { ColumnChoice } from "./column-choice";
import type { SortableColumn, TransactionColumn } from "./transaction-columns";

interface TableToolsProps {
  rows: readonly RowView[];
  hide: readonly TransactionColumn[];
  shown: readonly SortableColumn[];
  /** Where all rows under the filter are: the API's own address of this view. */
  apiPath: string;
  /** Name of the exported file, without ending. */
  fileName: string;
}

/** What can be done with the table of rows: choose its columns, take all its rows along. */
export function TableTools({ apiPath, fileName, ...columns }: TableToolsProps) {
  const allRows = async () => {
    const [{ rowTable }, { rows }] = await Promise.all([
      import("@/lib/format/tables/transaction-table"),
      fetchJson<{ rows: RowView[] }>(apiPath),
    ]);
    return rowTable(rows);
  };
  return (
    <div className="no-print mb-2 flex flex-wrap items-baseline gap-x-6 gap-y-1 text-sm text-ink-2">
      <ColumnChoice {...columns} />
      <ExportButtons load={allRows} fileName={fileName} label="Export transactions" />
    </div>
  );
}
