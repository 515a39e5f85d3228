import { readOnce } from "@/lib/analytics/footnotes/read-once";
import { sentencesOf } from "@/lib/analytics/footnotes/sentences";

/** Acquisitions that nobody decides on the day, and those at a set price from the issuer or an underwriter. */
export type MechanicalKind =
  | "dividend reinvestment"
  | "401(k)"
  | "employee stock purchase plan"
  | "deferred pay"
  | "pay in shares"
  | "placement";

export interface MechanicalMention {
  kind: MechanicalKind;
  /** The sentence tells what a balance includes, not what this row is. */
  aboutBalance: boolean;
  /** The sentence, exactly as filed. */
  words: string;
}

const HINT =
  /reinvest|DRI?P|401|savings|stock purchase|ESPP|defer|in lieu|placement|offering|PIPE|purchase agreement|subscription/i;
const KINDS: readonly [MechanicalKind, RegExp][] = [
  [
    "dividend reinvestment",
    /\bdividends?\s+reinvest|\breinvest(?:ment|ed|ing|s)?\s+(?:of\s+)?(?:\w+\s+){0,3}(?:dividends?|distributions?)|\bdividends?\b[^.;]{0,80}\breinvested|\bdistribution\s+reinvest|\bDRI?P\b/i,
  ],
  [
    "401(k)",
    /\b401\s?\(?k\)?(?!\w)|\b(?:employee|retirement)\s+savings\s+plan\b|\bsavings\s+(?:and\s+\w+\s+)?plan\b|\bthrift\s+plan\b/i,
  ],
  [
    "employee stock purchase plan",
    /\bemployee(?:s['’]?|['’]s)?\s+(?:stock|share|unit)\s+purchase\s+(?:plan|program)\b|\bESPP\b/i,
  ],
  [
    "deferred pay",
    /\bdeferred\s+(?:compensation|fee|cash|income|stock|share|salary|director)|\bdeferral\s+(?:plan|of\s+(?:\w+\s+){0,3}(?:fees?|salary|compensation|bonus))/i,
  ],
  [
    "pay in shares",
    /\bin\s+lieu\s+of\s+(?:(?:a|all|any|receiving|his|her|their|the|\w+)\s+){0,4}(?:cash|retainer|fees?|salary|directors?)/i,
  ],
  [
    "placement",
    /\b(?:purchas\w+|acquir\w+|bought|sold|issued|subscrib\w+|sale)\b[^.;]{0,160}?\b(?:private\s+placement|registered\s+direct\s+offering|(?:public|rights|underwritten)\s+offering|PIPE|securities\s+purchase\s+agreement|subscription\s+agreement)\b(?!\s+(?:warrants?|units?|shares?)\b)/i,
  ],
];
const OWN_FUTURE =
  /\b(?:following|after|prior\s+to|anniversary|date|closing|time|effective)\s+(?:\w+\s+){0,5}(?:public\s+offering)/i;
const BALANCE =
  /\b(?:includ(?:es?|ed|ing)|balance|holdings?|total\s+(?:number|holdings)|adjust(?:ed|ment)|also\s+reflects)\b/i;

/**
 * The mechanical purchases and placements that a footnote speaks of (source: domain §7, clusters), one entry a sentence and kind.
 */
export const readMechanicalPurchases: (text: string) => readonly MechanicalMention[] = readOnce((text) => {
  if (!HINT.test(text)) return [];
  const found: MechanicalMention[] = [];
  for (const { start, end } of sentencesOf(text)) {
    const words = text.slice(start, end);
    if (!HINT.test(words)) continue;
    for (const [kind, pattern] of KINDS) {
      if (!pattern.test(words) || (kind === "placement" && OWN_FUTURE.test(words))) continue;
      found.push({ kind, aboutBalance: BALANCE.test(words), words });
    }
  }
  return found;
});
