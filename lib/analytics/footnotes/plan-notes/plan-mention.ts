import { type Span, sentencesOf } from "@/lib/analytics/footnotes/sentences";
import { planPhrases } from "./plan-phrase";
import { type PlanScope, planScope } from "./plan-scope";
import {
  deniesNamedPlan,
  deniesOnlyPart,
  followsNamedPlan,
  type PlanStance,
  planStance,
  tiesTrade,
} from "./plan-stance";

/** One sentence that names Rule 10b5-1. `words` is `text.slice(start, end)`. */
export interface PlanSentence extends Span {
  words: string;
  stance: PlanStance;
  /** Something is said to be “pursuant to” or “under” the plan; else the plan is only named. */
  tied: boolean;
  scope: PlanScope[];
}

export interface PlanMention {
  mentions: readonly PlanSentence[];
  /** Some sentence says that there was no plan. */
  negated: boolean;
  /** What the note says as a whole; `mixed` when one sentence says yes and another no. */
  stance: PlanStance | "mixed";
  /** The sentence that decides, exactly as filed. */
  words: string;
  /** Rows that the deciding words name. */
  scope: readonly PlanScope[];
}

const LONGEST = 1_000;

/**
 * What a footnote or remark says of a Rule 10b5-1 plan; null when it doesn't name the rule (source: domain §4).
 * Plan-like words without the rule's number are no mention.
 */
export function readPlanMention(text: string): PlanMention | null {
  const phrases = planPhrases(text);
  if (phrases.length === 0) return null;
  const mentions: PlanSentence[] = [];
  let next = 0;
  for (const sentence of sentencesOf(text)) {
    const inside: Span[] = [];
    for (let phrase = phrases[next]; phrase !== undefined && phrase.start < sentence.end; phrase = phrases[next]) {
      inside.push(phrase);
      next += 1;
    }
    if (inside.length > 0) mentions.push(...readSentence(text, sentence, inside));
    else if (mentions.length > 0) mentions.push(...readFollowing(text, sentence));
  }
  return summary(mentions);
}

function readSentence(text: string, sentence: Span, phrases: readonly Span[]): PlanSentence[] {
  const found = new Map<PlanStance, PlanSentence>();
  const whole = text.slice(sentence.start, sentence.end);
  let last = 0;
  for (const phrase of phrases) {
    const [from, to] = [phrase.start - sentence.start, phrase.end - sentence.start];
    const stance = deniesNamedPlan(whole.slice(to, to + LONGEST)) ? "not planned" : planStance(whole, from, to);
    // “… was not sold under a 10b5-1 plan, although she has a 10b5-1 plan”: the second names a plan, and ties no trade to it.
    const bare = found.has("not planned") && !tiesTrade(whole.slice(last, from));
    last = to;
    if (found.has(stance) || (stance === "planned" && bare)) continue;
    const { start, end } = excerpt(sentence, phrase);
    const words = text.slice(start, end);
    const said = {
      start,
      end,
      words,
      tied: tiesTrade(whole.slice(0, from)),
      scope: planScope(words, phrase.start - start),
    };
    found.set(stance, { ...said, stance });
    if (stance === "not planned" && deniesOnlyPart(whole, from) && !found.has("planned"))
      found.set("planned", { ...said, stance: "planned" });
  }
  return [...found.values()];
}

/** A later sentence that speaks of the plan named before it. */
function readFollowing(text: string, sentence: Span): PlanSentence[] {
  if (sentence.end - sentence.start > LONGEST) return [];
  const words = text.slice(sentence.start, sentence.end);
  const stance = deniesNamedPlan(words) ? "not planned" : followsNamedPlan(words) ? "planned" : null;
  return stance === null ? [] : [{ ...sentence, words, stance, tied: true, scope: planScope(words, words.length) }];
}

/** The sentence, or where it runs on without end the words about the phrase. */
function excerpt(sentence: Span, phrase: Span): Span {
  if (sentence.end - sentence.start <= LONGEST) return sentence;
  const start = Math.max(sentence.start, phrase.start - LONGEST / 2);
  return { start, end: Math.min(sentence.end, start + LONGEST) };
}

function summary(mentions: readonly PlanSentence[]): PlanMention | null {
  const planned = mentions.find((mention) => mention.stance === "planned");
  const negated = mentions.find((mention) => mention.stance === "not planned");
  const deciding = negated ?? planned ?? mentions[0];
  if (deciding === undefined) return null;
  return {
    mentions,
    negated: negated !== undefined,
    stance: negated !== undefined && planned?.tied === true ? "mixed" : deciding.stance,
    words: deciding.words,
    scope: mentions.filter((mention) => mention.stance === deciding.stance).flatMap((mention) => mention.scope),
  };
}
