"use client";

import { useViewParams } from "@/components/links/use-view-params";
import { formatCount } from "@/lib/format/numbers";
import type { RowsPage } from "./rows-page";
import { PAGE_ROWS } from "./rows-page-size";

/** Which of the rows are shown, and links to the others; plain links without JavaScript. */
export function RowsPager({ page, pages, rowCount, rows }: RowsPage) {
  const { href, link } = useViewParams();
  if (pages <= 1) return null;
  const first = (page - 1) * PAGE_ROWS;
  const step = (to: number, words: string) => {
    const params = { page: to === 1 ? null : String(to) };
    return (
      <a href={`${href(params)}#transactions`} onClick={link(params)} className="link">
        {words}
      </a>
    );
  };
  return (
    <nav aria-label="Pages of transactions" className="mt-3 flex flex-wrap gap-x-4 text-sm text-ink-2">
      <span>
        Rows {formatCount(first + 1)} – {formatCount(first + rows.length)} of {formatCount(rowCount)}
      </span>
      {page > 1 ? step(page - 1, "page before") : null}
      {page < pages ? step(page + 1, `next ${formatCount(Math.min(PAGE_ROWS, rowCount - first - rows.length))}`) : null}
      {page < pages - 1 ? step(pages, "last page") : null}
      {page > 2 ? step(1, "first page") : null}
    </nav>
  );
}
