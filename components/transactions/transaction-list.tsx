"use client";

import { ExportButtons } from "@/components/data-table/export-buttons";
import { useViewParams } from "@/components/links/use-view-params";
import { fetchJson } from "@/lib/queries/fetch-json";
import type { RowSort } from "@/lib/search-params/party-query";
import type { RowView } from "@/lib/services/views";
import { ColumnChoice } from "./column-choice";
import type { RowsPage } from "./rows-page";
import { RowsPager } from "./rows-pager";
import { shownColumns, type TransactionColumn } from "./transaction-columns";
import { TransactionTable } from "./transaction-table";

interface TransactionListProps {
  /** One page of the rows under the filter, sorted. */
  page: RowsPage;
  sort: RowSort | null;
  /** Columns that the page's subject makes needless. */
  hide: readonly TransactionColumn[];
  /** Where all rows under the filter are: the API's own address of this view. */
  apiPath: string;
  /** Name of the exported file, without ending. */
  fileName: string;
}

/** The table of rows, a page at a time; the order, the page and the columns are in the address. */
export function TransactionList({ page, sort, hide, apiPath, fileName }: TransactionListProps) {
  const { get } = useViewParams();
  const columns = shownColumns(page.rows, hide, get("columns"));
  const allRows = async () => {
    const [{ rowsTable }, { rows }] = await Promise.all([
      import("./row-export"),
      fetchJson<{ rows: RowView[] }>(apiPath),
    ]);
    return rowsTable(rows);
  };
  return (
    <>
      <div className="no-print mb-2 flex flex-wrap items-baseline gap-x-6 gap-y-1 text-sm text-ink-2">
        <ColumnChoice rows={page.rows} hide={hide} shown={columns} />
        <ExportButtons load={allRows} fileName={fileName} label="Export transactions" />
      </div>
      <TransactionTable rows={page.rows} columns={columns} sort={sort} />
      <RowsPager {...page} />
    </>
  );
}
