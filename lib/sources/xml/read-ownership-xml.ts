import { SaxesParser } from "saxes";
import { LedgerError } from "@/lib/errors";
import type { ReadResult } from "@/lib/ownership/document";
import { checkDocument } from "./check-document";
import { decodeXml } from "./decode-xml";
import { type Attribute, DocumentBuilder } from "./document-builder";
import { MAX_XML_DEPTH, MAX_XML_ELEMENTS } from "./limits";
import { refuseOtherFormats } from "./refuse-other-formats";
import { shortName } from "./warning-list";

const ROOT = "ownershipDocument";

/**
 * Reads one ownership document (Forms 3, 4, 5 and amendments; schemas X0101 to X0609) from its XML.
 * Values are the filed text, trimmed, null when absent or empty; what the form does not know becomes a warning.
 * Accession, filing date and acceptance time are null: raw XML has none.
 *
 * Throws a LedgerError with file, line and column for what can't be read whole: `xml-empty`, `xml-is-pdf`, `xml-is-html`,
 * `xml-is-archive`, `xml-is-submission`, `xml-not-xml`, `xml-not-ownership`, `xml-malformed`, `xml-encoding`,
 * `xml-dtd-refused`, `xml-too-deep`, `xml-too-large`.
 */
export function readOwnershipXml(bytes: Uint8Array | string, options: { file?: string } = {}): ReadResult {
  refuseOtherFormats(bytes, options.file);
  const { text, contradicted } = decodeXml(bytes, options.file);
  const builder = new DocumentBuilder();
  if (contradicted !== null) {
    const message = `The document declares ${contradicted} but its bytes are UTF-8; it was read as UTF-8.`;
    builder.warnings.add("encoding-contradicted", message, ROOT);
  }
  tokenize(text, builder, options.file);
  checkDocument(builder.document, builder.rows.referenced, builder.warnings);
  return { document: builder.document, warnings: builder.warnings.list() };
}

function tokenize(text: string, builder: DocumentBuilder, file: string | undefined): void {
  const parser = new SaxesParser();
  const refuse = (code: string, message: string, advice: string): never => {
    throw new LedgerError(code, message, { place: { file, line: parser.line, column: parser.column }, advice });
  };
  let depth = 0;
  let elements = 0;
  let attributes: Attribute[] | null = null;
  parser.on("error", (error) => refuse(...malformed(error, text)));
  parser.on("doctype", (doctype) => refuse(...doctypeRefusal(doctype)));
  parser.on("attribute", ({ name, value }) => {
    if (attributes === null) attributes = [[name, value]];
    else attributes.push([name, value]);
  });
  parser.on("opentag", ({ name }) => {
    depth += 1;
    if (depth === 1 && name !== ROOT) refuse(...wrongRoot(name));
    if (depth > MAX_XML_DEPTH) refuse(...tooDeep());
    elements += 1;
    if (elements > MAX_XML_ELEMENTS) refuse(...tooMany());
    builder.open(name, attributes);
    attributes = null;
  });
  parser.on("text", (part) => {
    if (depth > 0) builder.addText(part);
  });
  parser.on("cdata", (part) => builder.addText(part));
  parser.on("closetag", () => {
    depth -= 1;
    builder.close();
  });
  parser.write(text).close();
}

type Refusal = [code: string, message: string, advice: string];

function malformed(error: Error, text: string): Refusal {
  if (text.trim() === "") return ["xml-empty", "The file is empty.", "Download the filing again."];
  const reason = shortName(error.message.replace(/^\d+:\d+: /, "").replace(/\.$/, ""));
  return [
    "xml-malformed",
    `The XML is not well-formed: ${reason}.`,
    "Download the filing again: it may be cut off or damaged. EDGAR disseminates well-formed XML only.",
  ];
}

function doctypeRefusal(doctype: string): Refusal {
  if (/^\s*html\b/i.test(doctype)) return ["xml-is-html", "The file is an HTML page, not XML.", HTML_ADVICE];
  return [
    "xml-dtd-refused",
    "The document has a DOCTYPE, which is refused: it can define entities, and no ownership filing has one.",
    "Remove the DOCTYPE if you trust the file, or download the filing again.",
  ];
}

const HTML_ADVICE = "Take the filing's XML or its full submission text (.txt) from EDGAR instead.";

function wrongRoot(name: string): Refusal {
  if (name.toLowerCase() === "html") return ["xml-is-html", "The file is an HTML page, not XML.", HTML_ADVICE];
  return [
    "xml-not-ownership",
    `The document is a <${shortName(name)}>, not an <${ROOT}>.`,
    "Only Forms 3, 4 and 5 and their amendments are read.",
  ];
}

function tooMany(): Refusal {
  return [
    "xml-too-large",
    `The document has more than ${MAX_XML_ELEMENTS} elements.`,
    "An ownership filing has a few thousand: this is another kind of document.",
  ];
}

function tooDeep(): Refusal {
  return [
    "xml-too-deep",
    `Elements are nested more than ${MAX_XML_DEPTH} deep.`,
    "An ownership filing is six deep: this is another kind of document.",
  ];
}
