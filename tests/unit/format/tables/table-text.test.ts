import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { htmlTable, jsonText, tsvText } from "@/lib/format/tables/table-text";

const TABLE = {
  headings: ["issuer", "value_usd", "planned"],
  rows: [
    ["=A1 & <Sons>", -152750.75, null],
    ["Two\tlines\r\nof text", 0, false],
  ],
};

describe("a table that is taken along", () => {
  it("keeps unknown, zero and false apart in JSON", () => {
    expect(JSON.parse(jsonText(TABLE))).toEqual([
      { issuer: "=A1 & <Sons>", value_usd: -152750.75, planned: null },
      { issuer: "Two\tlines\r\nof text", value_usd: 0, planned: false },
    ]);
  });

  it("has one line a row and one tab between cells, and runs no formula when pasted", () => {
    expect(tsvText(TABLE)).toBe("issuer\tvalue_usd\tplanned\n'=A1 & <Sons>\t-152750.75\t\nTwo lines of text\t0\tfalse");
  });

  it("is a table in HTML, with its text as text", () => {
    expect(htmlTable(TABLE)).toBe(
      "<table><thead><tr><th>issuer</th><th>value_usd</th><th>planned</th></tr></thead><tbody>" +
        "<tr><td>'=A1 &amp; &lt;Sons&gt;</td><td>-152750.75</td><td></td></tr>" +
        "<tr><td>Two lines of text</td><td>0</td><td>false</td></tr></tbody></table>",
    );
  });

  it("has as many cells in each line as there are headings, whatever the text", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string())), (rows) => {
        const lines = tsvText({ headings: ["a", "b"], rows }).split("\n");
        expect(lines).toHaveLength(rows.length + 1);
        for (const line of lines) expect(line.split("\t")).toHaveLength(2);
        for (const cell of lines.slice(1).flatMap((line) => line.split("\t"))) expect(cell).not.toMatch(/^\s*[=+\-@]/);
      }),
    );
  });
});
