import Link from "next/link";
import { DayLink } from "@/components/links/day-link";
import { signalPath, transactionsPath } from "@/lib/paths";
import { PRESETS, presetsOfDay } from "@/lib/search-params/transactions/presets";
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
  const now = JSON.stringify(transactionParams({ ...query, after: null }));
  return (
    <nav aria-label="Often asked" className="no-print mb-4">
      <ul className="flex gap-x-4 gap-y-1 text-sm scroll-x max-sm:pb-1 max-sm:whitespace-nowrap sm:overflow-visible sm:flex-wrap">
        {presets
          .filter(({ needsPrices }) => hasPrices || needsPrices !== true)
          .map(({ label, about, search }) => {
            const preset = readTransactionQuery(Object.fromEntries(new URLSearchParams(search))).query;
            const params = transactionParams({ ...preset, columns: query.columns, asOf: query.asOf });
            const isNow = JSON.stringify(params) === now;
            return (
              <li key={label}>
                <Link
                  href={transactionsPath(params)}
                  prefetch={false}
                  title={about}
                  aria-current={isNow ? "true" : undefined}
                  className="link aria-[current]:font-medium aria-[current]:text-ink"
                >
                  {label}
                </Link>
              </li>
            );
          })}
        <li>
          <DayLink href={signalPath("clusters", [["side", "buy"]])} className="link">
            Cluster purchases
          </DayLink>
        </li>
      </ul>
    </nav>
  );
}
