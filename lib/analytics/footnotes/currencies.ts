import { readOnce } from "./read-once";
import { COUNT, countOf } from "./spelled-numbers";

/** A currency other than the US dollar that a note names. */
export interface CurrencyMention {
  /** ISO 4217. */
  currency: string;
  /** The note says that the figure on the form was converted into US dollars. */
  converted: boolean;
  /** Exactly as filed. */
  words: string;
}

/** A note that speaks of American Depositary Shares or Receipts. */
export interface AdsMention {
  /** Underlying shares that one ADS stands for; null: not said. */
  sharesPerAds: number | null;
  words: string;
}

const CURRENCIES: readonly [string, RegExp][] = [
  ["CAD", /(?<![A-Za-z])(?:C\$|CA\$|CDN\s?\$|CAD\b|CDN\b)|\bCanadian\s+dollars?\b/],
  ["AUD", /(?<![A-Za-z])(?:A\$|AU\$|AUD\b)|\bAustralian\s+dollars?\b/],
  ["NZD", /(?<![A-Za-z])(?:NZ\$|NZD\b)|\bNew\s+Zealand\s+dollars?\b/],
  ["HKD", /(?<![A-Za-z])(?:HK\$|HKD\b)|\bHong\s+Kong\s+dollars?\b/],
  ["SGD", /(?<![A-Za-z])(?:S\$|SGD\b)|\bSingapore\s+dollars?\b/],
  ["TWD", /(?<![A-Za-z])(?:NT\$|TWD\b|NTD\b)|\b(?:New\s+)?Taiwan(?:ese)?\s+dollars?\b/],
  ["BRL", /(?<![A-Za-z])(?:R\$|BRL\b)|\bBrazilian\s+rea(?:l|is)\b/],
  ["MXN", /\bMXN\b|\bMexican\s+pesos?\b/],
  ["EUR", /€|\bEUR\b|\b[Ee]uros?\b/],
  ["GBP", /£|\bGBP\b|\b[Pp]ounds?\s+[Ss]terling\b|\bBritish\s+pounds?\b|\bpence\b|\bGBX\b/],
  ["JPY", /¥|\bJPY\b|\b(?:Japanese\s+)?[Yy]en\b/],
  ["CNY", /\bRMB\b|\bCNY\b|\b[Rr]enminbi\b|\b[Yy]uan\b/],
  ["NOK", /\bNOK\b|\bNorwegian\s+[Kk]roner?\b/],
  ["SEK", /\bSEK\b|\bSwedish\s+[Kk]ron(?:or|a)\b/],
  ["DKK", /\bDKK\b|\bDanish\s+[Kk]roner?\b/],
  ["CHF", /\bCHF\b|\bSwiss\s+[Ff]rancs?\b/],
  ["ILS", /\bNIS\b|\bILS\b|\b(?:New\s+)?Israeli\s+[Ss]he(?:kel|qel)s?\b/],
  ["INR", /₹|\bINR\b|\bIndian\s+[Rr]upees?\b/],
  ["KRW", /₩|\bKRW\b|\b(?:South\s+)?Korean\s+[Ww]on\b/],
  ["ZAR", /\bZAR\b|\bSouth\s+African\s+[Rr]and\b/],
];
/** All of them in one pass: nearly every note on a price names dollars and no other currency. */
const ANY_CURRENCY = new RegExp(CURRENCIES.map(([, pattern]) => pattern.source).join("|"));
const CONVERTED =
  /\b(?:converted|translated|conversion|translation|equivalent)\b[^;]{0,100}?(?:U\.?\s?S\.?\s*dollars?|US?\$|USD)|\bexchange\s+rate\b|\bat\s+(?:the|a)\s+rate\s+of\b/i;

/** The foreign currencies that a footnote names (source: domain §7, value flags), each once, in the order of their names here. */
export const readCurrencies: (text: string) => readonly CurrencyMention[] = readOnce((text) => {
  if (!ANY_CURRENCY.test(text)) return [];
  const converted = CONVERTED.test(text);
  return CURRENCIES.flatMap(([currency, pattern]) => {
    const match = pattern.exec(text);
    return match === null ? [] : [{ currency, converted, words: match[0] }];
  });
});

const ADS = /\bAmerican\s+Deposit[ao]ry\s+(?:Shares?|Receipts?)(?:\s+\(["“”]?AD[SR]s?["“”]?\))?|\bAD[SR]s?\b/;
const RATIO = new RegExp(
  `\\b(?:each|one|per|1)\\s+(?:American\\s+Deposit[ao]ry\\s+(?:Share|Receipt)|AD[SR])[^.;]{0,40}?\\brepresent(?:s|ing|ed)?\\s+(?:the\\s+right\\s+to\\s+receive\\s+)?(?:an?\\s+)?${COUNT}(?:\\s+\\((\\d{1,6})\\))?(?:[\\s-](half|tenth|fifth|quarter|hundredth))?`,
  "i",
);
const PARTS: Readonly<Record<string, number>> = { half: 2, quarter: 4, fifth: 5, tenth: 10, hundredth: 100 };

/** Whether a footnote speaks of ADSs, and how many shares one stands for (“each ADS represents five ordinary shares”). */
export const readAdsMention: (text: string) => AdsMention | null = readOnce((text) => {
  if (!text.includes("AD") && !text.includes("American")) return null;
  const mention = ADS.exec(text);
  if (mention === null) return null;
  const ratio = RATIO.exec(text);
  if (ratio === null) return { sharesPerAds: null, words: mention[0] };
  const count = countOf(ratio[2] ?? ratio[1] ?? "");
  const part = PARTS[ratio[3]?.toLowerCase() ?? ""] ?? 1;
  return { sharesPerAds: count === null ? null : count / part, words: ratio[0] };
});
