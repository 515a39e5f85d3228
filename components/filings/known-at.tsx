import { Hint } from "@/components/ui/floating/hint";
import { Unknown } from "@/components/ui/unknown";
import { formatInstant } from "@/lib/format/dates";
import { formatKnownDay, type Known } from "@/lib/format/known-day";

/** When a filing became public, as exactly as the source says; what is estimated is marked. */
export function KnownAt({ filing }: { filing: Known }) {
  if (filing.knownAtBasis === "accepted") return formatInstant(filing.knownAt);
  const day = formatKnownDay(filing);
  if (day === null) return <Unknown reason="The source gives neither a filing date nor a signature date." />;
  if (filing.filingDate !== null) return day;
  return (
    <Hint
      text="The source gave no filing date. Estimated from the latest signature, in the year that the accession number allows."
      className="cursor-help text-ink-2 underline decoration-dotted underline-offset-4"
    >
      {day}
    </Hint>
  );
}
