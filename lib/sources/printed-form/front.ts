import { type ErrorPlace, LedgerError } from "@/lib/errors";
import { dateFromPrint, isCalendarDate } from "@/lib/ownership/calendar-dates";
import { emptyDocument, type OwnershipDocument, type ReportingOwner, type Warning } from "@/lib/ownership/document";
import { boxBefore } from "./boxes";
import { type FrontCaption, type FrontField, type FrontPiece, readFrontFields } from "./front-fields";
import { tidy, withoutMarks } from "./marks";
import { cikInLink, readIssuer, readOwner } from "./parties";
import { readRelationship } from "./relationship";

export interface ReadFront {
  document: OwnershipDocument;
  warnings: Warning[];
}

const PLAN_BOX = /Check\s+this\s+box\s+to\s+indicate\s+that\s+a\s+transaction\s+was\s+made\s+pursuant/;

/**
 * Reads what stands above the tables: form, period, issuer, owners with their boxes, the boxes of the form itself.
 * `links` maps a name to the CIK that a link on it states. Throws `form-unknown` and `issuer-missing`.
 */
export function readFront(
  pieces: readonly FrontPiece[],
  place: ErrorPlace,
  links: ReadonlyMap<string, string>,
): ReadFront {
  const warnings: Warning[] = [];
  const fields = readFrontFields(pieces);
  const text = pieces.map((piece) => piece.cells.join("\n")).join("\n");
  const original = dateField(first(fields, "original"), "dateOfOriginalSubmission", warnings);
  const issuerField = first(fields, "issuer");
  const issuer = readIssuer(issuerField?.text ?? "");
  if (issuer.issuerName === null) throw noIssuer(issuerField, pieces, place);
  const document: OwnershipDocument = {
    ...emptyDocument(),
    documentType: `${readForm(pieces, place)}${isAmendment(text, original) ? "/A" : ""}`,
    periodOfReport: dateField(first(fields, "period"), "periodOfReport", warnings),
    dateOfOriginalSubmission: original,
    notSubjectToSection16: boxBefore(text, /Check\s+this\s+box\s+if\s+no\s+longer\s+subject/),
    form3HoldingsReported: boxBefore(text, /Form\s+3\s+Holdings\s+Reported/),
    form4TransactionsReported: boxBefore(text, /Form\s+4\s+Transactions\s+Reported/),
    aff10b5One: boxBefore(text, PLAN_BOX),
    issuer: { ...issuer, issuerCik: links.get(issuer.issuerName) ?? null },
    reportingOwners: readOwners(fields, warnings, links),
  };
  if (document.aff10b5One === null && PLAN_BOX.test(text)) {
    const message = "The Rule 10b5-1 sentence is printed without a box, so whether it was ticked can't be told.";
    warnings.push({ code: "box-unreadable", message, path: "ownershipDocument/aff10b5One" });
  }
  return { document, warnings };
}

function first(fields: readonly FrontField[], caption: FrontCaption): FrontField | undefined {
  return fields.find((field) => field.caption === caption);
}

function noIssuer(field: FrontField | undefined, pieces: readonly FrontPiece[], place: ErrorPlace): LedgerError {
  const line = field?.line ?? pieces[0]?.line ?? 1;
  return new LedgerError("issuer-missing", "The form names no issuer (“Issuer Name and Ticker or Trading Symbol”).", {
    place: { ...place, line, field: "issuerName" },
    advice: "Give the form's text whole, from its head to the signatures.",
  });
}

const TITLES: readonly [RegExp, string][] = [
  [/INITIAL\s+STATEMENT\s+OF\s+BENEFICIAL\s+OWNERSHIP/i, "3"],
  [/ANNUAL\s+STATEMENT\s+OF\s+(?:CHANGES\s+IN\s+)?BENEFICIAL\s+OWNERSHIP/i, "5"],
  [/STATEMENT\s+OF\s+CHANGES\s+(?:IN|OF)\s+BENEFICIAL\s+OWNERSHIP/i, "4"],
];
const HEADING = /^(?:SEC\s+)?FORM\s+([345])\s*(?:\/\s*A)?$/i;

/** `3`, `4` or `5`, by the form's title, else by its heading. */
function readForm(pieces: readonly FrontPiece[], place: ErrorPlace): string {
  const cells = pieces.flatMap((piece) => piece.cells.map((cell) => tidy(cell)));
  const titled = TITLES.find(([pattern]) => cells.some((cell) => pattern.test(cell)))?.[1];
  const headed = cells.map((cell) => HEADING.exec(cell)?.[1]).find((form) => form !== undefined);
  const form = titled ?? headed;
  if (form !== undefined && (headed ?? form) === form) return form;
  const message =
    form === undefined
      ? "The text is not a Form 3, 4 or 5: neither a title nor a heading names one."
      : `The text is headed Form ${headed}, but its title is that of Form ${titled}.`;
  throw new LedgerError("form-unknown", message, {
    place: { ...place, line: pieces[0]?.line ?? 1, field: "documentType" },
    advice: "Give a Form 3, 4 or 5 whole, with its title.",
  });
}

function isAmendment(text: string, original: string | null): boolean {
  return original !== null || /\bFORM\s+[345]\s*\/\s*A\b/i.test(text) || /\bAmendment\s+No\b/i.test(text);
}

function dateField(field: FrontField | undefined, name: string, warnings: Warning[]): string | null {
  const text = withoutMarks(field?.text ?? "");
  if (text === "") return null;
  const printed = /\d{1,2}\/\d{1,2}\/\d{4}|\d{4}-\d{2}-\d{2}/.exec(text)?.[0] ?? "";
  const date = isCalendarDate(printed) ? printed : dateFromPrint(printed);
  if (date !== null) return date;
  const message = `“${text}” is not a date; it is kept as printed.`;
  warnings.push({ code: "date-unreadable", message, path: `ownershipDocument/${name}` });
  return text;
}

function readOwners(
  fields: readonly FrontField[],
  warnings: Warning[],
  links: ReadonlyMap<string, string>,
): ReportingOwner[] {
  const owners = fields
    .filter((field) => field.caption === "owner" && field.text !== "")
    .map((field) => readOwner(field.text))
    .map((owner) => ({ ...owner, rptOwnerCik: links.get(owner.rptOwnerName ?? "") ?? null }));
  const relationships = fields
    .filter((field) => field.caption === "relationship")
    .map((field) => readRelationship(field.text));
  if (relationships.length >= owners.length) return owners.map((owner, i) => ({ ...owner, ...relationships[i] }));
  // One block of boxes for several owners: whose box is ticked can't be told, so nobody is given a role.
  const ticked = relationships
    .flatMap((one) => Object.entries(one))
    .filter(([, value]) => value !== null && value !== "0");
  const shown = ticked.map(([flag, value]) => (value === "1" ? flag : `${flag} “${value}”`)).join(", ");
  const message = `One block of boxes stands for ${owners.length} reporting owners (${shown || "none ticked"}); the print doesn't say whose they are.`;
  if (relationships.length > 0)
    warnings.push({ code: "relationship-shared", message, path: "ownershipDocument/reportingOwner" });
  return owners;
}

/** Names and the CIKs that EDGAR links on them state, from a source's raw text: `[NAME](…CIK=…)` or `<a href="…CIK=…">NAME</a>`. */
export function linkedCiks(source: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const match of source.matchAll(
    /\[([^\]\n]{1,200})\]\(([^)\s]{1,400})\)|<a\s[^>]{0,400}?href="([^"]{1,400})"[^>]{0,200}>([^<]{1,200})<\/a>/gi,
  )) {
    const cik = cikInLink(match[2] ?? match[3] ?? "");
    if (cik !== null) found.set(tidy(match[1] ?? match[4] ?? ""), cik);
  }
  return found;
}
