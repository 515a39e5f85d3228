import { Section } from "@/components/layout/section";
import { RETURN_HEADINGS, ReturnCell } from "@/components/transactions/returns/return-columns";
import { formatDate } from "@/lib/format/dates";
import { formatPrice } from "@/lib/format/numbers";
import type { ReturnsView } from "@/lib/services/views/shapes/prices";

/** How the price moved after the public could read the filing; nothing where no prices were imported. */
export function FilingReturns({ returns }: { returns: ReturnsView | undefined }) {
  if (returns === undefined) return null;
  return (
    <Section
      id="returns"
      title="After the filing"
      about="Imported closes, by trading days; dividends and the market are not taken out."
    >
      <p className="max-w-[90ch] text-sm text-ink-2">{fromWords(returns)}</p>
      <dl className="mt-3 grid max-w-2xl grid-cols-2 gap-x-8 gap-y-2 text-sm sm:grid-cols-4">
        {RETURN_HEADINGS.map(({ days, heading }) => (
          <div key={days}>
            <dt className="text-xs text-ink-3">{heading}</dt>
            <dd className="m-0 font-medium">
              <ReturnCell row={{ returns }} days={days} />
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function fromWords({ from, symbol, isEstimated }: ReturnsView): string {
  if (from === null) return "No close follows the filing closely enough to start from.";
  const estimate = isEstimated ? "; the filing's day is estimated from its signature" : "";
  const name = symbol === "" ? "" : `${symbol}, `;
  return `${name}from the first close at which the filing was public: ${formatPrice(from.close)} on ${formatDate(from.date)}${estimate}.`;
}
