import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packRows, unpackRows } from "@/components/data-table/pack-rows";

const ROWS = [
  { id: "a", issuer: { cik: "1", name: "Fictional Inc" }, value: 0, flag: null, returns: 1 },
  { id: "b", issuer: { cik: "1", name: "Fictional Inc" }, value: null, flag: null },
  { id: "c", issuer: { cik: "1", name: "Fictional Inc" }, value: 0, flag: null },
];

describe("rows on the way to the browser", () => {
  it("name each field once, a repeated value once, and one that all rows have without saying which", () => {
    expect(packRows(ROWS.map(({ returns: _, ...row }) => row))).toEqual({
      count: 3,
      fields: [
        { name: "id", values: ["a", "b", "c"], places: null },
        { name: "issuer", values: [{ cik: "1", name: "Fictional Inc" }], places: [] },
        { name: "value", values: [0, null, 0], places: null },
        { name: "flag", values: [null], places: [] },
      ],
    });
    const forms = Array.from({ length: 9 }, (_, n) => ({ form: n === 4 ? "4/A filed late" : "Form 4" }));
    expect(packRows(forms).fields).toEqual([
      { name: "form", values: ["Form 4", "4/A filed late"], places: [0, 0, 0, 0, 1, 0, 0, 0, 0] },
    ]);
  });

  it("are the same rows there; null, nothing and 0 stay apart", () => {
    const rows = unpackRows(packRows(ROWS));
    expect(rows).toEqual(ROWS);
    expect(rows.map(({ value, returns }) => [value, returns])).toEqual([
      [0, 1],
      [null, undefined],
      [0, undefined],
    ]);
    expect(unpackRows(packRows([]))).toEqual([]);
  });

  it("are so whatever they hold", () => {
    const cell = fc.oneof(fc.jsonValue({ noUnicodeString: false }), fc.constantFrom(null, "", 0, false, [], {}));
    const row = fc.record({ a: cell, b: fc.constantFrom("x", "y", null), c: cell }, { requiredKeys: ["b"] });
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        // What travels is JSON: −0 becomes 0 there.
        const sent = JSON.parse(JSON.stringify(rows)) as typeof rows;
        expect(unpackRows(packRows(sent))).toEqual(sent);
      }),
    );
  });
});
