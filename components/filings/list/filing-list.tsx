import { ViewLink } from "@/components/links/view-link";
import { countOf } from "@/lib/format/words";
import type { FilingSummary } from "@/lib/services/views/shapes/filing";
import { LazyFilingsTable } from "./lazy-filings-table";

interface FilingListProps {
  filings: readonly FilingSummary[];
  hide: "issuer" | "insider";
  isWhole: boolean;
}

const FIRST_FILINGS = 40;

/** The newest filings, and a link to the page with all of them. */
export function FilingList({ filings, hide, isWhole }: FilingListProps) {
  const shown = isWhole ? filings : filings.slice(0, FIRST_FILINGS);
  return (
    <>
      <LazyFilingsTable filings={shown} hide={hide} />
      {shown.length < filings.length ? (
        <p className="no-print mt-3 text-sm">
          <ViewLink change={{ filings: "all" }} anchor="filings">
            All {countOf(filings.length, "filing")}
          </ViewLink>
        </p>
      ) : null}
    </>
  );
}
