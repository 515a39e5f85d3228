import Link from "next/link";
import { formatDate } from "@/lib/format/dates";
import { formatShares } from "@/lib/format/numbers";
import { CHOICES } from "@/lib/search-params/transactions/choices";
import type { RangeFilter } from "@/lib/search-params/transactions/filter";
import { EMPTY_QUERY, type Range, type TransactionQuery } from "@/lib/search-params/transactions/query";
import { RANGES } from "@/lib/search-params/transactions/ranges";
import { fallWords } from "./fall/fall-words";
import { screenerHref } from "./screener-links";

interface Active {
  key: string;
  words: string;
  href: ReturnType<typeof screenerHref>;
}

/** What is filtered by, in words, each part with a link that takes it away. */
export function ActiveFilters({ query }: { query: TransactionQuery }) {
  const active = activeOf(query);
  if (active.length === 0) return null;
  return (
    <ul aria-label="Filters in force" className="mt-3 flex flex-wrap items-baseline gap-x-3 gap-y-1 text-sm">
      {active.map(({ key, words, href }) => (
        <li key={key} className="sm:whitespace-nowrap">
          {words}{" "}
          <Link href={href} prefetch={false} scroll={false} aria-label={`Remove: ${words}`} className="link">
            remove
          </Link>
        </li>
      ))}
      <li>
        <Link href={screenerHref(EMPTY_QUERY, { asOf: query.asOf })} prefetch={false} className="link">
          clear all
        </Link>
      </li>
    </ul>
  );
}

function activeOf(query: TransactionQuery): Active[] {
  const active: Active[] = [];
  for (const { name, label, options } of CHOICES) {
    const chosen = query.choices[name] ?? [];
    if (chosen.length === 0) continue;
    const words = chosen.map((value) =>
      name === "code" ? value : (options.find((option) => option.value === value)?.label ?? value),
    );
    active.push({
      key: name,
      words: `${label}: ${words.join(" or ")}`,
      href: screenerHref(query, { choices: { ...query.choices, [name]: [] } }),
    });
  }
  if (query.issuers.length > 0) {
    active.push({
      key: "issuer",
      words: `Issuer: ${query.issuers.join(" or ")}`,
      href: screenerHref(query, { issuers: [] }),
    });
  }
  if (query.insider !== null) {
    active.push({ key: "insider", words: `Insider: ${query.insider}`, href: screenerHref(query, { insider: null }) });
  }
  if (query.fall !== null) {
    active.push({ key: "fell", words: fallWords(query.fall), href: screenerHref(query, { fall: null }) });
  }
  for (const range of RANGES) {
    const chosen = query.ranges[range.name];
    if (chosen === undefined) continue;
    const { [range.name]: _gone, ...rest } = query.ranges;
    active.push({ key: range.name, words: rangeWords(range, chosen), href: screenerHref(query, { ranges: rest }) });
  }
  return active;
}

/** `Value ≥ $1,000,000`, `Traded 1 Jan 2018 – 31 Dec 2018`. */
function rangeWords(range: RangeFilter, { from, to }: Range): string {
  const write = (bound: string | number) => {
    if (typeof bound === "string") return formatDate(bound);
    return `${range.unit === "$" ? "$" : ""}${formatShares(bound)}${range.unit === "%" ? " %" : ""}`;
  };
  const isDate = range.kind === "date";
  if (from !== null && to !== null) return `${range.label} ${write(from)} – ${write(to)}`;
  if (from !== null) return `${range.label} ${isDate ? "from" : "≥"} ${write(from)}`;
  return `${range.label} ${isDate ? "to" : "≤"} ${write(to ?? "")}`;
}
