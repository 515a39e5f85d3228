import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { flagOrNull } from "@/lib/ownership/booleans";
import { documentDifferences } from "@/lib/ownership/core";
import type { OwnershipDocument } from "@/lib/ownership/document";
import { readOwnershipText } from "@/lib/sources/text/read-ownership-text";
import { readOwnershipXml } from "@/lib/sources/xml/read-ownership-xml";
import { type PrintStyle, printForm } from "../support/printed-form";
import { hasFilings, xmlPaths } from "./filings";

/** Every 20th filing; `EVERY=1` takes all. */
const EVERY = Number(process.env.EVERY ?? 20);

/**
 * Filings whose filer typed a footnote's number or an entity into a name (“See Footnote (1)”, “PG&amp;E”): where marks
 * are printed plainly, print doesn't tell it from a mark, nor Markdown `&amp;` from `&`.
 */
const TYPED_MARKS = /\(\d{1,2}\)|&amp;amp;/;

const STYLES: [string, PrintStyle][] = [
  ["Markdown", { table: "markdown", ownV: true, rules: true, notes: "superscript", explanations: "1." }],
  ["pipes", { table: "bare-pipes", ownV: false, rules: false, notes: "plain", explanations: "(1)" }],
  ["ruled columns", { table: "aligned", ownV: true, rules: true, notes: "sup", explanations: "F1:" }],
  ["aligned columns", { table: "aligned", ownV: true, rules: false, notes: "superscript", explanations: "1." }],
];

/** What is printed but stands outside the core: remarks, the mark V, equity swaps. */
function beyondCore(document: OwnershipDocument): string {
  const rows = [...document.nonDerivativeTable, ...document.derivativeTable];
  const marks = rows.map((row) => [
    row.transactionTimeliness?.value ?? null,
    flagOrNull(row.equitySwapInvolved?.value ?? null) === true,
  ]);
  return JSON.stringify([document.remarks?.replace(/\s+/g, " ") ?? null, marks]);
}

describe.skipIf(!hasFilings)("real filings printed as text and read back", () => {
  it.each(STYLES)("are equal documents in %s", { timeout: 600_000 }, (_, style) => {
    const differing: string[] = [];
    for (const file of xmlPaths().filter((_, i) => i % EVERY === 0)) {
      const xml = readFileSync(file, "utf8");
      const { document } = readOwnershipXml(xml);
      const back = readOwnershipText(printForm(document, style)).document;
      const differences = documentDifferences(document, back);
      if (beyondCore(document) !== beyondCore(back)) differences.push("beyond the core");
      if (differences.length > 0 && !(differences.join() === "tables" && TYPED_MARKS.test(xml)))
        differing.push(`${file}: ${differences.join(", ")}`);
    }
    expect(differing).toEqual([]);
  });
});
