import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvCell, csvText } from "@/lib/format/tables/csv";

describe("CSV", () => {
  it("keeps text from running as a formula", () => {
    expect(csvCell("=1+1")).toBe("'=1+1");
    expect(csvCell("+1 212 555")).toBe("'+1 212 555");
    expect(csvCell("-cmd|' /C calc'!A0")).toBe("'-cmd|' /C calc'!A0");
    expect(csvCell("@SUM(A1)")).toBe("'@SUM(A1)");
    expect(csvCell("\t=1")).toBe("'\t=1");
    expect(csvCell("  =1")).toBe("'  =1");
    expect(["＝1", "＋1", "－1", "＠a", " ＝1"].map(csvCell)).toEqual(["'＝1", "'＋1", "'－1", "'＠a", "' ＝1"]);
    expect(["\u200b=1", "\u0000=1", "\ufeff@a"].map(csvCell)).toEqual(["'\u200b=1", "'\u0000=1", "'\ufeff@a"]);
    expect(csvCell('=HYPERLINK("http://example.com","x")')).toBe(`"'=HYPERLINK(""http://example.com"",""x"")"`);
  });

  it("leaves numbers numbers, and unknown empty", () => {
    expect([-1018, 0, 75.5351, null, true].map(csvCell)).toEqual(["-1018", "0", "75.5351", "", "true"]);
  });

  it("quotes commas, quotes and line ends", () => {
    expect(
      csvText(
        ["a", "b"],
        [
          ["x, y", 'say "so"'],
          ["two\nlines", 3],
        ],
      ),
    ).toBe('a,b\r\n"x, y","say ""so"""\r\n"two\nlines",3\r\n');
  });

  it("comes back as it was written, but for the apostrophe", () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 2 })), (rows) => {
        const read: string[][] = parse(csvText(["a", "b"], rows), { record_delimiter: "\r\n", from_line: 1 });
        expect(read.slice(1).map((row) => row.map((cell) => cell.replace(/^'/, "")))).toEqual(
          rows.map((row) => row.map((cell) => cell.replace(/^'/, ""))),
        );
        for (const cell of read.slice(1).flat()) expect(/^\s*[=+\-@]/.test(cell)).toBe(false);
      }),
    );
  });
});
