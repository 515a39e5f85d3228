"use client";

import Link from "next/link";
import { ExportButtons } from "@/components/data-table/export-buttons";
import { type PackedRows, unpackRows } from "@/components/data-table/pack-rows";
import { addressOf } from "@/components/evidence/row-index";
import { RETURN_HEADINGS, ReturnCell } from "@/components/transactions/returns/return-columns";
import { Cell, Head, Row, StackedTable } from "@/components/ui/stacked-table";
import { COLUMNS, type ColumnName } from "@/lib/search-params/transactions/columns";
import type { TransactionQuery } from "@/lib/search-params/transactions/query";
import type { ScreenRow } from "@/lib/services/screener/screener-view";
import { FallCell } from "./fall/fall-cell";
import { tradingDays } from "./fall/fall-words";
import { SCREEN_COLUMNS } from "./screener-columns";
import { screenerHref, sortedBy } from "./screener-links";

/** A page of rows in the order of the URL; a heading is a link that sorts by it. Returns stand at the end where prices were imported. */
export function ScreenerTable({ rows: packed, query }: { rows: PackedRows<ScreenRow>; query: TransactionQuery }) {
  const rows = unpackRows(packed);
  const columns = COLUMNS.filter(({ name }) => query.columns.includes(name));
  const returns = rows.some((row) => row.returns !== undefined) ? RETURN_HEADINGS : [];
  return (
    <StackedTable
      label="Transactions"
      isSortable
      head={
        <>
          {columns.map(({ name, label }) => {
            const { sort, isNumber } = SCREEN_COLUMNS[name];
            const isSorted = sort !== null && query.sort === sort;
            return (
              <Head
                key={name}
                isNumber={isNumber}
                aria-sort={isSorted ? (query.order === "desc" ? "descending" : "ascending") : undefined}
              >
                {sort === null ? (
                  label
                ) : (
                  <Link
                    href={screenerHref(query, sortedBy(query, sort))}
                    prefetch={false}
                    scroll={false}
                    className="hover:text-ink"
                  >
                    {label}
                    {isSorted ? (query.order === "desc" ? " ↓" : " ↑") : ""}
                  </Link>
                )}
              </Head>
            );
          })}
          {query.fall === null ? null : <Head isNumber>{tradingDays(query.fall.days)} on</Head>}
          {returns.map(({ days, heading }) => (
            <Head key={days} isNumber>
              {heading}
            </Head>
          ))}
        </>
      }
    >
      {rows.map((row) => (
        <Row key={addressOf(row)} className={row.supersededBy === null ? undefined : "superseded"}>
          {columns.map(({ name: column }) => {
            const { cell, isNumber, at, name } = SCREEN_COLUMNS[column];
            return (
              <Cell key={column} isNumber={isNumber} at={at} name={name}>
                {cell(row)}
              </Cell>
            );
          })}
          {query.fall === null ? null : (
            <Cell isNumber name={`${tradingDays(query.fall.days)} on`}>
              <FallCell row={row} />
            </Cell>
          )}
          {returns.map(({ days, heading }) => (
            <Cell key={days} isNumber name={heading}>
              <ReturnCell row={row} days={days} />
            </Cell>
          ))}
        </Row>
      ))}
    </StackedTable>
  );
}

/** Takes the rows of the page along; they are the very rows that its table got, so that none travels twice. */
export function ScreenerExport({ rows, columns }: { rows: PackedRows<ScreenRow>; columns: readonly ColumnName[] }) {
  const load = async () => {
    const { shownScreenTable } = await import("@/lib/format/tables/transaction-table");
    return shownScreenTable(unpackRows(rows), columns);
  };
  return <ExportButtons load={load} fileName="transactions-page" />;
}
