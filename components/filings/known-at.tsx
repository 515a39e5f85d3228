import { Hint } from "@/components/ui/floating/hint";
import { Unknown } from "@/components/ui/unknown";
import { formatDate, formatInstant, newYorkDate } from "@/lib/format/dates";
import type { FilingSummary } from "@/lib/services/views/shapes/filing";

type Known = Pick<FilingSummary, "knownAt" | "knownAtBasis" | "filingDate">;

/** When a filing became public, as exactly as the source says; what is estimated is marked. */
export function KnownAt({ filing: { knownAt, knownAtBasis, filingDate } }: { filing: Known }) {
  if (knownAtBasis === "accepted") return formatInstant(knownAt);
  if (filingDate !== null) return formatDate(filingDate);
  if (knownAt === null) return <Unknown reason="The source gives neither a filing date nor a signature date." />;
  return (
    <Hint
      text="The source gave no filing date. Estimated from the latest signature, in the year that the accession number allows."
      className="cursor-help text-ink-2 underline decoration-dotted underline-offset-4"
    >
      ≈ {formatDate(newYorkDate(knownAt))}
    </Hint>
  );
}
