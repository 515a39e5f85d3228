import { readSplitMention } from "@/lib/analytics/footnotes/balance-notes/splits";
import { addDays, differenceOfDays } from "@/lib/analytics/rows/day-numbers";
import type { FilingFacts } from "@/lib/analytics/rows/filed-row";
import { compareText, groupBy } from "@/lib/analytics/rows/filing-order";
import type { BalanceLine } from "./balance-lines";
import { type BalanceStep, balanceSteps } from "./balance-steps";
import { ClosedSteps } from "./closed-steps";

/** New shares for old, as two whole numbers: 2-for-1, 1-for-10. */
export interface SplitRatio {
  to: number;
  for: number;
}

/** Words of a filing that speak of a split. */
export interface SplitWords {
  filing: FilingFacts;
  /** Footnote id, or null for the remarks. */
  footnoteId: string | null;
  words: string;
  /** New shares for one old; null: not said. */
  factor: number | null;
  /** The day of the split, where the words give it. */
  date: string | null;
}

/** A stock split found from balances that jump by one ratio, without any price. */
export interface FoundSplit {
  issuerCik: string;
  ratio: SplitRatio;
  /** The split took effect after this date … */
  after: string;
  /** … and by this one. */
  by: string;
  /** Steps that show the ratio, of distinct lines. */
  steps: readonly BalanceStep[];
  /** Steps over the same days that don't. */
  against: readonly BalanceStep[];
  words: readonly SplitWords[];
  /** Two lines agree (or one, and words name the ratio) and fewer disagree. Only confirmed splits restate charts. */
  confirmed: boolean;
}

const RATIOS: readonly SplitRatio[] = [2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 60, 75, 80, 100]
  .flatMap((n): SplitRatio[] => [
    { to: n, for: 1 },
    { to: 1, for: n },
  ])
  .concat([
    { to: 3, for: 2 },
    { to: 4, for: 3 },
    { to: 5, for: 4 },
    { to: 5, for: 2 },
    { to: 5, for: 3 },
    { to: 6, for: 5 },
  ]);

/** Below this a balance hits a ratio by chance. */
const SMALLEST = 20;

/** The splits in the lines given (all of one or several issuers), with the lines for and against each and the words that name it. */
export function findSplits(lines: readonly BalanceLine[], filings: readonly FilingFacts[]): FoundSplit[] {
  const steps = lines.filter((line) => line.table === "I" && line.unit === "shares").flatMap(balanceSteps);
  const found: FoundSplit[] = [];
  const byIssuer = groupBy(steps, (step) => step.line.issuerCik);
  let words: ReadonlyMap<string, readonly SplitWords[]> | null = null;
  for (const [issuerCik, of] of byIssuer) {
    const closed = new ClosedSteps(of);
    for (const { ratio, showing } of byRatio(of)) {
      // Notes are read only where balances jump.
      words ??= groupBy(splitWordsIn(filings), (one) => one.filing.issuerCik);
      for (const meeting of meetings(showing)) {
        found.push(judge(issuerCik, ratio, meeting, closed, words.get(issuerCik) ?? []));
      }
    }
  }
  return found.sort(
    (a, b) => compareText(a.issuerCik, b.issuerCik) || compareText(a.by, b.by) || a.ratio.to - b.ratio.to,
  );
}

/** Steps by the ratio that they show. */
function byRatio(steps: readonly BalanceStep[]): { ratio: SplitRatio; showing: BalanceStep[] }[] {
  const groups = new Map<SplitRatio, BalanceStep[]>();
  for (const step of steps) {
    const ratio = ratioOf(step);
    if (ratio === null) continue;
    const showing = groups.get(ratio);
    if (showing === undefined) groups.set(ratio, [step]);
    else showing.push(step);
  }
  return [...groups].map(([ratio, showing]) => ({ ratio, showing }));
}

/** The simple ratio between what a step left and what the next found, allowing for cashed-out fractions. */
export function ratioOf(step: BalanceStep): SplitRatio | null {
  const { left, found } = step;
  if (left <= 0 || found <= 0 || Math.max(left, found) < SMALLEST || step.residual === 0) return null;
  if (step.from.date === null || step.to.date === null) return null;
  return RATIOS.find((ratio) => Math.abs((left * ratio.to) / ratio.for - found) < 1) ?? null;
}

interface Meeting {
  after: string;
  by: string;
  steps: BalanceStep[];
  /** Their lines' keys. */
  lines: Set<string>;
}

/** Groups of steps whose days meet (stabbing intervals by their ends: n log n), one step a line. */
function meetings(steps: readonly BalanceStep[]): Meeting[] {
  const sorted = [...steps].sort(
    (a, b) => compareText(a.to.date ?? "", b.to.date ?? "") || compareText(a.to.address, b.to.address),
  );
  const groups: Meeting[] = [];
  for (const step of sorted) {
    const from = step.from.date ?? "";
    const open = groups.at(-1);
    if (open !== undefined && from < open.by) {
      if (!open.lines.has(step.line.key)) open.steps.push(step);
      open.lines.add(step.line.key);
      if (from > open.after) open.after = from;
    } else groups.push({ after: from, by: step.to.date ?? "", steps: [step], lines: new Set([step.line.key]) });
  }
  return groups;
}

function judge(
  issuerCik: string,
  ratio: SplitRatio,
  { after, by, steps }: Meeting,
  closed: ClosedSteps,
  words: readonly SplitWords[],
): FoundSplit {
  const against = closed.spanning(after, by);
  const naming = words.filter(
    (one) => one.factor !== null && Math.abs(one.factor - ratio.to / ratio.for) < 1e-6 && isNear(one, after, by),
  );
  const confirmed = steps.length > against.length && (steps.length >= 2 || naming.length > 0);
  return { issuerCik, ratio, after, by, steps, against, words: naming, confirmed };
}

/** Told on a day of the window, or on a form filed from a month before it to a year after. */
function isNear(words: SplitWords, after: string, by: string): boolean {
  const told = words.date ?? words.filing.filingDate ?? words.filing.signatureDate ?? words.filing.periodOfReport;
  return told !== null && differenceOfDays(after, told) >= -30 && differenceOfDays(by, told) <= 370;
}

/** Notes and remarks that report a split as done. */
function splitWordsIn(filings: readonly FilingFacts[]): SplitWords[] {
  const found: SplitWords[] = [];
  for (const filing of filings) {
    for (const [footnoteId, text] of filing.footnotes) addWords(filing, footnoteId, text, found);
    if (filing.remarks !== null) addWords(filing, null, filing.remarks, found);
  }
  return found;
}

function addWords(filing: FilingFacts, footnoteId: string | null, text: string, into: SplitWords[]): void {
  const mention = readSplitMention(text);
  if (mention === null) return;
  into.push({ filing, footnoteId, words: mention.words, factor: mention.ratio, date: mention.date });
}

/** The confirmed split that a step spans, if any. */
export function splitAcross(step: BalanceStep, splits: readonly FoundSplit[]): FoundSplit | null {
  const ratio = ratioOf(step);
  if (ratio === null) return null;
  return (
    splits.find(
      (split) =>
        split.confirmed &&
        split.issuerCik === step.line.issuerCik &&
        split.ratio.to === ratio.to &&
        split.ratio.for === ratio.for &&
        (step.from.date ?? "9") < split.by &&
        (step.to.date ?? "") >= split.after,
    ) ?? null
  );
}

/** What a count of shares on `date` is worth in shares of `asOf`: the product of confirmed splits between. Charts only. */
export function splitFactor(splits: readonly FoundSplit[], issuerCik: string, date: string, asOf: string): number {
  let factor = 1;
  for (const split of splits) {
    if (!split.confirmed || split.issuerCik !== issuerCik) continue;
    const effective = addDays(split.after, 1);
    if (date < effective && effective <= asOf) factor *= split.ratio.to / split.ratio.for;
  }
  return factor;
}
