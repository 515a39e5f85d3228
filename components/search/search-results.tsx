import Link from "next/link";
import { Ticker } from "@/components/parties/party-links";
import type { SearchHit } from "@/lib/services/views/shapes/market";
import { hitPath } from "./hit-path";

/** What a search found, one line a hit; the kind is named. */
export function SearchResults({ hits }: { hits: readonly SearchHit[] }) {
  return (
    <ul className="border-t border-rule">
      {hits.map((hit) => (
        <li key={`${hit.kind} ${hit.cik ?? hit.filingId}`} className="border-b border-rule">
          <Link
            href={hitPath(hit)}
            prefetch={false}
            className="grid grid-cols-[1fr_auto] items-baseline gap-x-3 py-2 hover:bg-paper-2 sm:grid-cols-[5rem_1fr_auto]"
          >
            <span className="text-xs text-ink-3 max-sm:order-1">{hit.kind}</span>
            <span className="max-sm:col-span-full">
              {hit.title}
              {hit.detail === null ? null : (
                <span className="ml-2 text-ink-2">
                  <Ticker symbol={hit.detail} />
                </span>
              )}
            </span>
            <span className="text-xs text-ink-3 max-sm:order-1">{hit.cik === null ? "" : `CIK ${hit.cik}`}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
