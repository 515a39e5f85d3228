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
            className="grid grid-cols-[5rem_1fr_auto] items-baseline gap-3 py-2 hover:bg-paper-2"
          >
            <span className="text-xs text-ink-3">{hit.kind}</span>
            <span>
              {hit.title}
              {hit.detail === null ? null : (
                <span className="ml-2 text-ink-2">
                  <Ticker symbol={hit.detail} />
                </span>
              )}
            </span>
            <span className="text-xs text-ink-3">{hit.cik === null ? "" : `CIK ${hit.cik}`}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
