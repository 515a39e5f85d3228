import { sentencesOf } from "@/lib/analytics/footnotes/sentences";
import { COUNT, countOf } from "@/lib/analytics/footnotes/spelled-numbers";

/** Shares that moved without a trade, so that a balance changed. */
export interface OwnershipTransfer {
  /** `change of form`: same owner, held otherwise (Rule 16a-13); `transfer`: to or from somebody else. */
  kind: "change of form" | "transfer";
  /** null: the sentence gives no count. */
  shares: number | null;
  /** The sentence, exactly as filed. */
  words: string;
}

const HINT = /16a-\s?13|form of|transfer|contribut|previously|formerly|distribut/i;
const FORM =
  /\b16a-\s?13\b|\bchanges?\s+in\s+(?:the\s+)?(?:[\w.]+\s+){0,3}?form\b|\bform\s+of\s+(?:beneficial\s+)?ownership\b|\b(?:previously|formerly)\s+(?:reported\s+as\s+)?(?:\w+\s+)?(?:directly|indirectly)\b|\b(?:previously|formerly)\s+(?:reported|held|owned)\s+(?:as\s+)?(?:being\s+)?(?:directly|indirectly|held\s+directly|held\s+indirectly)\b|\b(?:contribut|transferr?)\w*\s+(?:[^.;]{0,80}?)\b(?:his|her|own|holder['’]s|reporting\s+person['’]s)\s+(?:\w+\s+){0,3}(?:trust|GRAT|IRA|LLC)\b|\bgrantor\s+retained\s+annuity\b/i;
const TRANSFER =
  /\btransferr?ed\b|\bcontributed\s+(?:[^.;]{0,60}?\s)?to\b|\b(?:contribution|transfer)\s+of\s+[^.;]{0,120}?\sto\s+(?:an?|the|his|her|their)\s+(?:[\w-]+\s+){0,3}?trust\b|\bdomestic\s+relations\s+order\b|\bdistribut(?:ed|ion)\b[^.;]{0,60}\b(?:in[\s-]kind|pro\s+rata|for\s+no\s+consideration|partners|members|beneficiar)/i;
const SHARES = new RegExp(
  `(?<![\\w.,$/-])${COUNT}\\s+(?:(?:such|of|the|these|Class|[A-C]|common|ordinary|restricted|stock|issuer['’]s)\\s+){0,5}?(?:shares?|units?|interests?)\\b|(?<![\\w.,$/-])${COUNT}\\s+of\\s+(?:such|these|the)\\s+shares?\\b`,
  "i",
);

/** The transfers and changes of form of ownership that a footnote reports (source: domain §6, ledger audit), one a sentence. */
export function readOwnershipTransfers(text: string): OwnershipTransfer[] {
  if (!HINT.test(text)) return [];
  const found: OwnershipTransfer[] = [];
  for (const { start, end } of sentencesOf(text)) {
    const words = text.slice(start, Math.min(end, start + 2_000));
    if (
      /\b(?:upon|permitted|any)\s+transfers?\b|\btransferable\b|\b(?:may|might|can|could|shall|will)\s+(?:not\s+)?be\s+(?:sold\s+or\s+)?transferred/i.test(
        words,
      )
    )
      continue;
    const kind = FORM.test(words) ? "change of form" : TRANSFER.test(words) ? "transfer" : null;
    if (kind === null) continue;
    const count = SHARES.exec(words);
    found.push({ kind, shares: count === null ? null : countOf(count[1] ?? count[2] ?? ""), words });
  }
  return found;
}
