import { readOnce } from "./read-once";

const HINT = /\btax|\bcover\b|\bwithholding/i;
const TAX_SALE =
  /\bsell[\s-]to[\s-]cover\b|\bsales?[\s-]to[\s-]cover\b|\bsold\s+(?:\w+\s+){0,8}?to\s+(?:cover|satisfy|pay|fund)\b[^.]{0,120}?\btax|\bsales?\b[^.]{0,120}?\bto\s+(?:cover|satisfy|pay|fund)\b[^.]{0,120}?\btax|\bto\s+(?:cover|satisfy|pay|fund)\b[^.]{0,100}?\btax(?:es)?\b[^.]{0,60}?(?:withholding|obligation|liabilit)|\bsold for tax (?:withholding|obligation|liabilit)|\b(?:sold|sales?)\b[^.]{0,160}?\b(?:covering|satisfying|paying|funding)\b[^.]{0,100}?\btax|\bsales?\b[^.]{0,120}?\bto\s+(?:facilitate|accommodate)\b[^.]{0,60}?\btax(?:es|able income payment)?\b/i;

/** Whether a footnote says that shares were sold to pay tax due on an award (sell-to-cover). */
export const saysSaleForTax: (text: string) => boolean = readOnce((text) => HINT.test(text) && TAX_SALE.test(text));
