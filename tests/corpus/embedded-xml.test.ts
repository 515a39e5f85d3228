import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readOwnershipXml } from "@/lib/sources/xml/read-ownership-xml";
import { accessionOf, FILINGS, hasFilings, xmlPaths } from "./filings";

describe.skipIf(!hasFilings)("the XML inside a full submission text", () => {
  it("gives the same document as the XML of the same accession, for all 301", () => {
    const byAccession = new Map(xmlPaths().map((path) => [accessionOf(path), path]));
    const names = readdirSync(join(FILINGS, "submissions"));
    const differing: string[] = [];
    for (const name of names) {
      const text = readFileSync(join(FILINGS, "submissions", name), "utf8");
      const embedded = text.slice(text.indexOf("<XML>") + 5, text.indexOf("</XML>")).trim();
      const inside = readOwnershipXml(embedded, { file: name });
      const alone = readOwnershipXml(readFileSync(byAccession.get(accessionOf(name)) ?? ""));
      if (JSON.stringify(inside) !== JSON.stringify(alone)) differing.push(name);
    }
    expect(names).toHaveLength(301);
    expect(differing).toEqual([]);
  });
});
