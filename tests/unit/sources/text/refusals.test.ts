import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LedgerError } from "@/lib/errors";
import { readOwnershipText } from "@/lib/sources/text/read-ownership-text";
import { FRONT, writeForm } from "./written-forms";

function refusal(text: string): LedgerError {
  try {
    readOwnershipText(text, { file: "form.md" });
  } catch (error) {
    if (error instanceof LedgerError) return error;
  }
  throw new Error("nothing was refused");
}

const HEAD =
  "| 1. Title of Security | 2. Transaction Date | 2A. Deemed Execution Date | 3. Transaction Code | | 4. Securities Acquired (A) or Disposed Of (D) | | | 5. Amount of Securities Beneficially Owned | 6. Ownership Form | 7. Nature of Indirect |";

const whole = writeForm({});
const withoutIssuer = writeForm({ front: FRONT.replace("2. Issuer Name and Ticker or Trading Symbol\n", "") });

/** What a user can do about each. */
const ADVICE: Record<string, string> = {
  "issuer-missing": "Give the form's text whole, from its head to the signatures.",
  "form-unknown": "Give a Form 3, 4 or 5 whole, with its title.",
  "tables-missing": "Give the form's text whole, with its tables as Markdown, piped, tabbed or aligned text.",
  "row-unreadable": "Give the row the form's own columns, one cell each, or read the filing's XML instead.",
};

describe("texts that can't be read whole", () => {
  it.each([
    ["an empty text", "", "issuer-missing", 1],
    ["a text that is no form", "Dear shareholders,\n\nall is well.", "issuer-missing", 1],
    ["a form without an issuer", withoutIssuer, "issuer-missing", 1],
    ["a form without a title", whole.replace(/^STATEMENT.*/, "REPORT"), "form-unknown", 1],
    ["a form headed as another", `FORM 3\n${whole}`, "form-unknown", 1],
    ["a form without tables", whole.replace(/Table I - .*/, ""), "tables-missing", 22],
    [
      "a row whose cells are elsewhere",
      writeForm({ tableI: `${HEAD}\n| 59,442 | Common Stock | D | 12/10/2018 | A | M | 2,000 | | | | |` }),
      "row-unreadable",
      20,
    ],
    [
      "a row with more cells than the form has columns",
      writeForm({ tableI: `${HEAD}\n| Common | 03/04/2024 | | P | | 1 | A | $1 | 1 | D | | | 77 |` }),
      "row-unreadable",
      20,
    ],
    [
      "a row on both sides",
      writeForm({
        tableII: "Option | $1 | 03/04/2024 | | M | | 5 | 7 | 03/04/2020 | 03/03/2034 | Common | 5 | $0 | 7 | D | |",
      }),
      "row-unreadable",
      23,
    ],
    ["a cell of a thousand signs", writeForm({ tableI: `${HEAD}\n| ${"x".repeat(1001)} |` }), "row-unreadable", 20],
  ])("refuses %s with file and line", (_, text, code, line) => {
    const error = refusal(text);
    expect([error.code, error.place.file, error.place.line]).toEqual([code, "form.md", line]);
    expect(error.advice).toBe(ADVICE[code]);
  });

  it("refuses a line of ten thousand signs, in which columns can't be told", () => {
    expect(refusal(writeForm({ tableI: "x ".repeat(5000) }))).toMatchObject({
      code: "row-unreadable",
      place: { file: "form.md", line: 19 },
      advice: "Part the table's columns by pipes or tabs.",
    });
  });

  it("refuses what no form is long enough for", () => {
    expect(refusal("x".repeat(2_000_001))).toMatchObject({
      code: "text-too-large",
      message: "The text has 2000001 characters; no ownership form has more than 2000000.",
    });
    expect(refusal("x\n".repeat(20_001))).toMatchObject({
      code: "text-too-large",
      message: "The text has 20001 lines; no ownership form has more than 20000.",
    });
    expect(refusal(`\n${"x".repeat(20_001)}`)).toMatchObject({
      code: "text-too-large",
      message: "Line 2 has 20001 characters; no ownership form has more than 20000.",
      place: { file: "form.md", line: 2 },
    });
  });

  it("refuses the seed filing without its head", () => {
    const seed = readFileSync("tests/fixtures/seed/qualys-posey-form4.md", "utf8");
    expect(refusal(seed.slice(seed.indexOf("Table I"))).code).toBe("issuer-missing");
    expect(refusal(seed.replace("STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP", "")).code).toBe("form-unknown");
  });
});
