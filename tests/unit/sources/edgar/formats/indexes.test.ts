import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseIndex } from "@/lib/sources/edgar/formats/index-lines";
import { FORM_INDEX, MASTER_INDEX } from "./own-fixtures";

describe("the form index", () => {
  it("gives each ownership filing once, whatever the width of the name", () => {
    const { filings, lines, warnings } = parseIndex(FORM_INDEX, "form.idx");
    expect(filings).toEqual([
      { accession: "0009900001-20-000001", cik: "9900001", form: "3", filedOn: "2020-03-18" },
      { accession: "0009900001-20-000002", cik: "9900001", form: "4", filedOn: "2020-03-18" },
      { accession: "0009900001-20-000003", cik: "9900003", form: "4/A", filedOn: "2020-03-18" },
      { accession: "0009900001-20-000005", cik: "9900001", form: "5", filedOn: "2020-03-18" },
    ]);
    expect(lines).toBe(6);
    expect(warnings).toEqual([]);
  });

  it("lists a damaged line with its number and reads the others", () => {
    const damaged = FORM_INDEX.replace("9900002     20200318", "9900002     2020??18");
    const { filings, warnings } = parseIndex(damaged, "form.idx");
    expect(filings).toHaveLength(4);
    expect(warnings.map(({ code, path }) => [code, path])).toEqual([["edgar-index-line-damaged", "form.idx line 13"]]);
  });

  it("says how many more lines are damaged beyond the first twenty", () => {
    const { warnings } = parseIndex(`${FORM_INDEX}${"4  nothing here\n".repeat(25)}`, "form.idx");
    expect(warnings).toHaveLength(21);
    expect(warnings.at(-1)?.message).toBe("5 more lines can't be read.");
  });

  it("reads an empty day", () => {
    const heading = FORM_INDEX.split("\n").slice(0, 10).join("\n");
    expect(parseIndex(`${heading}\n`, "form.idx")).toEqual({ filings: [], lines: 0, warnings: [] });
  });

  it("refuses a page of words, and an index that ends within a line", () => {
    const page = "<html><body>Your Request Originates from an Undeclared Automated Tool</body></html>";
    expect(() => parseIndex(page, "form.idx")).toThrow(/no index of EDGAR/);
    expect(() => parseIndex(FORM_INDEX.slice(0, -60), "form.idx")).toThrow(/ends within a line/);
  });

  it("never invents a filing: every cut of it is refused or gives the first filings only", () => {
    const whole = parseIndex(FORM_INDEX, "form.idx").filings;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: FORM_INDEX.length }), (end) => {
        try {
          const { filings } = parseIndex(FORM_INDEX.slice(0, end), "form.idx");
          expect(filings).toEqual(whole.slice(0, filings.length));
        } catch (error) {
          expect(error).toMatchObject({ code: "edgar-wrong-content" });
        }
      }),
    );
  });
});

describe("the master index", () => {
  it("reads names that hold the separator", () => {
    const { filings, lines, warnings } = parseIndex(MASTER_INDEX, "master.idx");
    expect(filings).toEqual([{ accession: "0009900001-20-000002", cik: "9900001", form: "4", filedOn: "2020-03-18" }]);
    expect(lines).toBe(3);
    expect(warnings).toEqual([]);
  });
});
