import { createHash } from "node:crypto";
import { documentCore } from "@/lib/ownership/core";
import type { OwnershipDocument } from "@/lib/ownership/document";

/**
 * A filing's id (domain §1): its accession number where the source gives one, else `doc-` and the first 12 hex digits
 * of the SHA-256 of its core in canonical spelling, so text and XML of one filing share it. Never an invented accession.
 */
export function documentId(document: OwnershipDocument): string {
  return document.accession ?? coreId(document);
}

/** The `doc-` id that a document has, or had before its accession was known. */
export function coreId(document: OwnershipDocument): string {
  const core = JSON.stringify(documentCore(document));
  return `doc-${createHash("sha256").update(core, "utf8").digest("hex").slice(0, 12)}`;
}
