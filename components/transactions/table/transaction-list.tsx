"use client";

import dynamic from "next/dynamic";
import { useViewParams } from "@/components/links/use-view-params";
import type { RowSort } from "@/lib/search-params/party-query";
import type { RowsPage } from "./rows-page";
import { RowsPager } from "./rows-pager";
import { shownColumns, type TransactionColumn } from "./transaction-columns";
import { TransactionTable } from "./transaction-table";

/** The table is read before anything is done with it. */
const TableTools = dynamic(() => import("./table-tools").then((module) => module.TableTools));

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
export function TransactionList({ page, sort, hide, ...all }: TransactionListProps) {
  const { get } = useViewParams();
  const columns = shownColumns(page.rows, hide, get("columns"));
  return (
    <>
      <TableTools rows={page.rows} hide={hide} shown={columns} {...all} />
      <TransactionTable rows={page.rows} columns={columns} sort={sort} />
      <RowsPager {...page} />
    </>
  );
}
