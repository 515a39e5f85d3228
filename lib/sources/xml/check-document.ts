import type { OwnershipDocument } from "@/lib/ownership/document";
import { quoted, type WarningList } from "./warning-list";

const FORMS = new Set(["3", "3/A", "4", "4/A", "5", "5/A"]);
const FIRST_SCHEMA = "X0101";
const LAST_SCHEMA = "X0609";
const FOOTNOTES = "ownershipDocument/footnotes";

/** Warns of what a complete document has and this one lacks, and of footnote references that lead nowhere. */
export function checkDocument(document: OwnershipDocument, referenced: Iterable<string>, warnings: WarningList): void {
  const missing = (path: string) =>
    warnings.add("element-missing", `The document has no ${path}.`, `ownershipDocument/${path}`);
  if (document.documentType === null) missing("documentType");
  if (document.periodOfReport === null) missing("periodOfReport");
  if (document.issuer.issuerCik === null) missing("issuer/issuerCik");
  if (document.reportingOwners.length === 0) missing("reportingOwner");
  checkVersions(document, warnings);
  checkFootnotes(document, referenced, warnings);
}

function checkVersions(document: OwnershipDocument, warnings: WarningList): void {
  const { documentType, schemaVersion } = document;
  if (documentType !== null && !FORMS.has(documentType)) {
    const message = `${quoted(documentType)} is none of the forms 3, 4 and 5 or their amendments.`;
    warnings.add("document-type-unknown", message, "ownershipDocument/documentType");
  }
  if (schemaVersion !== null && !isKnownSchema(schemaVersion)) {
    const message = `Schema ${quoted(schemaVersion)} is not among ${FIRST_SCHEMA} to ${LAST_SCHEMA}; it was read like the latest.`;
    warnings.add("schema-version-unknown", message, "ownershipDocument/schemaVersion");
  }
}

function isKnownSchema(version: string): boolean {
  return /^X\d{4}$/.test(version) && version >= FIRST_SCHEMA && version <= LAST_SCHEMA;
}

function checkFootnotes(document: OwnershipDocument, referenced: Iterable<string>, warnings: WarningList): void {
  const ids = new Set<string>();
  for (const { id } of document.footnotes) {
    if (ids.has(id) && id !== "") {
      warnings.add("footnote-id-repeated", `Several footnotes have the id ${quoted(id)}.`, FOOTNOTES);
    }
    ids.add(id);
  }
  for (const id of referenced) {
    if (ids.has(id)) continue;
    warnings.add("footnote-missing", `A field refers to footnote ${quoted(id)}, which is not there.`, FOOTNOTES);
  }
}
