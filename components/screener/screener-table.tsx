"use client";

import Link from "next/link";
import { addressOf } from "@/components/evidence/row-index";
import { RETURN_HEADINGS, ReturnCell } from "@/components/transactions/returns/return-columns";
import { TableScroll } from "@/components/ui/table-scroll";
import { COLUMNS } from "@/lib/search-params/transactions/columns";
import type { TransactionQuery } from "@/lib/search-params/transactions/query";
import type { ScreenRow } from "@/lib/services/screener/screener-view";
import { FallCell } from "./fall/fall-cell";
import { tradingDays } from "./fall/fall-words";
import { SCREEN_COLUMNS } from "./screener-columns";
import { screenerHref, sortedBy } from "./screener-links";

/** A page of rows in the order of the URL; a heading is a link that sorts by it. Returns stand at the end where prices were imported. */
export function ScreenerTable({ rows, query }: { rows: readonly ScreenRow[]; query: TransactionQuery }) {
  const columns = COLUMNS.filter(({ name }) => query.columns.includes(name));
  const returns = rows.some((row) => row.returns !== undefined) ? RETURN_HEADINGS : [];
  return (
    <TableScroll label="Transactions">
      <table className="ledger">
        <thead>
          <tr>
            {columns.map(({ name, label }) => {
              const { sort, isNumber } = SCREEN_COLUMNS[name];
              const isSorted = sort !== null && query.sort === sort;
              return (
                <th
                  key={name}
                  scope="col"
                  className={isNumber ? "num" : undefined}
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
                </th>
              );
            })}
            {query.fall === null ? null : (
              <th scope="col" className="num">
                {tradingDays(query.fall.days)} on
              </th>
            )}
            {returns.map(({ days, heading }) => (
              <th key={days} scope="col" className="num">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={addressOf(row)} className={row.supersededBy === null ? undefined : "superseded"}>
              {columns.map(({ name }) => {
                const { cell, isNumber } = SCREEN_COLUMNS[name];
                return (
                  <td key={name} className={isNumber ? "num" : undefined}>
                    {cell(row)}
                  </td>
                );
              })}
              {query.fall === null ? null : (
                <td className="num">
                  <FallCell row={row} />
                </td>
              )}
              {returns.map(({ days }) => (
                <td key={days} className="num">
                  <ReturnCell row={row} days={days} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
