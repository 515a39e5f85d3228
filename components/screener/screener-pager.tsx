import Link from "next/link";
import type { PackedRows } from "@/components/data-table/pack-rows";
import { countOf } from "@/lib/format/words";
import { transactionsApiPath } from "@/lib/paths";
import type { TransactionQuery } from "@/lib/search-params/transactions/query";
import { transactionParams } from "@/lib/search-params/transactions/query-params";
import type { ScreenRow, TransactionsView } from "@/lib/services/screener/screener-view";
import { ColumnForm } from "./column-form";
import { screenerHref } from "./screener-links";
import { ScreenerExport } from "./screener-table";

interface ScreenerPagerProps {
  view: TransactionsView;
  query: TransactionQuery;
  /** The page's rows as its table got them. */
  rows: PackedRows<ScreenRow>;
}

/** On to the next rows, back to the first, and the same rows as files. */
export function ScreenerPager({ view, query, rows }: ScreenerPagerProps) {
  const params = transactionParams({ ...query, after: null });
  return (
    <div className="mt-3 flex flex-wrap items-baseline gap-x-6 gap-y-2 text-sm text-ink-2">
      <span>{countOf(view.rows.length, "row")} on this page</span>
      {query.after === null ? null : (
        <Link href={screenerHref(query)} prefetch={false} className="link">
          First page
        </Link>
      )}
      {view.next === null ? null : (
        <Link href={screenerHref(query, { after: view.next })} prefetch={false} rel="next" className="link">
          Next rows
        </Link>
      )}
      <span className="no-print">
        All rows, 10,000 at once:{" "}
        <a href={transactionsApiPath(params, "csv")} className="link" download>
          CSV
        </a>
        {" · "}
        <a href={transactionsApiPath(params, "json")} className="link">
          JSON
        </a>
      </span>
      <span className="no-print">
        This page: <ScreenerExport rows={rows} columns={query.columns} />
      </span>
      <ColumnForm query={query} />
    </div>
  );
}
