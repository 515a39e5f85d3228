import { readOnce } from "@/lib/analytics/footnotes/read-once";
import { plainWords } from "@/lib/analytics/rows/class-titles";
import type { FiledRow } from "@/lib/analytics/rows/filed-row";

/** What a derivative row of Table II is, for the type of an episode (domain §5). */
export type DerivativeKind =
  /** Unit, RSU, PSU, phantom share: vests without a strike. */
  | "unit"
  /** Anything with a strike: option, warrant, appreciation right. */
  | "option"
  /** Partnership or LLC unit that turns into stock. */
  | "partnership"
  /** Convertible stock or debt, another class of stock: a conversion, listed apart. */
  | "convertible";

/** Exercise prices up to a cent stand for a par value, not for a strike. */
const PAR = 0.01;

const OPTION = /\boptions?\b|right to (?:buy|purchase|acquire)|\bwarrants?\b|appreciation right|\bsars?\b|\bcalls?\b/;
const PARTNERSHIP =
  /\b(?:op|ltip|llc|l\.l\.c\.|lp|l\.p\.|partnership|paired|holdings|membership|exchangeable|profits?|incentive|company|opco|management|common|class [a-z](?:-\d)?)\s+(?:(?:common|interest|partnership|profits|operating|company)\s+)*(?:units?|interests?)\b|\bpartnership\b|\bllc\b.*\b(?:units?|interests?)\b/;
const UNIT =
  /\brsus?\b|\bp?rsus?\b|\bpsus?\b|\bdsus?\b|\bmsus?\b|\bpsas?\b|phantom|\b(?:restricted|performance|deferred|stock|share|market|dividend|bonus)\b.*\b(?:units?|shares?|stock|equivalents?|rights?|awards?|accounts?)\b/;
const CONVERTIBLE =
  /convertible|preferred|preference|\bnotes?\b|debenture|\bclass [a-z]\b|\bseries [a-z]\b|exchangeable/;

/** The kind of a Table II row, by its title and exercise price. */
export function derivativeKind(row: FiledRow): DerivativeKind {
  const strike = row.exercisePrice !== null && row.exercisePrice > PAR;
  const named = kindOfTitle(row.securityTitle ?? "");
  if (named === "option or unit") return strike ? "option" : "unit";
  if (named !== null && named !== "unit unless struck") return named;
  if (strike) return row.code === "C" ? "convertible" : "option";
  if (named === "unit unless struck") return "unit";
  return row.code === "C" ? "convertible" : "unit";
}

/** What the words of a title say; null: nothing. Titles repeat, and half a dozen patterns read each. */
const kindOfTitle = readOnce((filed): DerivativeKind | "option or unit" | "unit unless struck" | null => {
  const title = plainWords(filed);
  if (OPTION.test(title)) return UNIT.test(title.replace(OPTION, "")) ? "option or unit" : "option";
  if (/\b(?:restricted|performance|deferred|phantom)\b/.test(title) && UNIT.test(title)) return "option or unit";
  if (PARTNERSHIP.test(title)) return "partnership";
  if (CONVERTIBLE.test(title)) return "convertible";
  return UNIT.test(title) ? "unit unless struck" : null;
});
