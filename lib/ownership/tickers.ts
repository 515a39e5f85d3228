import { type Parsed, parsed, problem } from "./parsed";

/** A ticker as filed, and the symbols that it names. */
export interface Tickers {
  /** The text as filed, or null. */
  filed: string | null;
  /** Upper case, in filed order, without duplicates; a class mark after a dot (`BRK.B`). Empty when there is none. */
  symbols: string[];
}

/** Words by which filers say that there is no symbol. `NA` is also a small company's symbol; filers mean “none” by it. */
const NONE = /^(?:NONE|NO|NOT|N ?A|N\/ ?A|N\.A\.?|NULL|TBD|UNLISTED|PRIVATE|-+|0+)$|^(?:NONE|NOT|NO) |^N\/A\b/;

const EXCHANGES = "NYSE|NASDAQ(?:GS|GM|CM)?|AMEX|ASX|OTC(?:QB|QX|BB|MKTS?|PK|PINK)?|TSXV?|LSE|CBOE|XNAS|XNYS|CSE";
const EXCHANGE_BEFORE = new RegExp(
  `^(?:${EXCHANGES})(?:\\s+(?:ARCA|AMERICAN|MKT|BB|QB|QX|PINK|MARKETS))?(?:\\s*[:/]|\\s+-|-)\\s*`,
);
const EXCHANGE_AFTER = new RegExp(`(?:\\s*[:-]\\s*|\\s+)(?:${EXCHANGES})$`);
/** An exchange alone is no symbol; CBOE is one too. */
const EXCHANGE_ALONE = /^(?:NYSE|NASDAQ|AMEX|OTC(?:QB|QX|BB)?)$/;

const BASE = "(?=\\d*[A-Z])[A-Z0-9]{1,6}";
/** A symbol with up to two marks behind dots or hyphens: `PGSS.U`, `BF-B`, `ACRG.A.U`, and NYSE's `ABR$D`. */
const SYMBOL = new RegExp(`^${BASE}(?:(?:[.-][A-Z0-9]{1,3}){1,2}|\\$[A-Z])?$`);
/** Symbols of other countries can be digits before their mark: `2330.TW`. */
const FOREIGN = /^\d{1,6}\.[A-Z]{1,3}$/;
/** What may stand behind a space and still be a mark of the symbol before it: `MACI U`, `BRK B`, `ABC WS`. */
const SPACED_MARK = /^(?:[A-Z]|WS|UN|RT|WI|PR[A-Z]?)$/;
/** The number in a company's name that some filers write behind its symbol: `GPAC II`. */
const ROMAN = /^(?:II|III|IV|VI{1,3}|IX)$/;

/**
 * The symbols in a filed `issuerTradingSymbol`: `(SIRI)`, `NYSE:NYCB`, `AMC,APE`, `WLY/WLYB`, `FRG FRGAP`, `GPAC II`.
 * What is no symbol (`#qefy5cx`) gives none; the filed text is always kept beside it.
 */
export function readTickers(text: string | null): Tickers {
  const filed = text?.trim() || null;
  return { filed, symbols: filed === null ? [] : (parseTickers(filed).value ?? []) };
}

/**
 * The symbols of a filed text. An empty list means that the filer says there is none (`none`, `N/A`); a text without any
 * symbol that is no such word is the problem `ticker-malformed`.
 */
export function parseTickers(text: string): Parsed<string[]> {
  const upper = text
    .toUpperCase()
    .replace(/["'“”‘’()[\]]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (NONE.test(upper)) return parsed([]);
  const bare = upper.replace(/\bN\/A\b/g, " ").replace(EXCHANGE_BEFORE, "");
  const symbols: string[] = [];
  for (const part of bare.split(/[,;&|]|\s(?:AND|OR)\s/)) symbols.push(...symbolsOfPart(part.trim()));
  if (symbols.length > 0) return parsed([...new Set(symbols)]);
  return problem("ticker-malformed", `“${text}” names no trading symbol.`, text);
}

/** One part may still be several symbols: split at slashes (`WLY/WLYB`), then at spaces (`FRG FRGAP`). */
function symbolsOfPart(part: string): string[] {
  const bare = part
    .replace(EXCHANGE_BEFORE, "")
    .replace(EXCHANGE_AFTER, "")
    .replace(/[.:]+$/, "")
    .trim();
  const [first = "", ...others] = bare.split("/").map((piece) => piece.trim());
  const symbols = symbolsOfWords(first);
  for (const other of others) {
    // `BRK/B` and `LBRDA/K`: a letter behind a slash is another class of the symbol before it, never a symbol.
    const base = symbols.at(-1);
    if (base !== undefined && /^[A-Z]$/.test(other)) symbols.push(...classOf(symbols, base, other));
    else symbols.push(...symbolsOfWords(other));
  }
  return symbols;
}

function classOf(symbols: string[], base: string, letter: string): string[] {
  if (base.length === 5) return [base.slice(0, 4) + letter];
  // `BRK/A/B`: the base before the first mark.
  if (!base.includes(".")) symbols.pop();
  return [`${base.split(".")[0]}.${letter}`];
}

function symbolsOfWords(text: string): string[] {
  if (text === "" || NONE.test(text) || EXCHANGE_ALONE.test(text)) return [];
  // `N O G`: letters set apart.
  const words = /^(?:[A-Z] ){2,4}[A-Z]$/.test(text) ? [text.replaceAll(" ", "")] : text.split(" ");
  const symbols: string[] = [];
  for (const word of words) {
    const plain = word.replace(/^\$/, "");
    const base = symbols.at(-1);
    if (base !== undefined && ROMAN.test(plain)) continue;
    if (base !== undefined && SPACED_MARK.test(plain)) symbols[symbols.length - 1] = `${base}.${plain}`;
    else if (SYMBOL.test(plain) || FOREIGN.test(plain)) symbols.push(plain.replaceAll("-", "."));
    else return [];
  }
  return symbols;
}
