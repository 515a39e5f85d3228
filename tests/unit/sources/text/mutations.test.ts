import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LedgerError } from "@/lib/errors";
import { readOwnershipText } from "@/lib/sources/text/read-ownership-text";

const seed = readFileSync("tests/fixtures/seed/qualys-posey-form4.md", "utf8");
const lines = seed.split("\n");
const pieces = [
  "",
  "|",
  " | ",
  "\\",
  "(",
  ")",
  "[",
  "]",
  "<",
  "<u>",
  "</sup>",
  "<sup>",
  "⁽",
  "⁾",
  "$",
  ",",
  "-",
  "--",
  "|--|--|",
  "12/10/2018",
  "2,000",
  "(5)",
  "A",
  "D",
  "/s/ ",
  "Table I",
  "Table II",
  "Remarks:",
  "Explanation of Responses:",
  "1. Title of Security",
  "\n",
  "\n\n",
  "\t",
  "\u0000",
  "&#0;",
  "&amp;",
  "**",
  "1. ",
  "- ",
  "😀",
  "\uE000",
  "☒",
];

/** Every outcome is a document or one of our errors. */
function outcome(text: string): "document" | "error" {
  try {
    const { document } = readOwnershipText(text);
    expect(document.documentType).toMatch(/^[345](?:\/A)?$/);
    return "document";
  } catch (error) {
    if (error instanceof LedgerError && error.place.line !== undefined) return "error";
    throw error;
  }
}

describe("a changed text", () => {
  it("is a document or an error, whatever is put in at random", () => {
    const edit = fc.tuple(fc.nat(seed.length), fc.nat(40), fc.constantFrom(...pieces));
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 5 }), (edits) => {
        const changed = edits.reduce(
          (text, [at, length, piece]) => text.slice(0, at) + piece + text.slice(at + length),
          seed,
        );
        outcome(changed);
      }),
      { numRuns: 200 },
    );
  });

  it("is a document or an error, whatever a cell holds", () => {
    const rows = lines.flatMap((line, i) => (line.startsWith("| Common") || line.startsWith("| Stock") ? [i] : []));
    const cell = fc.oneof(fc.string(), fc.constantFrom(...pieces), fc.string({ unit: "grapheme", maxLength: 30 }));
    fc.assert(
      fc.property(fc.constantFrom(...rows), fc.nat(16), cell, (at, column, text) => {
        const cells = (lines[at] ?? "").split("|");
        cells[column] = text;
        outcome(lines.with(at, cells.join("|")).join("\n"));
      }),
      { numRuns: 200 },
    );
  });

  it("never moves a figure: a single odd cell leaves the others of its row as they were", () => {
    const at = lines.findIndex((line) => line.includes("| 782 |"));
    const whole = readOwnershipText(seed).document.nonDerivativeTable[1];
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{4,12} [a-z]{1,9}$/), (word) => {
        const changed = lines.with(at, (lines[at] ?? "").replace("| 782 |", `| ${word} |`)).join("\n");
        const { document, warnings } = readOwnershipText(changed);
        const expected = { ...whole, transactionShares: { value: word, footnoteIds: [] } };
        expect(document.nonDerivativeTable[1]).toEqual(expected);
        expect(warnings.map(({ code, path }) => [code, path])).toEqual([
          ["cell-unexpected", "t1-tx2/transactionShares"],
        ]);
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ["pipes", "|".repeat(20_000)],
    ["opening brackets", "[".repeat(20_000)],
    ["spaces", `a${" ".repeat(19_000)}b`],
    ["stars", "**a".repeat(6_000)],
    ["opening tags", "<u>".repeat(6_000)],
    ["signature lines", "/s/ Jane Doe 12/11/2018\n".repeat(5_000)],
    ["blank lines", "\n".repeat(50_000)],
    ["numbered lines", Array.from({ length: 5_000 }, (_, i) => `${i}. x\n`).join("")],
    ["paragraphs", "x\n\n".repeat(10_000)],
    ["rows", "| Common Stock | 12/10/2018 | | S | | 1 | D | $1 | 1 | D | |\n".repeat(1_000)],
    ["captions", "1. Name and Address of Reporting Person* ".repeat(480)],
  ])("comes to an end with many %s", (_, text) => {
    const started = performance.now();
    for (const after of [
      "Table I - Non-Derivative Securities Acquired",
      "Explanation of Responses:",
      "STATEMENT OF CHANGES",
    ]) {
      outcome(seed.replace(after, `${text}\n${after}`));
      outcome(seed.replace(`${after}`, `${after}\n${text}\n`));
    }
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
