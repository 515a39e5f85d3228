import { formatCount } from "@/lib/format/numbers";
import { countOf } from "@/lib/format/words";
import { methodPath } from "@/lib/paths";
import type { FallSummary as Summary } from "@/lib/services/screener/screener-view";
import { fallWords } from "./fall-words";

/** Which rows are listed where a fall is asked for, and of how many it is not known. */
export function FallSummary({ fall }: { fall: Summary }) {
  const sum = fall.unknown.reduce((count, one) => count + one.count, 0);
  const more = fall.unknown.some(({ isCapped }) => isCapped) ? "+" : "";
  return (
    <p className="mt-3 max-w-[100ch] text-sm text-ink-2">
      {fallWords(fall)}, from the first close on or after it.{" "}
      <a href={methodPath("returns")} className="link">
        How
      </a>
      {sum === 0 && more === "" ? null : (
        <>
          {" "}
          <strong className="font-medium text-ink">No price known</strong> of {formatCount(sum)}
          {more} {sum === 1 ? "row" : "rows"} under the other filters, which are not listed:{" "}
          {fall.unknown
            .map(
              ({ reason, count, isCapped }) =>
                `${reason}, ${isCapped ? `${formatCount(count)}+ rows` : countOf(count, "row")}`,
            )
            .join("; ")}
          .
        </>
      )}
    </p>
  );
}
