import Link from "next/link";
import { DayLink } from "@/components/links/day-link";
import { signalPath, transactionsPath } from "@/lib/paths";
import { PRESET_GROUPS, PRESETS, type Preset, presetsOfDay } from "@/lib/search-params/transactions/presets";
import type { TransactionQuery } from "@/lib/search-params/transactions/query";
import { transactionParams } from "@/lib/search-params/transactions/query-params";
import { readTransactionQuery } from "@/lib/search-params/transactions/read-query";

interface PresetLinksProps {
  query: TransactionQuery;
  day: string | null;
  /** Without prices a question that needs them is not offered. */
  hasPrices: boolean;
}

/** Questions that are asked often, as links; the one that is asked now is marked. */
export function PresetLinks({ query, day, hasPrices }: PresetLinksProps) {
  const presets = [...PRESETS, ...(day === null ? [] : presetsOfDay(day))];
  const offered = presets.filter(({ needsPrices }) => hasPrices || needsPrices !== true);
  return (
    <nav aria-label="Often asked" className="no-print mb-4 space-y-1 text-sm">
      {PRESET_GROUPS.map((group) => (
        <div key={group} className="flex items-baseline gap-x-1.5">
          <span id={`often-${group}`} className="w-20 shrink-0 text-xs text-ink-3 sm:w-32">
            {group}
          </span>
          <ul
            aria-labelledby={`often-${group}`}
            className="flex min-w-0 gap-x-4 gap-y-1 scroll-x max-sm:pb-1 max-sm:whitespace-nowrap sm:overflow-visible sm:flex-wrap"
          >
            {offered
              .filter((preset) => preset.group === group)
              .map((preset) => (
                <PresetLink key={preset.label} preset={preset} query={query} />
              ))}
            {group === "Purchases" ? (
              <li>
                <DayLink
                  href={signalPath("clusters", [["side", "buy"]])}
                  className="link"
                  aria-label="Cluster purchases"
                >
                  in clusters
                </DayLink>
              </li>
            ) : null}
          </ul>
        </div>
      ))}
    </nav>
  );
}

/** One question; its whole name is for those who hear the link without its group. */
function PresetLink({ preset: { label, short, about, search }, query }: { preset: Preset; query: TransactionQuery }) {
  const preset = readTransactionQuery(Object.fromEntries(new URLSearchParams(search))).query;
  const params = transactionParams({ ...preset, columns: query.columns, asOf: query.asOf });
  const isNow = JSON.stringify(params) === JSON.stringify(transactionParams({ ...query, after: null }));
  return (
    <li>
      <Link
        href={transactionsPath(params)}
        prefetch={false}
        title={about}
        aria-label={label}
        aria-current={isNow ? "true" : undefined}
        className="link aria-[current]:font-medium aria-[current]:text-ink"
      >
        {short}
      </Link>
    </li>
  );
}
