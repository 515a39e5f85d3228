import { formatDate } from "@/lib/format/dates";
import { EmptyState } from "./empty-state";

/** Stands where no filing of a party was public by the day asked for: nothing known is not a zero. */
export function NothingKnown({ asOf, nowHref }: { asOf: string | null; nowHref: string }) {
  return (
    <EmptyState title={asOf === null ? "No filing is in this ledger." : `No filing was public by ${formatDate(asOf)}.`}>
      So there is no number to show, not even a zero.{" "}
      <a href={nowHref} className="link">
        See what is known now
      </a>
    </EmptyState>
  );
}
