import { readOnce } from "@/lib/analytics/footnotes/read-once";
import { sentencesOf } from "@/lib/analytics/footnotes/sentences";
import type { FiledRow } from "@/lib/analytics/rows/filed-row";

const SETTLED =
  /\b(?:settle[ds]?|settlement|paid|redeemed|surrendered|cancell?ed|exchanged|converted)\b[^.;]{0,80}\b(?:in|for|into)\s+(?:a\s+|the\s+right\s+to\s+receive\s+)?(?:an?\s+)?(?:amount\s+(?:of|in)\s+)?cash\b|\bcash[\s-]+(?:settle|out\b|payment)|\breceived\b[^.;]{0,40}\bcash\b/i;
/** Terms of the award, not what happened: “in shares or cash”, “may be settled in cash”. */
const CHOICE =
  /\b(?:or|either|and\/or)\b[^.;]{0,60}\bcash\b|\bcash\s+(?:or|and\/or)\b|\b(?:may|can|could|will|shall|would)\b[^.;]{0,80}\bcash\b/i;

/** The sentence on a row that says its derivative was settled in cash, exactly as filed, or null. */
export function cashSettlementWords(row: FiledRow): string | null {
  for (const id of row.noteIds) {
    const words = settlementIn(row.filing.footnotes.get(id) ?? "");
    if (words !== null) return words;
  }
  return null;
}

const settlementIn = readOnce((text): string | null => {
  for (const { start, end } of sentencesOf(text)) {
    const words = text.slice(start, end);
    if (SETTLED.test(words) && !CHOICE.test(words)) return words;
  }
  return null;
});
