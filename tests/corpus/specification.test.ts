import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readOwnershipXml } from "@/lib/sources/xml/read-ownership-xml";
import { documentLines } from "./document-lines";
import { FILINGS } from "./filings";
import { scanRaw } from "./raw-scan";

const SCHEMA = join(FILINGS, "../schema");
const present = existsSync(SCHEMA);
if (!present) console.log(`No specification at ${SCHEMA}: its tests are skipped.`);

interface Element {
  level: number;
  type: string;
  name: string;
}

/** The specification's table of elements, in order; the level gives the nesting. */
function elements(): Element[] {
  const lines = readFileSync(join(SCHEMA, "elements-v3.tsv"), "utf8").split("\n").slice(1);
  return lines.flatMap((line) => {
    const [level = "", , type = "", element = ""] = line.split("\t");
    return element.trim() === "" ? [] : [{ level: Number(level), type, name: element.trim() }];
  });
}

/** A document that has every element of the table once, each leaf with a text of its own. */
function documentOf(list: Element[]): string {
  const open: Element[] = [];
  let xml = "";
  const closeTo = (level: number) => {
    for (let top = open.at(-1); top !== undefined && top.level >= level; top = open.at(-1)) {
      xml += `</${top.name}>`;
      open.pop();
    }
  };
  for (const [i, element] of list.entries()) {
    closeTo(element.level);
    if (element.name === "footnoteId") {
      xml += '<footnoteId id="F1"/>';
      continue;
    }
    xml += element.name === "footnote" ? '<footnote id="F1">' : `<${element.name}>`;
    if (element.type !== "NV") xml += textFor(element.name, i);
    open.push(element);
  }
  closeTo(1);
  return xml;
}

function textFor(name: string, i: number): string {
  if (name === "documentType") return "4";
  return name === "schemaVersion" ? "X0306" : `text ${i}`;
}

describe.skipIf(!present)("the SEC's specification", () => {
  it("has no element that the reader does not know, and each text reaches the document", () => {
    const xml = documentOf(elements());
    const { document, warnings } = readOwnershipXml(xml);
    expect(warnings).toEqual([]);
    expect(documentLines(document).sort()).toEqual(scanRaw(xml).sort());
    expect([document.nonDerivativeTable, document.derivativeTable].map((table) => table.length)).toEqual([2, 2]);
  });

  it.each(["doc3", "doc3a", "doc4", "doc4a", "doc5", "doc5a"])("reads its sample %s whole", (name) => {
    const xml = readFileSync(join(SCHEMA, "samples", `${name}.xml`), "utf8");
    const { document, warnings } = readOwnershipXml(xml);
    expect(document.documentType).toBe(name.replace("doc", "").replace("a", "/A"));
    expect(documentLines(document).sort()).toEqual(scanRaw(xml).sort());
    expect(warnings).toEqual([]);
    expect(document.reportingOwners[0]?.rptOwnerCcc).toBe("a#ofc0rn");
  });
});
