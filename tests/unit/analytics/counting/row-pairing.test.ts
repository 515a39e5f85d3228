import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pairRows, type RowPairing } from "@/lib/analytics/counting/row-pairing";
import type { FiledRow } from "@/lib/analytics/rows/filed-row";
import { filing, holding, option, type RowSpec, tx } from "../../../support/filing-builder";

const DAY = "2024-03-01";
const rowsOf = (id: string, rows: RowSpec[]) => filing({ id, filed: "2024-03-04", rows }).rows;
const told = ({ pairs, leftOut, added }: RowPairing) => ({
  pairs: pairs.map(({ before, after, agreeing, of }) => [before.address, after.address, agreeing, of]),
  leftOut: leftOut.map((row) => row.address),
  added: added.map((row) => row.address),
});

const placeOf = (row: FiledRow) => `${row.table} ${row.kind}`;
const weigh = (agrees: boolean[], most: number) => agrees.reduce((sum, is, at) => sum + (is ? most - at : 0), 0);

function agreementOf(a: FiledRow, b: FiledRow): { line: boolean[]; figures: boolean[]; score: number } {
  const line = [a.classKey === b.classKey, a.directOrIndirect === b.directOrIndirect, a.natureKey === b.natureKey];
  if (a.table === "II") line.push(a.exercisePrice === b.exercisePrice && a.expirationDate === b.expirationDate);
  const balance = a.sharesAfter === b.sharesAfter;
  const traded = [a.tradeDate === b.tradeDate, a.code === b.code];
  traded.push(a.shares === b.shares && a.totalValue === b.totalValue, a.price === b.price);
  const figures = a.kind === "holding" ? [balance && a.valueAfter === b.valueAfter] : traded;
  return { line, figures, score: weigh(line, 32) + weigh(figures, 8) + Number(balance) };
}

function isSame(row: FiledRow, line: number, figures: number, restated: boolean): boolean {
  const lines = row.table === "II" ? 4 : 3;
  if (row.kind === "holding") return line === lines || (restated && line >= lines - 1 && figures === 1);
  return restated ? line >= 1 && line + figures >= lines : figures >= 3 && line >= 1;
}

/** The rule itself, all with all (domain §3): the best pair first, of equals the nearest, then in filed order. */
function pairPlainly(before: readonly FiledRow[], after: readonly FiledRow[]): RowPairing {
  const count = (rows: readonly FiledRow[], row: FiledRow) =>
    rows.filter((one) => placeOf(one) === placeOf(row)).length;
  const likes = before.flatMap((a, i) =>
    after.flatMap((b, j) => {
      const { line, figures, score } = agreementOf(a, b);
      const [lines, shown] = [line.filter(Boolean).length, figures.filter(Boolean).length];
      if (placeOf(a) !== placeOf(b) || !isSame(b, lines, shown, count(before, b) === count(after, b))) return [];
      const pair = { before: a, after: b, agreeing: lines + shown, of: line.length + figures.length };
      return [{ pair, score, far: Math.abs(i - j) }];
    }),
  );
  likes.sort(
    (a, b) =>
      b.score - a.score || a.far - b.far || a.pair.before.n - b.pair.before.n || a.pair.after.n - b.pair.after.n,
  );
  const taken = new Set<FiledRow>();
  const pairs = likes.flatMap(({ pair }) => {
    if (taken.has(pair.before) || taken.has(pair.after)) return [];
    taken.add(pair.before).add(pair.after);
    return [pair];
  });
  const free = (rows: readonly FiledRow[]) => rows.filter((row) => !taken.has(row));
  return { pairs, leftOut: free(before), added: free(after) };
}

const few = fc.integer({ min: 1, max: 3 });
const unknown = fc.option(few, { nil: null, freq: 3 });
const more = fc.constantFrom(
  {},
  { securityTitle: "Class B Common Stock" },
  { directOrIndirectOwnership: "I", natureOfOwnership: "By Trust" },
  { directOrIndirectOwnership: "I", natureOfOwnership: "by  trust" },
);
const row = fc.oneof(
  fc
    .tuple(fc.constantFrom("P", "S"), few, unknown, unknown, unknown, more)
    .map(([code, day, shares, price, after, other]) =>
      tx(code, `2024-03-0${day}`, shares, price, code === "P" ? "A" : "D", after, other),
    ),
  fc.tuple(few, more).map(([after, other]) => holding(after, other)),
  fc
    .tuple(few, few, few)
    .map(([day, shares, price]) =>
      option("M", `2024-03-0${day}`, shares, "D", 5, { conversionOrExercisePrice: price }),
    ),
);

describe("the rows of an amendment and of its original", () => {
  it("pair as the rule says, however alike they are", () => {
    const rows = fc.array(row, { maxLength: 9 });
    fc.assert(
      fc.property(rows, rows, rows, (original, earlier, amendment) => {
        // What an amendment left in force stands before the rows of the next one: numbers come twice.
        const before = [...rowsOf("a", original), ...rowsOf("b", earlier)];
        const after = rowsOf("c", amendment);
        expect(told(pairRows(before, after))).toEqual(told(pairPlainly(before, after)));
      }),
      { numRuns: 400 },
    );
  });

  it("pair by look-up in a form of thousands: all with all would be sixteen million pairs to hold and to sort", () => {
    const many = 4_000;
    const sales = (id: string, price: (i: number) => number) =>
      rowsOf(
        id,
        Array.from({ length: many }, (_, i) => tx("S", DAY, 10, price(i), "D", null)),
      );
    const { pairs, leftOut, added } = pairRows(
      sales("a", (i) => i),
      sales("c", (i) => many - 1 - i),
    );
    // Each price stands on both, at opposite ends: 7 of 7 traits agree.
    expect(pairs).toHaveLength(many);
    expect(pairs.every(({ before, after, agreeing }) => before.price === after.price && agreeing === 7)).toBe(true);
    expect([leftOut, added]).toEqual([[], []]);
  });

  it("leave thousands of equal rows in their order, and the last of the longer form over", () => {
    const equal = (id: string, count: number) =>
      rowsOf(
        id,
        Array.from({ length: count }, () => tx("S", DAY, 10, 20, "D", null)),
      );
    const { pairs, leftOut } = pairRows(equal("a", 4_003), equal("c", 4_000));
    expect(pairs.every(({ before, after }) => before.n === after.n)).toBe(true);
    expect(leftOut.map(({ n }) => n)).toEqual([4_001, 4_002, 4_003]);
  });
});
