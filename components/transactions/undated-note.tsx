import { countOf } from "@/lib/format/words";

/** Counts the rows that a time axis cannot show. */
export function UndatedNote({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <p className="mt-1 text-sm text-ink-3">
      {countOf(count, "row")} without a possible trade date: in the table, not on the axis.
    </p>
  );
}
