import { LedgerError } from "@/lib/errors";
import { emptyDocument, type OwnershipDocument, type ReadResult } from "@/lib/ownership/document";
import { normaliseAccession } from "@/lib/ownership/identity";
import { decodeText } from "@/lib/sources/decode-text";
import { readExplanations, readSignatures } from "./explanations";
import { readFormType, readHead, readIssuer } from "./form-head";
import { parseHtml } from "./html-tree";
import { readOwners } from "./owners";
import { Rendition } from "./rendition";
import { accessionInUrl, savedFrom } from "./saved-from";
import { readTable } from "./tables";

export interface HtmlOptions {
  /** Goes before any address, with or without dashes. */
  accession?: string | null;
  /** Where the page came from; goes before the address that a browser noted in it. */
  url?: string | null;
  /** The file's name, for the place of an error. */
  file?: string;
}

/**
 * Reads the SEC's HTML rendition (`xslF345X0n/`) of Form 3, 4 or 5, figures and dates in XML's spelling.
 * Throws a LedgerError for what can't be read whole: `html-not-rendition`, `html-incomplete`, `html-layout-unknown`,
 * `row-unreadable`, `html-too-large`, `html-too-deep`. What the page doesn't print is null: schema version,
 * filing date, acceptance time, the relationship of each owner of a joint filing.
 */
export function readOwnershipHtml(input: string | Uint8Array, options: HtmlOptions = {}): ReadResult {
  const { text, warnings } = decodeText(input);
  const rendition = new Rendition(text, parseHtml(text), options.file);
  const documentType = readFormType(rendition);
  if (documentType === null) throw notRendition(rendition);
  const { footnotes, remarks, noSecuritiesOwned } = readExplanations(rendition);
  const document: OwnershipDocument = {
    ...emptyDocument(),
    ...readHead(rendition, documentType),
    accession: readAccession(text, options),
    noSecuritiesOwned,
    remarks,
    issuer: readIssuer(rendition),
    reportingOwners: readOwners(rendition),
    nonDerivativeTable: readTable(rendition, "I"),
    derivativeTable: readTable(rendition, "II"),
    footnotes,
    signatures: readSignatures(rendition),
  };
  checkReferences(rendition, document);
  return { document, warnings: [...warnings, ...rendition.warnings()] };
}

function notRendition(rendition: Rendition): LedgerError {
  return new LedgerError(
    "html-not-rendition",
    "The page is no rendition of an ownership filing: it names no Form 3, 4 or 5.",
    {
      place: { ...rendition.place(null), line: 1 },
      advice: "Save the form itself from EDGAR (its address holds xslF345X), not the filing's index page.",
    },
  );
}

function readAccession(html: string, options: HtmlOptions): string | null {
  const given = options.accession == null ? null : normaliseAccession(options.accession);
  const url = options.url ?? savedFrom(html);
  return given ?? (url === null ? null : accessionInUrl(url));
}

function checkReferences(rendition: Rendition, document: OwnershipDocument): void {
  const known = new Set(document.footnotes.map((note) => note.id));
  const missing = new Set<string>();
  for (const row of [...document.nonDerivativeTable, ...document.derivativeTable]) {
    for (const field of Object.values(row)) {
      if (typeof field === "string") continue;
      for (const id of field.footnoteIds) if (!known.has(id)) missing.add(id);
    }
  }
  for (const id of missing)
    rendition.warn("footnote-missing", `A field refers to footnote ${id}, which is not there.`, "footnotes");
}
