import { newYorkInstant } from "@/lib/ownership/known-at";
import { AS_OF } from "../as-of";
import { CHOICES } from "./choices";
import { FELL } from "./fall";
import type { ChoiceFilter, Where } from "./filter";
import type { TransactionQuery } from "./query";
import { RANGES } from "./ranges";

/** What a query means for stored rows, by the name of each filter; parties apart, which must be looked up. */
export function conditionsOf(query: TransactionQuery): { name: string; where: Where }[] {
  const conditions: { name: string; where: Where }[] = [];
  for (const choice of CHOICES) {
    const where = choiceCondition(choice, query.choices[choice.name] ?? [], query);
    if (where !== null) conditions.push({ name: choice.name, where });
  }
  for (const { name, column, kind, divisor } of RANGES) {
    const range = query.ranges[name];
    if (range === undefined) continue;
    const stored = (bound: string | number | null) =>
      kind === "date" || typeof bound !== "number" ? bound : bound / divisor;
    conditions.push({ name, where: { column, from: stored(range.from), to: stored(range.to) } });
  }
  if (query.fall !== null) conditions.push({ name: FELL, where: PRICED });
  if (query.asOf !== null) {
    conditions.push({ name: AS_OF, where: { column: "knownAt", from: null, to: asOfInstant(query.asOf) } });
  }
  return conditions;
}

/** Rows of which a fall can be told at all: shares with a date, at an issuer with prices. How far it fell is no column's to say. */
const PRICED: Where = {
  all: [{ isPriced: true }, { column: "tableNumber", in: [1] }, { column: "tradeDate", isKnown: true }],
};

/** The instant at which a day ends in New York. */
export function asOfInstant(day: string): string {
  return newYorkInstant(day, 23, 59, 59);
}

function choiceCondition(choice: ChoiceFilter, chosen: readonly string[], query: TransactionQuery): Where | null {
  // An insider's own page of a joint report is the insider's row, whoever's report counts for the issuer.
  if (choice.name === "joint" && chosen.length === 0 && query.insider !== null) return null;
  const answers = chosen.length === 0 && choice.single !== undefined ? [choice.single] : chosen;
  const wheres = answers.flatMap((answer): Where[] => {
    const option = choice.options.find(({ value }) => value === answer);
    if (option === undefined) return [{ column: "code", in: [answer] }];
    return option.where === null ? [] : [atDay(option.where, query.asOf)];
  });
  return oneOf(wheres);
}

/** What amendments did is asked of the day, not of now. */
function atDay(where: Where, asOf: string | null): Where {
  if (asOf !== null && "history" in where) return { ...where, knownBy: asOfInstant(asOf) };
  if (asOf === null || !("isKnown" in where) || where.column !== "supersededBy") return where;
  return where.isKnown ? { replacedBy: asOfInstant(asOf) } : { inForceAt: asOfInstant(asOf) };
}

/** Answers on one column are one list, which an index can serve. */
function oneOf(wheres: readonly Where[]): Where | null {
  const [first] = wheres;
  if (first === undefined || wheres.length === 1) return first ?? null;
  const lists = wheres.flatMap((where) =>
    "in" in where && "in" in first && where.column === first.column ? [where] : [],
  );
  if (lists.length < wheres.length || !("in" in first)) return { any: wheres };
  return { column: first.column, in: lists.flatMap((where) => where.in) };
}
