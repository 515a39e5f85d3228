"use client";

import { MARK_COLOURS, markShape } from "@/components/charts/glyphs/plan-shape";
import { useAsOf } from "@/components/links/use-as-of";
import { formatCount } from "@/lib/format/numbers";
import { classOf, codeEntry } from "@/lib/ownership/codes";
import { withAsOf } from "@/lib/search-params/as-of";
import { toggleCode } from "@/lib/search-params/code-filter";
import { goToFilter, useCodeFilter } from "./use-code-filter";

interface CodeChipsProps {
  /** The page's own path: chips are plain links to `path?code=…`. */
  path: string;
  counts: readonly { code: string; count: number }[];
}

/** Filters by transaction code through the URL: chart, table and totals follow. Plain links without JavaScript. */
export function CodeChips({ path, counts }: CodeChipsProps) {
  const codes = useCodeFilter();
  const choose = (event: React.MouseEvent, next: string[]) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    goToFilter(href(next));
  };
  const asOf = useAsOf();
  const href = (next: readonly string[]) => withAsOf(next.length === 0 ? path : `${path}?code=${next.join(",")}`, asOf);
  return (
    <nav aria-label="Filter by transaction code" className="no-print flex flex-wrap items-center gap-1.5 text-sm">
      {counts.map(({ code, count }) => {
        const next = toggleCode(codes, code);
        const colour = MARK_COLOURS[markShape({ class: classOf(code, null), isDerivative: false, flag: null })];
        return (
          <a
            key={code}
            href={href(next)}
            onClick={(event) => choose(event, next)}
            aria-current={codes.includes(code) ? "true" : undefined}
            title={codeEntry(code)?.meaning ?? "Not in the SEC’s list of codes"}
            className="flex h-7 items-center gap-1.5 rounded-[3px] border border-rule px-2 text-ink-2 hover:border-ink-3 hover:text-ink aria-[current]:border-ink aria-[current]:bg-paper-3 aria-[current]:text-ink"
          >
            <span className="font-mono text-xs font-semibold" style={{ color: colour }}>
              {code}
            </span>
            <span className="hidden sm:inline">{codeEntry(code)?.label ?? "unknown"}</span>
            <span className="text-ink-3">{formatCount(count)}</span>
          </a>
        );
      })}
      {codes.length === 0 ? null : (
        <a href={href([])} onClick={(event) => choose(event, [])} className="link ml-1">
          all codes
        </a>
      )}
    </nav>
  );
}
