import type { Issuer, OwnershipDocument } from "@/lib/ownership/document";
import { cikInLink, elements, filedText, type HtmlElement, words } from "./html-tree";
import type { Rendition } from "./rendition";

type Head = Pick<
  OwnershipDocument,
  | "documentType"
  | "periodOfReport"
  | "dateOfOriginalSubmission"
  | "notSubjectToSection16"
  | "form3HoldingsReported"
  | "form4TransactionsReported"
  | "aff10b5One"
>;

const PERIOD =
  /^\d\. (?:Date of Event Requiring Statement|Date of Earliest Transaction|Statement for Issuer's Fiscal Year Ended|Statement for)/;
const ORIGINAL = /^\d\. If Amendment, Date of Original/;
const ISSUER = /^\d\. Issuer Name and Ticker/;
const FOREIGN_SYMBOL = /^\d[aA]\. Foreign Trading Symbol/;

/** Every numbered box that a rendition has had; a new one would be a field that this reader doesn't know. */
const KNOWN_LABELS = [
  PERIOD,
  ORIGINAL,
  ISSUER,
  FOREIGN_SYMBOL,
  /^1\. Name and Address of Reporting Person/,
  /^\d\. Relationship of Reporting Person/,
  /^\d\. Individual or Joint\/Group Filing/,
];

/** `FORM 4` or `FORM 4/A`, as the page's first cell names it; null when the page names no ownership form. */
export function readFormType(rendition: Rendition): string | null {
  const named = elements(rendition.root, (element) => element.attribs.class === "FormName" || element.name === "title");
  const types = named.map((element) => /\bFORM\s+([345](?:\/A)?)$/i.exec(words(element))?.[1]?.toUpperCase() ?? null);
  // The title names the form too, but not always the amendment.
  return types.findLast((type) => type?.endsWith("/A")) ?? types.find((type) => type !== null) ?? null;
}

/** Form type, dates and the boxes beside the form's name. A box that the form doesn't print is null, an empty one `0`. */
export function readHead(rendition: Rendition, documentType: string): Head {
  const [period] = rendition.cells(PERIOD);
  const [original] = rendition.cells(ORIGINAL);
  if (period === undefined) throw rendition.incomplete("date of event, transaction or fiscal year");
  for (const label of rendition.labels()) {
    if (!KNOWN_LABELS.some((known) => known.test(label)))
      rendition.warn("label-unknown", `The box “${label}” is unknown and was not read.`, "head");
  }
  return {
    documentType,
    periodOfReport: rendition.date(rendition.value(period, PERIOD), "periodOfReport"),
    dateOfOriginalSubmission:
      original === undefined ? null : rendition.date(rendition.value(original, ORIGINAL), "dateOfOriginalSubmission"),
    ...readBoxes(rendition),
  };
}

const BOXES = {
  notSubjectToSection16: /^Check this box if no longer subject to Section 16/,
  aff10b5One: /^Check this box to indicate that a transaction was made pursuant to a contract/,
  form3HoldingsReported: /^Form 3 Holdings Reported/,
  form4TransactionsReported: /^Form 4 Transactions Reported/,
} as const;

type BoxName = keyof typeof BOXES;

function readBoxes(rendition: Rendition): Record<BoxName, string | null> {
  const boxes: Record<BoxName, string | null> = {
    notSubjectToSection16: null,
    aff10b5One: null,
    form3HoldingsReported: null,
    form4TransactionsReported: null,
  };
  const sentences = elements(
    rendition.root,
    (element) => element.name === "td" && element.attribs.class === "SmallFormText",
  );
  for (const sentence of sentences) {
    const text = words(sentence);
    const name = (Object.keys(BOXES) as BoxName[]).find((box) => BOXES[box].test(text));
    const box = name === undefined ? null : cellBefore(sentence);
    if (name !== undefined && box !== null) boxes[name] = rendition.tick(box, name);
    else if (name === undefined && text.startsWith("Check this box"))
      rendition.warn("label-unknown", `The box “${text}” is unknown and was not read.`, "head");
  }
  return boxes;
}

function cellBefore(cell: HtmlElement): HtmlElement | null {
  let node = cell.prev;
  while (node !== null && !(node.type === "tag" && node.name === "td")) node = node.prev;
  return node;
}

/** Name and CIK from the link, symbols from the brackets. */
export function readIssuer(rendition: Rendition): Issuer {
  const [cell] = rendition.cells(ISSUER);
  if (cell === undefined) throw rendition.incomplete("issuer");
  const [link] = elements(cell, (element) => element.name === "a");
  const [foreign] = rendition.cells(FOREIGN_SYMBOL);
  if (link === undefined)
    rendition.warn("link-missing", "The issuer's name has no link, so its CIK is unknown.", "issuer");
  return {
    issuerCik: link === undefined ? null : cikInLink(link),
    issuerName: link === undefined ? unlinkedName(cell) : filedText(link),
    issuerTradingSymbol: rendition.value(cell, ISSUER),
    issuerForeignTradingSymbol: foreign === undefined ? null : unbracketed(rendition.value(foreign, FOREIGN_SYMBOL)),
  };
}

function unlinkedName(cell: HtmlElement): string | null {
  return /Symbol\s*(.*?)\s*\[/.exec(words(cell))?.[1] || null;
}

function unbracketed(text: string | null): string | null {
  return text?.replace(/^\[|\]$/g, "").trim() || null;
}
