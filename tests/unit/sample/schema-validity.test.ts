import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { validateXML } from "xmllint-wasm";
import type { OwnershipDocument } from "@/lib/ownership/document";
import { ownershipXml } from "@/lib/sample/write/ownership-xml";
import { marketOf } from "./markets";

const SCHEMAS = "../shared/schema/xsd";
const COMMON = "lib/sec4/ownershipDocumentCommon.xsd.xml";
/** The validator holds a batch in memory. */
const BATCH = 400;
const present = existsSync(SCHEMAS);
if (!present) console.log(`skipped: no schemas at ${SCHEMAS}`);

async function errorsOf(documents: readonly OwnershipDocument[], adapt: (schema: string) => string): Promise<string[]> {
  const read = (name: string) => adapt(readFileSync(join(SCHEMAS, name), "utf8"));
  const errors: string[] = [];
  for (let at = 0; at < documents.length; at += BATCH) {
    const batch = documents.slice(at, at + BATCH);
    const result = await validateXML({
      xml: batch.map((document) => ({ fileName: `${document.accession}.xml`, contents: ownershipXml(document) })),
      schema: [{ fileName: "ownership4Document.xsd.xml", contents: read("ownership4Document.xsd.xml") }],
      preload: [{ fileName: COMMON, contents: read("ownershipDocumentCommon.xsd.xml") }],
      initialMemoryPages: 2048,
      maxMemoryPages: 8192,
    });
    errors.push(...result.errors.map((error) => error.message));
  }
  return errors;
}

/** Every third document of three markets. */
const documents = [1, 2, 3]
  .flatMap((seed) => marketOf({ filings: 2000, seed }).filings.map((filing) => filing.document))
  .filter((_, i) => i % 3 === 0);

/** Elements of later schema versions and of the other forms, by the specification, put where the forms have them. */
function widened(schema: string): string {
  const flag = (name: string) => `<xs:element name="${name}" type="xs:boolean" minOccurs="0"/>`;
  return schema
    .replace('<xs:pattern value="4"/>', '<xs:pattern value="[345](/A)?"/>')
    .replace(
      /(<xs:element name="notSubjectToSection16"[^>]*\/>)/,
      `<xs:element name="dateOfOriginalSubmission" type="xs:date" minOccurs="0"/>${flag("noSecuritiesOwned")}$1${flag("form3HoldingsReported")}${flag("form4TransactionsReported")}`,
    )
    .replace(/(<xs:element name="nonDerivativeTable")/, `${flag("aff10b5One")}$1`)
    .replace(
      /(<xs:complexType name="ISSUER">[\s\S]*?)(<\/xs:sequence>)/,
      '$1<xs:element name="issuerForeignTradingSymbol" type="xs:string" minOccurs="0"/>$2',
    )
    .replace(/(<xs:element name="rptOwnerStreet1")/, `${flag("rptOwnerNonUSAddressFlag")}$1`)
    .replace(
      /(<xs:element name="rptOwnerZipCode")/,
      '<xs:element name="rptOwnerNonUSStateTerritory" type="xs:string" minOccurs="0"/><xs:element name="rptOwnerCountry" type="xs:string" minOccurs="0"/>$1',
    );
}

describe.skipIf(!present)("validity against the SEC's schemas", () => {
  it("every Form 4 before March 2023 is valid against the X0306 schema as published", async () => {
    const old = documents.filter((d) => d.documentType === "4" && (d.schemaVersion ?? "") <= "X0306");
    expect(old.length).toBeGreaterThan(800);
    expect(await errorsOf(old, (schema) => schema)).toEqual([]);
  }, 120_000);

  it("all other forms and versions are valid against it with the later elements added", async () => {
    const others = documents.filter((d) => d.documentType !== "4" || (d.schemaVersion ?? "") > "X0306");
    expect(new Set(others.map((d) => d.documentType))).toEqual(new Set(["3", "4", "4/A", "5"]));
    expect(await errorsOf(others, widened)).toEqual([]);
  }, 120_000);
});
