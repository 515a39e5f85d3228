/** A ticker as filed, and the symbols that it names. */
export interface Tickers {
  /** The text as filed, or null. */
  filed: string | null;
  /** Upper case, in filed order, without duplicates; empty when the filer gave none. */
  symbols: string[];
}

const NONE = new Set([
  "NONE",
  "N/A",
  "NA",
  "NOT APPLICABLE",
  "NULL",
  "-",
  "--",
  "N.A.",
  "TBD",
  "NOT LISTED",
  "NO TICKER",
]);
const EXCHANGE =
  /^(?:NYSE(?:\s+(?:ARCA|AMERICAN|MKT))?|NASDAQ(?:GS|GM|CM)?|AMEX|OTC(?:QB|QX|BB|MKTS?|PINK)?|TSXV?|LSE|CBOE|XNAS|XNYS)\s*[:-]\s*/;
const SYMBOL = /^[A-Z0-9]{1,6}(?:[.\- ][A-Z0-9]{1,3}|\$[A-Z])?$/;

/**
 * The symbols in a filed `issuerTradingSymbol`: `(SIRI)`, `NYSE:NYCB`, `AMC,APE`, `WLY/WLYB`, `FRG FRGAP`, `none`.
 * What is no symbol (`#qefy5cx`) gives none; the filed text is always kept beside it.
 */
export function readTickers(text: string | null): Tickers {
  const filed = text?.trim() || null;
  if (filed === null) return { filed: null, symbols: [] };
  const upper = filed
    .toUpperCase()
    .replace(/["'“”()[\]]/g, " ")
    .trim();
  if (NONE.has(upper)) return { filed, symbols: [] };
  const symbols: string[] = [];
  for (const part of upper.split(/[,;/&|]|\bAND\b/)) {
    for (const symbol of symbolsOfPart(part.trim())) {
      if (!symbols.includes(symbol)) symbols.push(symbol);
    }
  }
  return { filed, symbols };
}

/** `GPAC II` is one symbol with a class mark, `FRG FRGAP` are two: a short second word is taken for a mark. */
function symbolsOfPart(part: string): string[] {
  const bare = part.replace(EXCHANGE, "").trim();
  if (bare === "" || NONE.has(bare)) return [];
  if (SYMBOL.test(bare)) return [bare];
  const words = bare.split(/\s+/).map((word) => word.replace(EXCHANGE, ""));
  return words.length > 1 && words.every((word) => SYMBOL.test(word)) ? words : [];
}
