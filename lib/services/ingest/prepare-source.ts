import { hash } from "node:crypto";
import { documentCore } from "@/lib/ownership/core";
import type { OwnershipDocument, Warning } from "@/lib/ownership/document";
import { normaliseCik } from "@/lib/ownership/identity";
import type { SourceFormat } from "@/lib/sources/merge-sources";
import { packSource } from "@/lib/store/sources/source-body";

/** A document that is ready to be stored: hashed and packed, so that the writer only writes. */
export interface PreparedSource {
  file: string;
  format: SourceFormat;
  /** Accession, or the `doc-…` id that the document's core gives. */
  filingKey: string;
  /** Of document and warnings; two equal readings of one source have the same. */
  hash: string;
  issuerCik: string;
  coreHash: string;
  body: Uint8Array;
  warnings: Warning[];
}

/** Hex digits kept of a SHA-256: 64 bits, compared only within one filing or verified by its own id. */
const HASH_LENGTH = 16;
/** Hex digits of the core's hash in a `doc-…` id. */
const DOC_ID_LENGTH = 12;

/** The first 16 hex digits of a text’s SHA-256. */
export function hashText(text: string): string {
  return hash("sha256", text, "hex").slice(0, HASH_LENGTH);
}

/** The id of a filing without accession, from the hash of its core (the same as `documentId` in lib/sources). */
export function docIdOfCore(coreHash: string): string {
  return `doc-${coreHash.slice(0, DOC_ID_LENGTH)}`;
}

/** Whether a filing's id or a source's key is no accession. */
export function isDocId(key: string): boolean {
  return key.startsWith("doc-");
}

/** The document must have its identity (requireIdentity in lib/sources). */
export function prepareSource(
  file: string,
  format: SourceFormat,
  document: OwnershipDocument,
  warnings: Warning[],
): PreparedSource {
  const json = JSON.stringify({ document, warnings });
  const coreHash = hashText(JSON.stringify(documentCore(document)));
  return {
    file,
    format,
    filingKey: document.accession ?? docIdOfCore(coreHash),
    hash: hashText(json),
    issuerCik: normaliseCik(document.issuer.issuerCik) ?? "",
    coreHash,
    body: packSource(json),
    warnings,
  };
}
