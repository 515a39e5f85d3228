import type { Footnote, Signature } from "@/lib/ownership/document";
import { children, closest, elements, filedText, type HtmlElement, ownRows, words } from "./html-tree";
import type { Rendition } from "./rendition";

export interface Explanations {
  footnotes: Footnote[];
  remarks: string | null;
  /** `1` where the page says that nothing is owned; else null: only Form 3 asks. */
  noSecuritiesOwned: string | null;
}

const NOTHING_OWNED = /^No securities are beneficially owned\.?$/i;

/**
 * What stands under “Explanation of Responses”: footnotes with their numbers, then the remarks, as filed. The sentence
 * “No securities are beneficially owned.” is the form's own, unless it is the text of the remarks.
 */
export function readExplanations(rendition: Rendition): Explanations {
  const read: Explanations = { footnotes: [], remarks: null, noSecuritiesOwned: null };
  let remarks: "before" | "due" | "read" = "before";
  for (const cell of rowsUnder(rendition, /^Explanation of Responses:$/)) {
    const text = words(cell);
    if (remarks === "before" && text === "Remarks:") {
      remarks = "due";
    } else if (remarks === "due") {
      read.remarks = filedText(cell);
      remarks = "read";
    } else if (NOTHING_OWNED.test(text)) {
      read.noSecuritiesOwned = "1";
    } else if (text !== "") {
      readFootnote(rendition, cell, remarks === "before", read.footnotes);
    }
  }
  return read;
}

function readFootnote(rendition: Rendition, cell: HtmlElement, expected: boolean, footnotes: Footnote[]): void {
  const match = /^(\d{1,3})\.(?:\s+(.*))?$/s.exec(filedText(cell) ?? "");
  const id = `F${match?.[1] ?? ""}`;
  if (expected && match !== null && !footnotes.some((note) => note.id === id)) {
    footnotes.push({ id, text: (match[2] ?? "").trim() });
    return;
  }
  const text = words(cell).slice(0, 200);
  rendition.warn(
    "explanation-unexpected",
    `“${text}” among the explanations is no footnote and was not read.`,
    "footnotes",
  );
}

/** The first cells of the rows that follow the row with this heading, in its table. */
function rowsUnder(rendition: Rendition, heading: RegExp): HtmlElement[] {
  const [cell] = elements(rendition.root, (element) => element.name === "td" && heading.test(words(element)));
  const [row, table] = cell === undefined ? [] : [closest(cell, "tr"), closest(cell, "table")];
  if (row == null || table == null) return [];
  const rows = ownRows(table);
  return rows.slice(rows.indexOf(row) + 1).flatMap((one) => children(one, "td").slice(0, 1));
}

const CAPTION = /^\*\* Signature of Reporting Person$/;

/** Names and dates above “** Signature of Reporting Person”, every one of them. The page ends with them. */
export function readSignatures(rendition: Rendition): Signature[] {
  const captions = elements(rendition.root, (element) => element.name === "td" && CAPTION.test(words(element)));
  const last = captions.at(-1);
  const [row, table] = last === undefined ? [] : [closest(last, "tr"), closest(last, "table")];
  if (row == null || table == null) throw rendition.incomplete("signature");
  const rows = ownRows(table);
  return rows.slice(0, rows.indexOf(row)).flatMap((one) => {
    const [, name, date] = children(one, "td");
    if (name === undefined || date === undefined || CAPTION.test(words(name))) return [];
    const signature = {
      signatureName: filedText(name),
      signatureDate: rendition.date(filedText(date), "signatures"),
    };
    return signature.signatureName === null && signature.signatureDate === null ? [] : [signature];
  });
}
