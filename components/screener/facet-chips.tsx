import Link from "next/link";
import { formatCount } from "@/lib/format/numbers";
import type { ChoiceName } from "@/lib/search-params/transactions/choices";
import type { ChoiceFilter } from "@/lib/search-params/transactions/filter";
import type { TransactionQuery } from "@/lib/search-params/transactions/query";
import type { Facet } from "@/lib/services/screener/screener-view";
import { screenerHref, toggled, without } from "./screener-links";

interface FacetChipsProps {
  choice: ChoiceFilter & { name: ChoiceName };
  query: TransactionQuery;
  facet: Facet | undefined;
}

/** One filter as links, each with the number of rows that it would leave; an answer without rows is not offered. */
export function FacetChips({ choice, query, facet }: FacetChipsProps) {
  const isCapped = facet?.isCapped ?? false;
  const chosen = query.choices[choice.name] ?? [];
  const counts = new Map(facet?.options.map(({ value, count }) => [value, count]));
  const listed = new Set(choice.options.map(({ value }) => value));
  const extra = [...new Set([...chosen, ...counts.keys()])].filter((value) => !listed.has(value));
  const options = [...choice.options, ...extra.map((value) => ({ value, label: "not in the SEC’s list" }))];
  const offered = options.filter(
    ({ value }) => chosen.includes(value) || isCapped || !counts.has(value) || (counts.get(value) ?? 0) > 0,
  );
  return (
    <div className="flex flex-wrap items-baseline gap-x-1.5 gap-y-1 text-sm sm:flex-nowrap">
      <span id={`facet-${choice.name}`} className="w-full shrink-0 text-xs text-ink-3 sm:w-32">
        {choice.label}
      </span>
      <ul aria-labelledby={`facet-${choice.name}`} className="flex flex-wrap items-baseline gap-1">
        {offered.map(({ value, label }) => (
          <li key={value}>
            <Link
              href={screenerHref(query, toggled(query, choice.name, value))}
              prefetch={false}
              scroll={false}
              aria-current={chosen.includes(value) ? "true" : undefined}
              className="chip h-6"
            >
              {choice.name === "code" ? <span className="font-mono text-xs font-semibold">{value}</span> : null}
              {label}
              {counts.has(value) ? (
                <span className={chosen.includes(value) ? "text-ink-2" : "text-ink-3"}>
                  {formatCount(counts.get(value))}
                  {isCapped ? "+" : ""}
                </span>
              ) : null}
            </Link>
          </li>
        ))}
        {chosen.length === 0 ? null : (
          <li>
            <Link
              href={screenerHref(query, without(query, choice.name))}
              prefetch={false}
              scroll={false}
              className="link ml-1"
            >
              any
            </Link>
          </li>
        )}
      </ul>
    </div>
  );
}
