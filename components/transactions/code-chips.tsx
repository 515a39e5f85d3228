"use client";

import { MARK_COLOURS, markShape } from "@/components/charts/glyphs/plan-shape";
import { useViewParams } from "@/components/links/use-view-params";
import { formatCount } from "@/lib/format/numbers";
import { classOf, codeEntry } from "@/lib/ownership/codes";
import { readCodes, toggleCode } from "@/lib/search-params/code-filter";

interface CodeChipsProps {
  counts: readonly { code: string; count: number }[];
}

/** Filters by transaction code through the URL: chart, table and totals follow. Plain links without JavaScript. */
export function CodeChips({ counts }: CodeChipsProps) {
  const { get, href, link } = useViewParams();
  const codes = readCodes(get("code"));
  const params = (next: readonly string[]) => ({ code: next.length === 0 ? null : next.join(",") });
  return (
    <nav aria-label="Filter by transaction code" className="no-print flex flex-wrap items-center gap-1.5 text-sm">
      {counts.map(({ code, count }) => {
        const next = toggleCode(codes, code);
        const colour = MARK_COLOURS[markShape({ class: classOf(code, null), isDerivative: false, flag: null })];
        return (
          <a
            key={code}
            href={href(params(next))}
            onClick={link(params(next))}
            aria-current={codes.includes(code) ? "true" : undefined}
            title={codeEntry(code)?.meaning ?? "Not in the SEC’s list of codes"}
            className="chip h-7"
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
        <a href={href(params([]))} onClick={link(params([]))} className="link ml-1">
          all codes
        </a>
      )}
    </nav>
  );
}
