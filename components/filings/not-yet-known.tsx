import { EmptyState } from "@/components/layout/empty-state";
import { formatDate } from "@/lib/format/dates";
import { filingPath } from "@/lib/paths";
import type { FilingView } from "@/lib/services/views/shapes/filing";
import { KnownAt } from "./known-at";

/** Stands in place of a filing that was not public on the day that the page is asked for. */
export function NotYetKnown({ view: { asOf, summary } }: { view: FilingView }) {
  return (
    <EmptyState title={`Not known by ${formatDate(asOf)}.`}>
      {summary.knownAt === null ? (
        "Nothing in this filing says when it became public, so it stands on no earlier day."
      ) : (
        <>
          This filing became public on <KnownAt filing={summary} />; on the day that you look at, nobody could read it.
        </>
      )}{" "}
      <a href={filingPath(summary.id)} className="link">
        Read it as of now
      </a>
    </EmptyState>
  );
}
