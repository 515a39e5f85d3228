const PAR_VALUE =
  /[,(]?\s*(?:with\s+(?:a\s+)?)?(?:no\s+par\s+value|(?:par\s+value\s+(?:of\s+)?)?(?:us)?\$\s*\d*\.?\d+(?:\s+par\s+value)?|par\s+value\s+(?:us\$|\$)?\s*\d*\.?\d+)(?:\s*per\s+(?:share|unit))?\s*\)?/g;
/** `, $0.0001 per share` behind a title: below a dollar, with nothing after it, that is the par value though the word is missing. */
const PAR_VALUE_UNNAMED = /,\s*(?:us)?\$\s*0?\.\d+\s*per\s+(?:share|unit)$/;

/** `("Common Shares")` behind a title: a name for the class that stands before it, never another class. */
const DEFINED_TERM = /(?<=\w.*)\s*\((?:the\s+)?"[^"()]{1,40}"\)$/;

/**
 * A security title as a key for comparing filings: letter case, spacing, quotes, a par value and a defined term at the end
 * aside, the words as filed. `Common Stock, $0.01 par value ("Common Stock")` and `COMMON STOCK` are one class;
 * `Class A Common Stock` is another.
 */
export function classKey(title: string | null): string {
  return title === null ? "" : CLASS_KEYS.of(title);
}

/** Text for comparing: lower case, straight quotes, single spaces. */
export function plainWords(text: string | null): string {
  return text === null ? "" : PLAIN.of(text);
}

/** An issuer's rows repeat a few titles thousands of times: what was worked out once is kept, up to a bound. */
class Memo {
  readonly #work: (text: string) => string;
  readonly #known = new Map<string, string>();

  constructor(work: (text: string) => string) {
    this.#work = work;
  }

  of(text: string): string {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const result = this.#work(text);
    if (this.#known.size >= 20_000) this.#known.clear();
    if (text.length <= 200) this.#known.set(text, result);
    return result;
  }
}

const PLAIN = new Memo((text) =>
  text.toLowerCase().replace(/[“”]/g, '"').replace(/[‘’]/g, "'").replace(/\s+/g, " ").trim(),
);

const CLASS_KEYS = new Memo((title) => {
  const words = plainWords(title);
  const bare = words.replace(DEFINED_TERM, "");
  const withoutPar = bare.includes("par") ? bare.replace(PAR_VALUE, " ") : bare.replace(PAR_VALUE_UNNAMED, "");
  return withoutPar
    .replace(/\b(share|unit|option|warrant|right|note|interest)s\b/g, "$1")
    .replace(/[\s,.;:*()"']+/g, " ")
    .trim();
});
