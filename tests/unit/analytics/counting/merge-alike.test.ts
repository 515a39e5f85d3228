import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jointEvents } from "@/lib/analytics/counting/joint-events";
import { mergeAlike } from "@/lib/analytics/counting/merge-alike";
import { OwnerRelations } from "@/lib/analytics/counting/owner-relations";
import type { FiledRow } from "@/lib/analytics/rows/filed-row";
import { compareRows } from "@/lib/analytics/rows/filing-order";
import { filing, tx } from "../../../support/filing-builder";

const DAY = "2024-03-01";

/** The rule in its plainest words: the first row left that is related to any member joins, until none is. */
function plainly(rows: readonly FiledRow[], relations: OwnerRelations): string[][] {
  const left = [...rows].sort(compareRows);
  const events: string[][] = [];
  while (left.length > 0) {
    const members = [left.shift() as FiledRow];
    const related = (row: FiledRow) =>
      members.some((one) => one.filing !== row.filing && relations.between(one, row) !== null);
    for (let at = left.findIndex(related); at >= 0; at = left.findIndex(related)) {
      members.push(...left.splice(at, 1));
    }
    if (members.length > 1) events.push(members.map((row) => row.address));
  }
  return events;
}

describe("merging equal rows", () => {
  const spec = fc.record({
    owners: fc.subarray(["1", "2", "3", "4", "5", "6", "7", "8"], { minLength: 1, maxLength: 2 }),
    after: fc.constantFrom(null, 100, 200, 300),
    nature: fc.constantFrom(null, "By Lark Trust", "By Heron Trust", "By Person3 Fictional", "By wife"),
  });

  it("finds the events that comparing all with all finds, however many rows are alike", () => {
    fc.assert(
      fc.property(fc.array(spec, { minLength: 2, maxLength: 60 }), (specs) => {
        const filings = specs.map(({ owners, after, nature }, i) => {
          const form = nature === null ? {} : { directOrIndirectOwnership: "I", natureOfOwnership: nature };
          const named = owners.map((cik) => ({ cik, name: `Person${cik} Fictional` }));
          const rows = [tx("S", DAY, 10, 20, "D", after, form)];
          return filing({ id: `f${String(i).padStart(3, "0")}`, owners: named, filed: "2024-03-02", rows });
        });
        const relations = new OwnerRelations(filings);
        const rows = filings.flatMap((one) => one.rows);
        const found = mergeAlike(rows, relations).map(({ counted, copies }) => [
          counted.address,
          ...copies.map((copy) => copy.address),
        ]);
        expect(found).toEqual(plainly(rows, relations));
      }),
      { numRuns: 60 },
    );
  });

  it("takes no longer a row when thousands are alike", () => {
    const filings = Array.from({ length: 4_000 }, (_, i) =>
      filing({
        id: `f${String(i).padStart(4, "0")}`,
        owners: [{ cik: String(1_000 + i), name: `Fictional${i} John` }],
        filed: "2024-03-02",
        rows: [
          tx("S", DAY, 10, 20, "D", 1_000 + i, {
            directOrIndirectOwnership: "I",
            natureOfOwnership: i % 2 === 0 ? `By Fictional${i + 1} John` : "By trust",
          }),
        ],
      }),
    );
    // Comparing all with all reads eight million pairs of notes: most of a minute.
    const events = jointEvents(filings);
    expect(events).toHaveLength(2_000);
    expect(events[0]?.copies[0]?.relation.rule).toBe("named by the other");
  });
});
