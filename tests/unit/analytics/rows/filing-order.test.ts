import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  changeFilings,
  compareRows,
  filingsInOrder,
  keepRows,
  oncePerList,
  rowsInOrder,
  rowsInTime,
} from "@/lib/analytics/rows/filing-order";
import { filing, holding, tx } from "../../../support/filing-builder";

const first = filing({ id: "a", filed: "2024-03-05", rows: [tx("S", "2024-03-01", 1, 9, "D", 5), holding(7)] });
const second = filing({ id: "b", filed: "2024-03-06", rows: [tx("S", "2024-02-01", 2, 9, "D", 3)] });

describe("filings in order", () => {
  it("has each once, by when the public knew, and stays as it is", () => {
    const ordered = filingsInOrder([second, first, second]);
    expect(ordered.map((one) => one.filingId)).toEqual(["a", "b"]);
    expect(Object.isFrozen(ordered)).toBe(true);
    expect(filingsInOrder(ordered)).toBe(ordered);
  });

  it("keeps the order when rows or filings leave", () => {
    const changed = changeFilings([second, first], (one) => keepRows(one, (row) => row.kind === "holding"));
    expect(changed.map((one) => one.rows.map((row) => row.address))).toEqual([["a#t1-h1"], []]);
    expect(changeFilings([second, first], (one) => (one === first ? null : one))).toEqual([second]);
    expect(keepRows(first, () => true)).toBe(first);
  });

  it("puts the rows of what is left in time order as if it had been the whole", () => {
    const ordered = filingsInOrder([first, second]);
    const addresses = (rows: readonly { address: string }[]) => rows.map((row) => row.address);
    expect(addresses(rowsInTime(ordered))).toEqual(["b#t1-tx1", "a#t1-tx1", "a#t1-h1"]);
    const held = changeFilings(ordered, (one) => keepRows(one, (row) => row.kind === "holding" || row.shares === 2));
    expect(addresses(rowsInTime(held))).toEqual(["b#t1-tx1", "a#t1-h1"]);
    const left = changeFilings(held, (one) => (one.filingId === "b" ? null : one));
    expect(addresses(rowsInTime(left))).toEqual(["a#t1-h1"]);
    // Asked the other way round, the rest knows nothing of the whole.
    const again = changeFilings([{ ...first }, { ...second }], (one) => (one.filingId === "b" ? null : one));
    expect(addresses(rowsInTime(again))).toEqual(["a#t1-tx1", "a#t1-h1"]);
  });

  it("works a measure out once a list, and anew for another list", () => {
    let times = 0;
    const count = oncePerList((ordered) => {
      times += 1;
      return ordered.length;
    });
    const ordered = filingsInOrder([first, second]);
    expect([count(ordered), count(ordered), times]).toEqual([2, 2, 1]);
    expect([count([first]), times]).toEqual([1, 2]);
  });
});

describe("rows in order", () => {
  const days = ["2024-01-02", "2024-01-03", "2023-12-29"];
  const specs = fc.array(fc.array(fc.constantFrom(...days, null), { maxLength: 4 }), { maxLength: 8 });

  it("is what one comparison of all with all gives", () => {
    fc.assert(
      fc.property(specs, fc.boolean(), (filings, turned) => {
        const rows = filings.flatMap((dates, i) => {
          const filed = dates.map((day) => (day === null ? holding(1) : tx("S", day, 1, 1, "D", 1)));
          return filing({ id: `f${i}`, filed: days[i % 3], rows: filed }).rows;
        });
        const given = turned ? [...rows].reverse() : rows;
        const expected = [...given].sort(compareRows).map((row) => row.address);
        expect(rowsInOrder(given).map((row) => row.address)).toEqual(expected);
      }),
    );
  });
});
