import type { Span } from "@/lib/analytics/footnotes/sentences";

/** What a keyword makes of the date that it governs. */
export type DateRole = "adopted" | "modified" | "other";

export interface Keyword extends Span {
  role: DateRole;
}

const ADOPT =
  "adopt(?:ed|ion|ing|s)?|enter(?:ed|ing)\\s+in(?:to)?|establish(?:ed|ing|ment)?|put\\s+in(?:to)?\\s+(?:place|effect)|set\\s+up|institut(?:ed|ing)|implement(?:ed|ing)|creat(?:ed|ing)|initiated|instructions?\\s+(?:(?:that\\s+)?(?:was|were)\\s+)?given|plan\\s+(?:that\\s+was\\s+|which\\s+was\\s+)?(?:previously\\s+)?(?:executed|signed|made)";
const MODIFY =
  "amend(?:ed|ment|ments|ing)?(?:\\s+and\\s+restated)?|modif(?:ied|ication|ications|ying)|adjust(?:ed|ment)|restated|revised|updated|changed";
const OTHER = [
  "expir\\w*|terminat\\w*|complet\\w*|cancel\\w*|vest\\w*|effective|disclosed|announced|filed|grant(?:ed)?|award(?:ed)?|issued|acquired|received",
  "prior\\s+to|before|after|until|through|since|between|during|from|by\\s+(?=\\w+\\s+\\d)|ends?|ended|ending|beg[ai]n\\w*|commenc\\w*|start\\w*|window|period",
  "sold|sales?\\s+(?:on|in)|purchased|exercised|transactions?\\s+on|matures?|maturity|closed|closing|announcement|meeting|resigned|retired|appointed|born|divorce",
  "trust\\W+(?:u/?[ad]/?t?/?[ad]?\\W*)?(?:dated|dtd\\.?|u/?[ad]/?[dt]|of)?|u/?t?/?[ad]/?[dt]?\\b|dated|dtd\\.?|8-K|10-[KQ]|S-1|prospectus",
].join("|");
const KEYWORD = new RegExp(`\\b(?:(${ADOPT})|(${MODIFY})|(${OTHER}))(?![a-z])`, "gi");

const PLAN_NOUN = "(?:plan|program|arrangement|instructions?|contract|agreement|order|policy|trust|charter|bylaws)s?";
// Plans and papers that are no trading plan, though they too are adopted and dated.
const OTHER_PAPER =
  /\b(?:(?:equity|incentive|stock|option|award|compensation|bonus|omnibus|deferred|deferral|savings|dividend|retirement|pension|ownership|rights|split|merger|lock-?up|purchase\s+and\s+sale|partnership|operating|credit|loan|employment|separation|consulting|voting|registration\s+rights|clawback)\s+(?:(?!trading|sales?\b|selling|10b)\w+\s+){0,2}(?:plan|program|arrangement|agreement|policy)|(?:grant|award|issu)\w*\s+(?:\w+\s+){0,2}under\s+the\s+(?:\w+\s+){0,2}plan|policy|charter|bylaws|merger|resolution|ESPP|DRIP|DRP|401\(k\))\b/gi;
const TRADING_PLAN =
  /10[\s-]?\(?b\)?[\s-]{0,2}5|\b(?:trading|sales?|selling|purchase|written|pre-?arranged)\s+(?:\w+\s+)?(?:plan|program|arrangement|instruction)|\b(?:the|such|his|her|its|their|this|said|each|that|which)\s+(?:\w+\s+){0,2}(?:plan|instruction)s?\b|sale-to-cover\s+instruction/gi;

// “Rule 10b5-1 stock purchase plan” is a trading plan all the same.
const NAMED_BY_RULE = /10[\s-]?\(?b\)?[\s-]{0,2}5\S{0,12}\s+(?:\w+\s+){0,2}$/i;

/** The words that say what a date of a sentence is, in order. */
export function keywordsOf(sentence: string): Keyword[] {
  const found: Keyword[] = [];
  for (const match of sentence.matchAll(KEYWORD)) {
    const start = match.index;
    const end = start + match[0].length;
    const role = roleOf(sentence, match, start, end);
    if (role !== null) found.push({ start, end, role });
  }
  return found;
}

function roleOf(sentence: string, match: RegExpMatchArray, start: number, end: number): DateRole | null {
  const before = sentence.slice(Math.max(0, start - 160), start);
  const after = sentence.slice(end, end + 100);
  if (match[1] !== undefined) return adoptRole(match[1], before, after);
  if (match[2] !== undefined) return modifyRole(before);
  if (/^(?:dated|dtd)/i.test(match[0])) return isPlanDate(before) ? "adopted" : "other";
  // “adopted effective May 3, 2022”: the adoption goes on.
  if (/^effective/i.test(match[0]) && /\b(?:adopted|amended|modified),?\s+$/i.test(before)) return null;
  // “Rule 10b5-1 under the Securities Exchange Act of 1934”, “from a trading plan”: no date follows.
  return "other";
}

// An adoption to come, or one that did not happen.
const UNREAL =
  /\b(?:(?:intends?|intention|expects?|plans|proposes?|anticipates?)\s+to|will|may|might|would|not|never|yet)\s+(?:\w+\s+)?$/i;

function adoptRole(verb: string, before: string, after: string): DateRole {
  if (UNREAL.test(before)) return "other";
  if (/^\s+by\s+(?:the\s+)?(?:\w+['’]s\s+)?(?:stock|share)holders/i.test(after)) return "other";
  if (/^\s+(?:(?:an|a|the|certain)\s+)?(?:amend|modif)/i.test(after)) return "modified";
  const object = /^[^,;.]{0,80}/.exec(after)?.[0] ?? "";
  if (/^\s+(?:an?|the|his|her|its|their|such|two|new)\b/i.test(object)) {
    const named = lastPlan(object.replace(/\b(?:by|on|in|pursuant\s+to)\s.*$/i, ""));
    if (named !== null) return named;
  }
  // “The trust was established on …”
  if (!/^(?:adopt|enter)/i.test(verb) && /\btrust,?\s+(?:(?:which|that)\s+)?(?:(?:was|is)\s+)?$/i.test(before))
    return "other";
  return lastPlan(before) ?? "adopted";
}

/** Whether the last plan or paper that the words name is a trading plan (`adopted`) or another one (`other`). */
function lastPlan(words: string): DateRole | null {
  const trading = [...words.matchAll(TRADING_PLAN)].at(-1);
  const other = [...words.matchAll(OTHER_PAPER)].findLast(
    (match) => !NAMED_BY_RULE.test(words.slice(Math.max(0, match.index - 40), match.index)),
  );
  if (trading === undefined && other === undefined) return null;
  const tradingEnd = trading === undefined ? -1 : trading.index + trading[0].length;
  const otherEnd = other === undefined ? -1 : other.index + other[0].length;
  return tradingEnd > otherEnd ? "adopted" : "other";
}

/** “Securities Exchange Act of 1934, as amended” modifies no plan. */
function modifyRole(before: string): DateRole | null {
  return /\bAct\b(?:\s+of\s+19\d\d)?(?:\s*\([^)]*\))?,?\s+(?:as\s+)?$/i.test(before) ? null : "modified";
}

/** “plan dated May 3, 2022” is the plan's own date; “trust dated …”, “agreement dated …” are not. */
function isPlanDate(before: string): boolean {
  const noun = new RegExp(`\\b${PLAN_NOUN}\\b(?!.*\\b${PLAN_NOUN}\\b)`, "i").exec(before);
  const near = noun === null ? "" : before.slice(noun.index);
  if (/10[\s-]?\(?b\)?[\s-]{0,2}5\W{0,2}[1l](?:\(c\)(?:\(\d\))?)?\W+(?:was\s+|were\s+|is\s+)?$/i.test(before))
    return true;
  if (noun === null || near.length > 60 || /^(?:policy|trust|charter|bylaws|agreement)/i.test(near)) return false;
  return lastPlan(before) !== "other";
}
