import type { FiledRow } from "@/lib/analytics/rows/filed-row";

/** Something that two rows of one table and kind can have in common. `line`: what is held; `figures`: what was done with it. */
interface Trait {
  of: "line" | "figures" | "balance";
  weight: number;
  /** The same text for two rows where they agree. */
  text: (row: FiledRow) => string;
}

const LINE: readonly Trait[] = [
  { of: "line", weight: 32, text: (row) => row.classKey },
  { of: "line", weight: 31, text: (row) => String(row.directOrIndirect) },
  { of: "line", weight: 30, text: (row) => row.natureKey },
];
const GRANT: Trait = { of: "line", weight: 29, text: (row) => `${row.exercisePrice} ${row.expirationDate}` };
const HELD: Trait = { of: "figures", weight: 8, text: (row) => `${row.sharesAfter} ${row.valueAfter}` };
const TRADED: readonly Trait[] = [
  { of: "figures", weight: 8, text: (row) => String(row.tradeDate) },
  { of: "figures", weight: 7, text: (row) => String(row.code) },
  { of: "figures", weight: 6, text: (row) => `${row.shares} ${row.totalValue}` },
  { of: "figures", weight: 5, text: (row) => String(row.price) },
];
const BALANCE: Trait = { of: "balance", weight: 1, text: (row) => String(row.sharesAfter) };

/** Some of the traits that rows can share; rows that share just these are alike by `score`. */
export interface Agreement {
  traits: readonly Trait[];
  score: number;
  /** How many traits of the line and figures, the balance apart. */
  agreeing: number;
}

/** The agreements that make two rows one: the best first, those of one score together. */
export interface Ranks {
  ranks: readonly (readonly Agreement[])[];
  /** How many traits the rows could agree in, the balance apart. */
  of: number;
}

const KNOWN = new Map<string, Ranks>();

/**
 * What rows like this one must share to be the same row (domain §3): title, D/I and nature weigh before date, code, shares and
 * price. `restated`: the amendment has as many rows of the table and kind; otherwise a row must agree in three of the four
 * figures, else it is a row that the original forgot. Whoever shares more than enough is the same row too.
 */
export function ranksFor({ table, kind }: FiledRow, restated: boolean): Ranks {
  const key = `${table} ${kind} ${restated}`;
  const known = KNOWN.get(key) ?? readRanks(table === "II", kind === "holding", restated);
  KNOWN.set(key, known);
  return known;
}

function readRanks(ofGrant: boolean, held: boolean, restated: boolean): Ranks {
  const line = ofGrant ? [...LINE, GRANT] : LINE;
  const figures = held ? [HELD] : TRADED;
  const byScore = new Map<number, Agreement[]>();
  for (const traits of choicesOf([...line, ...figures, BALANCE])) {
    const lines = traits.filter((trait) => trait.of === "line").length;
    const told = traits.filter((trait) => trait.of === "figures").length;
    if (!isSameRow(lines, told, line.length, held, restated)) continue;
    const score = traits.reduce((sum, trait) => sum + trait.weight, 0);
    byScore.set(score, [...(byScore.get(score) ?? []), { traits, score, agreeing: lines + told }]);
  }
  const ranks = [...byScore].sort(([a], [b]) => b - a).map(([, rank]) => rank);
  return { ranks, of: line.length + figures.length };
}

function isSameRow(line: number, figures: number, lines: number, held: boolean, restated: boolean): boolean {
  if (held) return line === lines || (restated && line >= lines - 1 && figures === 1);
  if (restated) return line >= 1 && line + figures >= lines;
  return figures >= 3 && line >= 1;
}

/** Every choice among the traits, none to all. */
function choicesOf(traits: readonly Trait[]): Trait[][] {
  let choices: Trait[][] = [[]];
  for (const trait of traits) choices = choices.flatMap((choice) => [choice, [...choice, trait]]);
  return choices;
}
