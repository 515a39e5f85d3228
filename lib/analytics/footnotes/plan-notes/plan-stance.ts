/** What a sentence says of a trade and Rule 10b5-1: made under a plan, made outside of one, or neither (a plan to come, a plan ended). */
export type PlanStance = "planned" | "not planned" | "neither";

const REACH = 200;

const NEGATOR = /\b(?:not|never|neither|nor|none|cannot|\w{2,5}n['’]t)\b/gi;
// “no” denies its own noun only: the plan itself, or the trades.
const NO =
  /\bno\b(?=\s+(?:(?:such|other|existing|written|trading|valid|effective|sec|rule|pre-?\w+)\s+){0,4}(?:$|(?:reported\s+)?(?:part|portion|transactions?|sales?|purchases?|trades?|shares?|exercises?|gifts?|plan|arrangement)\b))/gi;
// Words that cut the negation off from the plan, or give it another object.
const CUT =
  /[;:]|\b(?:but|however|although|though|while|rather|instead|because|since|except|unless|pursuant to which)\b|\band\s+(?:was|were|is|are|has|have|had|been|thus|therefore|instead|made|effected|executed|sold)\b|,\s*(?:(?:and|which|it|they)\s+)?(?:was|were|is|are)\b/i;
const OTHER_OBJECT =
  /^\s+(?:been\s+|being\s+)?report|^\s+(?:for|at|lower|less|below|earlier|more)\b|^\s+(?:the|by|his|her)\b[^,;]{0,50},|^\s+(?:\w+ly\s+)?(?:notif|inform|advis|deliver|receiv|furnish|provid|file)|\bdiscretion|\b(?:aware|possess|control|influence|solicit|only|later|exceed|timely|remain|requir|includ|terminat|amend|modif|complet|expir|cancel|chang|deviat|undertak)/i;
// “…, and is separate from, …”
const ASIDE = /,\s+and\s+[^,;]{1,60},/gi;
const TWICE = /\b(?:other(?:wise)?\s+than|outside|except|without)\b/i;

const OUTSIDE =
  /\b(?:outside|rather\s+than|instead\s+of|in\s+lieu\s+of|other\s+than|otherwise\s+than|without|independent(?:ly)?\s+of|separate(?:ly)?\s+(?:and\s+apart\s+)?from|apart\s+from|unrelated\s+to|in\s+the\s+absence\s+of|absent)(?=\s)/gi;
const NON = /\bnon[\s-]*(?:rule\s+)?$/i;
const OUTSIDE_OTHER =
  /,|\b(?:window|period|knowledge|discretion|involvement|input|direction|control|influence|regard|notice|consideration|limitation|hours)\b/i;

const AFTER =
  /^\s*(?:(?:rule|trading|sales?|selling|purchase|written|plan|arrangement|contract|program|instruction|transaction|trade)s?[\s,]+){0,4}(?:(?:was|were|is|are|has|have|had|did|does|do|will)\s*(?:not|never|n['’]t)\s+(?:be(?:en)?\s+)?(?:used|utili[sz]ed|become|taken|begun|commenced|started|yet|in\s+(?:effect|place|force)|adopted|appl|involved|relied|cover|available|the\s+basis|relat|govern)|covers?\s+none|(?:was|were|is|are)\s+inapplicable)/i;
const ANSWER = /^[^.;]{0,30}?(?::|\s[-–—])\s*(?:no\b|none\b|n\/a|not\s+applicable)/i;

const TIE =
  /\b(?:pursuant\s+to|under|in\s+accordance\s+with|in\s+compliance\s+with|through|by\s+means\s+of|part\s+of)\b/i;
const INTENT =
  /\b(?:intends?|intending|intention|expects?|anticipates?|proposes?|plans|contemplates?|may|might|will|wishes|considering)\b[^.;]{0,60}?\b(?:adopt|enter|establish|implement|put|creat|set|sell|sale|purchas|buy|dispos|trad|made|effect|exercis)\w*/gi;
const CONSIDERED = /\b(?:considering|contemplating|exploring)\b[^.;]{0,40}$/i;
// An earlier form said so, by mistake; a mistaken date or count denies no plan.
const MISTAKEN =
  /\b(?:(?:incorrectly|erroneously|mistakenly|inadvertently)\s+(?:stat|indicat|report|check|disclos|identif|describ|mark)\w*|(?:stated|indicated|reported|disclosed|described|marked|checked)\s+(?:incorrectly|erroneously|mistakenly|in\s+error))\b[^.;]{0,40}?\b(?:that|box|as)\b/i;
const ENDED_BEFORE =
  /\b(?:to\s+terminate|to\s+cancel|terminat(?:ed|ing|ion\s+of)|cancell?(?:ed|ing|ation\s+of)|discontinued|suspended|revoked)\b[^.;,]{0,60}$/i;
const ENDED_AFTER =
  /^[^.;]{0,120}?\b(?:was|were|has\s+been|had\s+been|is|been)\s+(?:\w+\s+)?(?:terminated|cancell?ed|discontinued|suspended|revoked)\b/i;
const UNDER_WHICH = /^[^.;]{0,80}\b(?:under|pursuant\s+to)\s+which\b/i;
const BOX_BY_MISTAKE =
  /\b(?:check\s?box|box)\b[^.;]{0,100}\b(?:was|were|been)\s+(?:(?:inadvertently|erroneously|mistakenly|incorrectly)\s+(?:checked|marked|ticked)|(?:checked|marked|ticked)\s+(?:in\s+error|by\s+mistake|inadvertently|erroneously|incorrectly))\b/i;
const TRADE =
  /\b(?:sold|sales?(?!\s+plan)|purchase[ds]?|transactions?|trades|exercise[ds]?|disposed|acquired|distribut\w+|conversions?)\b/i;

const DENIED_AFTERWARDS =
  /\b(?:not|never|n['’]t)\s+(?:been\s+)?(?:(?:made|effected|executed|sold|purchased|done|carried\s+out)\s+)?(?:as\s+)?(?:part\s+of|pursuant\s+to|under|in\s+accordance\s+with)\s+(?:it|(?:such|that|this|the|said|any)\s+(?:a\s+)?(?:(?:trading|sales|written)\s+)?(?:plan|arrangement|instruction)s?)\b(?!\s+(?:of|for)\s+(?:re|di))/i;

const SAID_AFTERWARDS =
  /\b(?:pursuant\s+to|under|in\s+accordance\s+with)\s+(?:that|such|this|the|said)\s+(?:(?:trading|sales|written)\s+)?(?:plan|arrangement|instruction)s?\b/i;

/** “All transactions were made pursuant to that plan”, said of a plan that the note has named before. */
export function followsNamedPlan(words: string): boolean {
  return SAID_AFTERWARDS.test(words) && TRADE.test(words) && !DENIED_AFTERWARDS.test(words);
}

/** “… was not made under such plan”, said of a plan that the note has named before. */
export function deniesNamedPlan(words: string): boolean {
  return DENIED_AFTERWARDS.test(words);
}

/**
 * The stance of a sentence towards the plan phrase at `start`–`end` within it. Negation is looked for first, and counts only
 * where it is bound to the phrase (domain §4); “completed”, “expires”, “terminates on” and “not discretionary” are no negation.
 */
export function planStance(sentence: string, start: number, end: number): PlanStance {
  const before = sentence.slice(Math.max(0, start - REACH), start);
  const after = sentence.slice(end, end + REACH);
  const lead = sentence.slice(Math.max(0, start - 2 * REACH), start);
  if (isNegated(before) || (MISTAKEN.test(lead) && TIE.test(lead)) || AFTER.test(after) || ANSWER.test(after))
    return "not planned";
  if (BOX_BY_MISTAKE.test(sentence.slice(Math.max(0, start - REACH), end + REACH))) return "not planned";
  return isUnfulfilled(before, after, sentence) ? "neither" : "planned";
}

/** “Not all of the shares were sold pursuant to …”: some were, and some were not. */
export function deniesOnlyPart(sentence: string, start: number): boolean {
  const before = sentence.slice(Math.max(0, start - REACH), start);
  const without = before.replace(NOT_ALL, "");
  return without !== before && !isNegated(without);
}

const NOT_ALL = /\bnot\s+(?=(?:all|every|each)\b)/i;

/** Whether the words leading to a plan phrase tie something to the plan (“pursuant to”, “under”). */
export function tiesTrade(words: string): boolean {
  return TIE.test(words.slice(-REACH));
}

function isNegated(before: string): boolean {
  const denials = [...before.matchAll(NEGATOR), ...before.matchAll(NO)].filter((match) => binds(before, match));
  const outside = [...before.matchAll(OUTSIDE)].find((match) => {
    const tail = before.slice(match.index + match[0].length);
    return tail.length <= 90 && !CUT.test(tail) && !OUTSIDE_OTHER.test(tail);
  });
  if (outside === undefined) return denials.length > 0 || NON.test(before);
  // “None was made other than under a plan”: the one denies the other.
  return !denials.some((denial) => isTwice(before, denial, outside.index));
}

function isTwice(before: string, denial: RegExpMatchArray, outside: number): boolean {
  const from = (denial.index ?? 0) + denial[0].length;
  return from <= outside && !TIE.test(before.slice(from, outside));
}

/** Whether a “not” or “no” reaches the plan phrase; one that meets an “other than” on its way is settled with it. */
function binds(before: string, match: RegExpMatchArray): boolean {
  const tail = before.slice((match.index ?? 0) + match[0].length).replace(ASIDE, " ");
  return !CUT.test(tail.replace(TWICE, " ")) && !OTHER_OBJECT.test(tail);
}

function isUnfulfilled(before: string, after: string, sentence: string): boolean {
  if (ENDED_BEFORE.test(before) && !TIE.test(before) && !UNDER_WHICH.test(after)) return true;
  if (ENDED_AFTER.test(after) && !TRADE.test(before) && !TRADE.test(sentence.slice(0, REACH * 2))) return true;
  if (CONSIDERED.test(before)) return true;
  const intent = [...before.matchAll(INTENT)].at(-1);
  if (intent === undefined) return false;
  const tail = before.slice(intent.index + intent[0].length);
  return !/[.;]|\b(?:was|were|sold|made|effected|executed)\b/i.test(tail);
}
