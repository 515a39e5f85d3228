import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { balanceLines } from "@/lib/analytics/holdings/balance-lines";
import { balanceSteps } from "@/lib/analytics/holdings/balance-steps";
import type { Leg } from "@/lib/analytics/holdings/chains/segment-order";
import { severalChains } from "@/lib/analytics/holdings/chains/several-chains";
import { unitGrants } from "@/lib/analytics/holdings/chains/unit-grants";
import { ledgerAudit } from "@/lib/analytics/holdings/ledger-audit";
import type { Move } from "@/lib/analytics/holdings/residuals/move";
import { MovesInTime } from "@/lib/analytics/holdings/residuals/moves-in-time";
import { MovesOfFiling } from "@/lib/analytics/holdings/residuals/moves-of-filing";
import { findSplits } from "@/lib/analytics/holdings/splits";
import type { FiledRow } from "@/lib/analytics/rows/filed-row";
import { filing, holding, option, tx } from "../../../support/filing-builder";

const DAY = "2024-03-01";
const each = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));
const day = (i: number) => new Date(Date.UTC(2000, 0, 1 + i)).toISOString().slice(0, 10);
const inTrust = (i: number) => ({ directOrIndirectOwnership: "I", natureOfOwnership: `By Trust ${i}` });

/** The lines of three trusts that nothing moves between. */
const shown = filing({ id: "a", filed: DAY, rows: each(3, (i) => holding(50, inTrust(i))) });
const trusts = balanceLines([shown]);

/**
 * Thousands of lines or rows of one holder. All with all, each of these takes from seconds to minutes and meets the runner's own
 * limit; by look-up a part of a second.
 */
describe("thousands of lines of one holder", () => {
  it("goes on from each grant of units where it ended", () => {
    const count = 12_000;
    const { rows } = filing({
      id: "a",
      filed: DAY,
      rows: [
        ...each(count, (i) => option("A", DAY, 10 + i, "A", 10 + i)),
        ...each(count, (i) => option("M", DAY, 4, "D", 6 + i)),
      ],
    });
    const grants = unitGrants(rows);
    expect(grants.map((grant) => grant.rows.map((row) => row.n))).toEqual(each(count, (i) => [i + 1, count + i + 1]));
  });

  it("tells the chains of a form's derivatives apart", () => {
    const count = 60_000;
    const [granted, exercised] = filing({
      id: "a",
      filed: DAY,
      rows: [option("A", DAY, 1, "A", 1), option("M", DAY, 1, "D", 1)],
    }).rows as [FiledRow, FiledRow];
    const legs: Leg[] = [
      ...each(count, (i) => ({ row: granted, change: 10 + i, balance: 10 + i })),
      ...each(count, (i) => ({ row: exercised, change: -4, balance: 6 + i })),
    ];
    const chains = severalChains(legs);
    expect(chains?.length).toBe(count);
    expect(chains?.every((chain, i) => chain[0] === legs[i] && chain[1] === legs[count + i])).toBe(true);
  });

  it("explains each gap by the line that makes up for it", () => {
    const count = 4_000;
    // Each trust gives 1,000 and its number to the next but for the last, which nobody gave.
    const shares = (i: number) => (i % 2 === 0 ? -1 : 1) * (1_000 + 7 * (i >> 1));
    const lines = balanceLines([
      filing({ id: "a", filed: "2024-01-05", rows: each(count, (i) => holding(90_000, inTrust(i))) }),
      filing({ id: "b", filed: "2024-03-05", rows: each(count - 1, (i) => holding(90_000 + shares(i), inTrust(i))) }),
      filing({ id: "c", filed: "2024-03-06", rows: [holding(90_000 + shares(count - 1), inTrust(count - 1))] }),
    ]);
    const { residuals, byExplanation } = ledgerAudit(lines);
    expect(residuals).toHaveLength(count);
    expect([...byExplanation]).toEqual([["change of form", count]]);
    expect(residuals[0]?.evidence).toBe("+1000 shares on the line indirect, By Trust 1");
  });
});

describe("what is found by look-up", () => {
  it("is the move that a plain search finds", () => {
    const amounts: fc.Arbitrary<number> = fc.constantFrom(-3, -2.5, -1, 1, 2, 2.5, 4, 6);
    const move = fc.record({
      line: fc.constantFrom(...trusts),
      day: fc.constantFrom(Number.NaN, 0, 100, 371, 500, 900),
      amount: amounts,
    });
    fc.assert(
      fc.property(
        fc.array(move, { maxLength: 12 }),
        amounts,
        fc.constantFrom(null, 0, 130, 741),
        (some, residual, on) => {
          const [own] = trusts as [Move["line"]];
          const moves: Move[] = some.map((one) => ({ ...one, filing: shown }));
          const near = moves.filter((one) => one.line !== own && Math.abs(one.day - (on ?? one.day)) <= 370);
          const inTime = new MovesInTime(moves);
          expect(inTime.undoing(residual, own.key, on)).toBe(near.find((one) => Math.abs(one.amount + residual) < 1));
          const opposite = near.filter((one) => Math.sign(one.amount) === -Math.sign(residual));
          const sum = opposite.reduce((total, one) => total + one.amount, residual);
          const together = opposite.length >= 2 && Math.abs(sum) < 1 ? opposite : null;
          expect(inTime.togetherUndoing(residual, own.key, on)).toEqual(together);
          const others = moves.filter((one) => one.line !== own);
          const ofFiling = new MovesOfFiling(moves);
          const rest = others.reduce((total, one) => total + one.amount, residual);
          expect(ofFiling.undoingInClass(residual, own)).toEqual(others.length > 0 && rest === 0 ? others : null);
          const equal = others.filter((one) => one.amount === residual);
          expect(ofFiling.only(residual, own)).toBe(equal.length === 1 ? equal[0] : null);
        },
      ),
    );
  });

  it("is found beside a slip of quadrillions of shares, long before or on the same form", () => {
    const [own, other, third] = trusts as [Move["line"], Move["line"], Move["line"]];
    const moved = (line: Move["line"], on: number, amount: number): Move => ({ line, day: on, amount, filing: shown });
    const [a, b] = [moved(other, 4_000, -60), moved(third, 4_000, -40)];
    expect(new MovesInTime([moved(other, 0, -1e17), a, b]).togetherUndoing(100, own.key, 4_000)).toEqual([a, b]);
    expect(new MovesOfFiling([moved(own, 4_000, -1e17), a, b]).undoingInClass(100, own)).toEqual([a, b]);
  });

  it("is every step that speaks against a split", () => {
    const report = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.constantFrom(50, 100, 200));
    fc.assert(
      fc.property(fc.array(fc.array(report, { maxLength: 6 }), { minLength: 2, maxLength: 4 }), (trustReports) => {
        const filings = trustReports.flatMap((reports, trust) =>
          reports.map(([on, balance], i) =>
            filing({
              id: `${trust}-${i}`,
              filed: day(on),
              rows: [tx("J", day(on), 0, null, "A", balance, inTrust(trust))],
            }),
          ),
        );
        const lines = balanceLines(filings);
        const steps = lines.flatMap(balanceSteps);
        for (const { after, by, against } of findSplits(lines, filings)) {
          expect(against).toEqual(
            steps.filter(
              ({ residual, from, to, left }) =>
                residual === 0 && (from.date ?? "9") <= after && (to.date ?? "") >= by && left > 0,
            ),
          );
        }
      }),
    );
  });

  it("is every step against each of thousands of splits, which are asked for no other", () => {
    const count = 3_000;
    const lines = balanceLines([
      ...each(count, (i) =>
        filing({
          id: `s${i}`,
          filed: day(2 * i),
          rows: [tx("J", day(2 * i), 0, null, "A", i % 2 === 0 ? 100 : 200, inTrust(0))],
        }),
      ),
      ...each(count, (i) =>
        filing({ id: `c${i}`, filed: day(2 * i + 1), rows: [tx("J", day(2 * i + 1), 0, null, "A", 70, inTrust(1))] }),
      ),
    ]);
    const splits = findSplits(lines, []);
    expect(splits).toHaveLength(count - 1);
    expect(splits.every(({ against, confirmed }) => against.length === 0 && !confirmed)).toBe(true);
  });
});
