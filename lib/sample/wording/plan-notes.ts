import type { PlanStory } from "../book/booked";
import type { Day } from "../market/calendar";
import type { Random } from "../random";
import { dateInProse, longDate, monthInProse } from "./dates";

type Texts = readonly [string, ...string[]];

const RULE: Texts = [
  "Rule 10b5-1",
  "Rule 10b5-1",
  "Rule 10b5-1(c)",
  "Rule 10B5-1",
  "10b5-1",
  "Rule 10b-51",
  "Rule 10b5-1(c)(1)",
];

/** How a dated plan's note reads. `{rule}` and `{date}` are filled in; each ties the date to adopting the plan. */
const DATED: Texts = [
  "This sale was effected pursuant to a {rule} trading plan adopted by the reporting person on {date}.",
  "The sales reported on this Form 4 were effected pursuant to a {rule} trading plan adopted by the reporting person on {date}.",
  "Sold under a {rule} plan entered into on {date}.",
  "These shares were sold pursuant to a {rule} trading plan that was adopted {date}.",
  "The shares sold were sold automatically under a pre-arranged {rule} trading plan established on {date}.",
  "Executed under the reporting person's {rule} plan, adopted on {date}. The plan does not represent a discretionary transaction at the time of sale.",
  "Sale made pursuant to a {rule} trading plan dated and adopted {date}, which expires on {later}.",
  "Shares sold pursuant to a written plan for the sale of securities under {rule} of the Securities Exchange Act of 1934, as amended, which the reporting person adopted on {date}.",
];
const DATED_EXERCISE: Texts = [
  "The option exercise and the sales were effected pursuant to a {rule} trading plan adopted by the reporting person on {date}.",
  "The transactions reported on this Form 4 were effected pursuant to a {rule} trading plan adopted by the reporting person on {date}.",
];
const DATED_PURCHASE: Texts = [
  "These purchases were made pursuant to a {rule} trading plan adopted by the reporting person on {date}.",
  "Shares purchased under a {rule} purchase plan that the reporting person entered into on {date}.",
];
const AMENDED: Texts = [
  "This sale was effected pursuant to a {rule} trading plan adopted by the reporting person on {date} and amended on {amended}.",
  "Sold pursuant to a {rule} trading plan adopted on {date}, as modified on {amended}.",
];
const MONTH: Texts = [
  "This sale was made pursuant to a {rule} trading plan adopted by the reporting person in {month}.",
  "Effected under a {rule} plan that the reporting person adopted in {month}.",
];
const UNDATED: Texts = [
  "This sale was effected pursuant to a {rule} trading plan previously adopted by the reporting person.",
  "Shares sold pursuant to the reporting person's pre-established {rule} trading plan.",
  "Sale pursuant to a {rule} plan. The plan terminates on {later}.",
  "The sale completed all sales under the reporting person's {rule} trading plan.",
];
const NEGATED: Texts = [
  "This sale was not made pursuant to a {rule} trading plan.",
  "These shares were sold outside of the reporting person's {rule} trading plan.",
  "The sale was not effected under any {rule} plan; the reporting person sold to diversify.",
];
const REMARKS: Texts = [
  "The sales reported on this Form 4 were effected pursuant to a {rule} trading plan adopted by the reporting person on {date}.",
  "All sales above were made under a {rule} trading plan that the reporting person adopted on {date}.",
];
const ALL: Texts = [
  "All transactions reported on this Form 4 were made pursuant to a {rule} trading plan adopted by the reporting person on {date}.",
];

export type PlanWording = "sale" | "exercise" | "purchase" | "remarks" | "all";

/** The words of a plan's note, for one filing. */
export function planNote(plan: PlanStory, kind: PlanWording, day: Day, random: Random): string {
  if (plan.precision === "month") return filled(random.pick(MONTH), plan.adopted, day, null, random);
  if (plan.amended !== null && kind === "sale")
    return filled(random.pick(AMENDED), plan.adopted, day, plan.amended, random);
  const texts = { sale: DATED, exercise: DATED_EXERCISE, purchase: DATED_PURCHASE, remarks: REMARKS, all: ALL }[kind];
  return filled(random.pick(texts), plan.adopted, day, null, random);
}

export function undatedPlanNote(day: Day, random: Random): string {
  return filled(random.pick(UNDATED), day, day, null, random);
}

export function negatedPlanNote(day: Day, random: Random): string {
  return filled(random.pick(NEGATED), day, day, null, random);
}

function filled(text: string, adopted: Day, day: Day, amended: Day | null, random: Random): string {
  return text
    .replace("{rule}", random.pick(RULE))
    .replace("{date}", dateInProse(adopted, random))
    .replace("{month}", monthInProse(adopted))
    .replace("{amended}", amended === null ? "" : longDate(amended))
    .replace("{later}", longDate(day + 200));
}
