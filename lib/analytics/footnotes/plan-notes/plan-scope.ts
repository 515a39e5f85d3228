/** Which rows a sentence names. */
export type NamedRows = "all" | "transactions" | "sales" | "purchases" | "exercises" | "conversions" | "gifts";

export interface PlanScope {
  rows: NamedRows;
  /** “this sale”, “shares sold”: the rows that the note hangs on, where any of that kind is among them. */
  pointing: boolean;
}

const ALL = /\b(?:all|each|every|both)\s+(?:of\s+)?(?:the\s+)?(?:reported\s+)?transactions?\b/i;
const NAMES: readonly [Exclude<NamedRows, "all">, RegExp][] = [
  ["transactions", /\b(?:(\w+)\s+)?(?:reported\s+)?(?:transaction(\(s\)|s)?)\b/gi],
  [
    "sales",
    /\b(?:(\w+)\s+)?(?:reported\s+|open[\s-]market\s+|stock\s+)?(?:sale(?:s?\s+transaction)?(\(s\)|s)?)(?!\s+(?:plan|price|instruction|order|program|arrangement|agreement|contract|to\s+be\b)|-)\b/gi,
  ],
  [
    "purchases",
    /\b(?:(\w+)\s+)?(?:reported\s+)?(?:purchase(\(s\)|s)?)(?!\s+(?:plan|price|right|agreement|order|program))\b/gi,
  ],
  [
    "exercises",
    /\b(?:(\w+)\s+)?(?:stock\s+|option\s+|net\s+|cashless\s+){0,3}(?:exercise(\(s\)|s)?)(?!\s+(?:price|date|of\s+(?:discretion|any)))\b/gi,
  ],
  ["conversions", /\b(?:(\w+)\s+)?(?:conversion(\(s\)|s)?)(?!\s+(?:price|rate|ratio))\b/gi],
  ["gifts", /\b(?:(\w+)\s+)?(?:gift(\(s\)|s)?)\b/gi],
];
const VERBS: readonly [NamedRows, RegExp][] = [
  ["sales", /\b(?:sold|shares\s+sold|disposed\s+of)\b/i],
  ["purchases", /\b(?:purchased|bought)\b/i],
  ["exercises", /\bexercised\b/i],
  ["conversions", /\bconverted\b/i],
];

// The rule's own words for a plan (“written plan for the purchase or sale of securities”) name no rows.
const PLAN_FOR =
  /\b(?:plan|instructions?|contract|arrangement|program)\s+(?:\w+\s+)?for\s+(?:the\s+)?(?:purchase|sale|purchasing|selling)s?(?:\s+(?:or|and|and\/or)\s+(?:the\s+)?(?:purchase|sale)s?)?\b/gi;

/**
 * The rows that a sentence about a plan names (domain §4): by its words before the plan phrase, which stands at `phrase`,
 * else by those after it. An empty list: it names none, and covers only the rows it hangs on.
 */
export function planScope(sentence: string, phrase: number): PlanScope[] {
  const before = scopesOf(sentence.slice(0, phrase).replace(PLAN_FOR, " "));
  return before.length > 0 ? before : scopesOf(sentence.slice(phrase).replace(PLAN_FOR, " "));
}

function scopesOf(words: string): PlanScope[] {
  if (ALL.test(words)) return [{ rows: "all", pointing: false }];
  const lower = words.toLowerCase();
  const scopes: PlanScope[] = [];
  for (const [rows, pattern] of NAMES) {
    const scope = lower.includes(rows.slice(0, -1)) ? namedBy(rows, words, pattern) : null;
    if (scope !== null) scopes.push(scope);
  }
  for (const [rows, pattern] of VERBS) {
    if (!scopes.some((scope) => scope.rows === rows || scope.rows === "transactions") && pattern.test(words)) {
      scopes.push({ rows, pointing: true });
    }
  }
  const narrower = scopes.filter((scope) => scope.rows !== "transactions");
  // “The sale transaction reported” names sales; “transactions” is then only its noun.
  return narrower.length > 0 && /\bsales?\s+transaction/i.test(words) ? narrower : scopes;
}

function namedBy(rows: NamedRows, sentence: string, pattern: RegExp): PlanScope | null {
  let found: PlanScope | null = null;
  for (const match of sentence.matchAll(pattern)) {
    const pointing = isPointing(rows, match[1]?.toLowerCase() ?? "", match[2] !== undefined);
    if (found === null || found.pointing) found = { rows, pointing };
  }
  return found;
}

/** “this sale”, “Sale made …” and, of transactions, any singular point at the row the note hangs on. */
function isPointing(rows: NamedRows, determiner: string, plural: boolean): boolean {
  if (["this", "these", "that", "those", "such"].includes(determiner)) return true;
  if (plural) return false;
  return rows === "transactions" || !["the", "all", "and"].includes(determiner);
}
