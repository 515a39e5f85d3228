import Link from "next/link";
import { CitedFigureText } from "@/components/evidence/cited-figure";
import { PatternTable } from "@/components/patterns/pattern-table";
import { leftOutFigure, OF_INSIDER, OF_ISSUER, ratioParts, ratioRule } from "@/components/patterns/pattern-words";
import { formatDateSpan } from "@/lib/format/dates";
import { countOf } from "@/lib/format/words";
import { methodPath } from "@/lib/paths";
import type { Party } from "@/lib/queries/party-activity-query";
import type { PatternView } from "@/lib/services/sections/section-views";
import { PartySection } from "./party-section";

/** When purchases and sales were made: of an issuer's insiders one by one, of an insider issuer by issuer. */
export function PatternSection({ party, pattern }: { party: Party; pattern: PatternView }) {
  const extent = party.kind === "issuer" ? OF_ISSUER : OF_INSIDER;
  const more = pattern.traders.length - extent.traders;
  return (
    <PartySection party={party} table="trading-pattern" id="trading-pattern" title="Trading pattern" about={<About />}>
      {pattern.traders.length === 0 ? (
        <p className="text-sm text-ink-3">No dated purchase or sale (codes P and S) is reported here.</p>
      ) : (
        <>
          <Whole pattern={pattern} party={party} />
          <PatternTable pattern={pattern} by={party.kind === "issuer" ? "insider" : "issuer"} extent={extent} />
        </>
      )}
      {more <= 0 ? null : (
        <p className="mt-2 text-sm text-ink-3">
          {countOf(more, "more trader")}, whose latest trades are older: in the export.
        </p>
      )}
      {pattern.leftOut.map((group) => (
        <p key={group.reason} className="mt-2 text-sm text-ink-3">
          Left out,{" "}
          <CitedFigureText
            figure={leftOutFigure(group)}
            label="Left out of the trading pattern"
            rule={`Rows with code P or S: ${group.reason}.`}
            format="rows"
          />
          : {group.reason}.
        </p>
      ))}
    </PartySection>
  );
}

function About() {
  return (
    <>
      Routine: a trade in one calendar month of each of the three years before; opportunistic: a trade in each year, in
      no month of all three; not assessed: a year without one. Net purchase ratio: purchases less sales, over both, by
      number of rows. Sequence: trades in one direction in consecutive calendar months.{" "}
      <Link href={methodPath("trading-patterns")} prefetch={false} className="link">
        How
      </Link>
    </>
  );
}

/** The ratio of everybody together, and the days that all ratios count. */
function Whole({ pattern: { window, ratio, traders }, party }: { pattern: PatternView; party: Party }) {
  if (window === null) return null;
  const days = formatDateSpan(window.from, window.to);
  if (traders.length === 1) return <p className="mb-2 text-sm text-ink-2">The ratio counts trades of {days}.</p>;
  return (
    <p className="mb-2 text-sm text-ink-2">
      The ratios count trades of {days}; all {party.kind === "issuer" ? "insiders" : "issuers"} together:{" "}
      <CitedFigureText figure={ratio.figure} label="Net purchase ratio" rule={ratioRule(window)} format="ratio" />
      {ratio.figure.value === null ? null : ` (${ratioParts(ratio)})`}
    </p>
  );
}
