import { LedgerError } from "@/lib/errors";
import type { Warning } from "@/lib/ownership/document";
import { lineAt, type SubmissionPart, type SubmissionSections } from "./sections";

const OWNERSHIP_FORMS: ReadonlySet<string> = new Set(["3", "3/A", "4", "4/A", "5", "5/A"]);
const ROOT = /<(?:[A-Za-z][\w.-]*:)?ownershipDocument[\s/>]/;

/** Where the ownership XML of a submission stands. */
export interface FoundXml {
  start: number;
  end: number;
  /** The document that it is, or null when it stands without SGML around it. */
  part: SubmissionPart | null;
}

/**
 * The one ownership document of a submission: of a form type (3, 4, 5 or an amendment) and with the XML in it.
 * Throws `submission-without-ownership-xml` for what is older than the XML or is no ownership filing, and
 * `several-ownership-documents` for two that differ: reading one would lose the other.
 */
export function findOwnershipXml(text: string, sections: SubmissionSections, warnings: Warning[]): FoundXml {
  const { parts, headerEnd } = sections;
  if (parts.length === 0) {
    const range = xmlRange(text, headerEnd, text.length);
    if (range === null) throw withoutXml(parts);
    return { ...range, part: null };
  }
  const found = parts.flatMap((part) => {
    const range = xmlRange(text, part.bodyStart, part.bodyEnd);
    return range === null ? [] : [{ ...range, part }];
  });
  const typed = found.filter(({ part }) => OWNERSHIP_FORMS.has(part.type?.toUpperCase() ?? ""));
  const [first, ...others] = typed.length > 0 ? typed : found;
  if (first === undefined) throw withoutXml(parts);
  const path = `line ${first.part.line}`;
  if (typed.length === 0) {
    const message = `The ownership document is marked as type ${first.part.type ?? "(none)"}, which is no form 3, 4 or 5.`;
    warnings.push({ code: "document-type-unexpected", message, path });
  }
  refuseSecondDocument(text, first, others);
  return first;
}

function refuseSecondDocument(text: string, first: FoundXml, others: readonly FoundXml[]): void {
  const filed = text.slice(first.start, first.end);
  const second = others.find((other) => text.slice(other.start, other.end) !== filed);
  if (second === undefined) return;
  throw new LedgerError(
    "several-ownership-documents",
    "The submission holds two ownership documents that differ; a submission to EDGAR holds one.",
    {
      place: { line: lineAt(text, second.start) },
      advice: "Split the file: one submission for each ownership document.",
    },
  );
}

function xmlRange(text: string, from: number, to: number): { start: number; end: number } | null {
  const body = text.slice(from, to);
  const root = body.search(ROOT);
  if (root < 0) return null;
  const tag = body.lastIndexOf("<XML>", root);
  const declaration = body.lastIndexOf("<?xml", root);
  let start = tag >= 0 ? tag + "<XML>".length : declaration >= 0 ? declaration : root;
  while (/\s/.test(body.charAt(start))) start += 1;
  const close = body.lastIndexOf("</XML>");
  return { start: from + start, end: from + (close > root ? close : bareEnd(body, root)) };
}

/** Without `</XML>` around it the document ends with its root; a root that is never closed is the XML reader's to report. */
function bareEnd(body: string, root: number): number {
  const close = /<\/(?:[A-Za-z][\w.-]*:)?ownershipDocument\s*>/g;
  close.lastIndex = root;
  const match = close.exec(body);
  return match === null ? body.length : match.index + match[0].length;
}

/** Documents that one message names; real submissions have a few. */
const DOCUMENTS_NAMED = 50;

function withoutXml(parts: readonly SubmissionPart[]): LedgerError {
  const listed = parts
    .slice(0, DOCUMENTS_NAMED)
    .map((part) => [part.type, part.filename].filter((word) => word !== null).join(" "));
  const more = parts.length > DOCUMENTS_NAMED ? `; and ${parts.length - DOCUMENTS_NAMED} more` : "";
  const held = parts.length === 0 ? "It holds no document." : `It holds: ${listed.join("; ")}${more}.`;
  return new LedgerError(
    "submission-without-ownership-xml",
    `The submission holds no ownership document in XML. ${held}`,
    {
      place: { line: parts[0]?.line ?? 1 },
      advice:
        "Forms 3, 4 and 5 come as XML since mid-2003. An older form is text or HTML of the filer's own; it can't be read exactly.",
    },
  );
}

/** A warning for each document of the submission that is not the form itself: exhibits are listed, never lost. */
export function listOtherDocuments(parts: readonly SubmissionPart[], form: SubmissionPart): Warning[] {
  return parts.flatMap((part, i) => {
    const path = `line ${part.line}`;
    const warnings: Warning[] = [];
    const name = [part.type ?? "no type", part.filename, part.description].filter((word) => word !== null).join(", ");
    if (part !== form) {
      const message = `Document ${i + 1} of the submission (${name}) is not the form and was not read.`;
      warnings.push({ code: "other-document", message, path });
    }
    if (!part.closed) {
      const message = `Document ${i + 1} of the submission (${name}) is not closed: the text may have been cut.`;
      warnings.push({ code: "document-not-closed", message, path });
    }
    return warnings;
  });
}
