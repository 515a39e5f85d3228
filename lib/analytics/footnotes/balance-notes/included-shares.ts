import { sentencesOf } from "@/lib/analytics/footnotes/sentences";
import { COUNT, countOf } from "@/lib/analytics/footnotes/spelled-numbers";
import { type MechanicalKind, readMechanicalPurchases } from "./mechanical-purchases";

/** “Includes 312 shares acquired under the ESPP”: shares in a reported balance that no row of the filing brought. */
export interface IncludedShares {
  /** Shares (or units), exactly as the note gives them. */
  shares: number;
  /** How they came; null: otherwise or not said. */
  via: MechanicalKind | "vesting" | null;
  /** From the count to the end of its clause, exactly as filed. */
  words: string;
}

const INCLUDES =
  /\b(?:includ(?:es?|ed|ing)|(?:also|balance|holdings?|total)\s+reflects?|adjust(?:ed|ment)\s+(?:to\s+include|of)|an\s+additional|additional\s+shares)\b/i;
const ITEM = new RegExp(
  `(?<![\\w.,$/-])${COUNT}\\s+(?:(?:additional|further|such|new|whole|fractional|restricted|deferred|phantom|common|ordinary|stock|share|Class|[A-C]|Issuer|units?|of|the|Company['’]s)\\s+){0,6}?(?:shares?|units?|equivalents?)\\b([^.;]{0,40}?)\\b(acquired|purchased|accrued|received|issued|credited|allocated|obtained|bought|resulting|vest(?:ed|ing)|through|under|via|from)\\b(?:(?!\\s(?:and|plus)\\s[\\d(])[^.;]){0,120}`,
  "gi",
);
// Counts that describe what a balance is made of, not how shares came into it.
const STANDING = /\b(?:underlying|subject\s+to|unvested|granted)\b/i;

/**
 * The share counts that a footnote says a balance includes (source: domain §6, ledger audit). Counts of other things, and
 * sentences about the row itself, give none.
 */
export function readIncludedShares(text: string): IncludedShares[] {
  if (!INCLUDES.test(text)) return [];
  const found: IncludedShares[] = [];
  for (const { start, end } of sentencesOf(text)) {
    const sentence = text.slice(start, Math.min(end, start + 2_000));
    const opening = INCLUDES.exec(sentence);
    if (opening === null) continue;
    if (/\b(?:does|do|did)\s+not\s+(?:include|reflect)|\bexclud/i.test(sentence)) continue;
    for (const match of sentence.matchAll(ITEM)) {
      const shares = countOf(match[1] ?? "");
      if (shares === null || match.index + match[0].length < opening.index || STANDING.test(match[0])) continue;
      found.push({ shares, via: viaOf(match[0], sentence), words: match[0] });
    }
  }
  return found;
}

function viaOf(item: string, sentence: string): IncludedShares["via"] {
  const kind = readMechanicalPurchases(item)[0]?.kind ?? readMechanicalPurchases(sentence)[0]?.kind;
  if (kind !== undefined) return kind;
  return /\bvest(?:ed|ing)\b/i.test(item) ? "vesting" : null;
}
