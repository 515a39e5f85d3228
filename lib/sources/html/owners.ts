import { emptyOwner, type ReportingOwner } from "@/lib/ownership/document";
import { children, cikInLink, elements, filedText, type HtmlElement, ownRows, words } from "./html-tree";
import type { Rendition } from "./rendition";

const OWNER = /^1\. Name and Address of Reporting Person/;
const RELATIONSHIP = /^\d\. Relationship of Reporting Person/;
const JOINT = /^\d\. Individual or Joint\/Group Filing/;

/** Captions under the address that name a field; the others part a name that is filed as one. */
const ADDRESS_FIELDS: Readonly<Record<string, keyof ReportingOwner>> = {
  city: "rptOwnerCity",
  state: "rptOwnerState",
  zip: "rptOwnerZipCode",
  country: "rptOwnerCountry",
};

/**
 * The reporting owners. A joint filing prints the first beside the issuer and all of them, the first included, in a
 * table behind Table II. The relationship is printed once: which owners its ticks are for, the page does not say.
 */
export function readOwners(rendition: Rendition): ReportingOwner[] {
  const [first, ...listed] = rendition.cells(OWNER).map((cell, i) => readOwner(rendition, cell, i));
  if (first === undefined) throw rendition.incomplete("reporting owner");
  const owners = listed.some((owner) => sameOwner(owner, first)) ? listed : [first, ...listed];
  checkCount(rendition, owners.length);
  const relationship = readRelationship(rendition);
  const [lead = first, ...others] = owners;
  if (others.length === 0) return [{ ...lead, ...relationship }];
  return [{ ...lead, ...certainOfJoint(rendition, relationship) }, ...others];
}

function sameOwner(a: ReportingOwner, b: ReportingOwner): boolean {
  return a.rptOwnerCik === b.rptOwnerCik && a.rptOwnerName === b.rptOwnerName;
}

function readOwner(rendition: Rendition, cell: HtmlElement, index: number): ReportingOwner {
  const [link] = elements(cell, (element) => element.name === "a");
  const tables = children(cell, "table").map(grid);
  const printed = tables.filter((rows) => !isCaption(rows));
  const street = (printed[1] ?? []).flat();
  const path = `owner ${index + 1}`;
  if (link === undefined) rendition.warn("link-missing", "The owner's name has no link, so its CIK is unknown.", path);
  if (street.length > 2) rendition.warn("address-unexpected", `The street has ${street.length} lines.`, path);
  return {
    ...emptyOwner(),
    rptOwnerCik: link === undefined ? null : cikInLink(link),
    rptOwnerName: link === undefined ? (printed[0]?.flat().join(" ") ?? "") || null : filedText(link),
    rptOwnerStreet1: street[0] || null,
    rptOwnerStreet2: street.slice(1).join(", ") || null,
    ...readTown(rendition, tables, path),
  };
}

/** City, state, ZIP code and country: each printed above its caption. */
function readTown(rendition: Rendition, tables: readonly string[][][], path: string): Partial<ReportingOwner> {
  const town: Partial<ReportingOwner> = {};
  for (const [i, rows] of tables.entries()) {
    if (i < 2 || !isCaption(rows)) continue;
    const values = tables[i - 1]?.flat() ?? [];
    for (const [n, caption] of rows.flat().entries()) {
      const field = ADDRESS_FIELDS[caption.replace(/[()]/g, "").trim().toLowerCase()];
      if (field !== undefined) town[field] = values[n] || null;
      else if (values[n])
        rendition.warn("label-unknown", `“${values[n]}” above ${caption} is unknown and was not read.`, path);
    }
  }
  return town;
}

function isCaption(rows: readonly string[][]): boolean {
  return rows.flat().every((text) => /^\(.*\)$/.test(text));
}

function grid(table: HtmlElement): string[][] {
  return ownRows(table).map((row) => children(row, "td").map(words));
}

type Relationship = Pick<
  ReportingOwner,
  "isDirector" | "isOfficer" | "isTenPercentOwner" | "isOther" | "officerTitle" | "otherText"
>;

const FLAGS: readonly [RegExp, "isDirector" | "isTenPercentOwner" | "isOfficer" | "isOther"][] = [
  [/^Director$/, "isDirector"],
  [/^10% Owner$/, "isTenPercentOwner"],
  [/^Officer \(give title below\)$/, "isOfficer"],
  [/^Other \(specify below\)$/, "isOther"],
];

function readRelationship(rendition: Rendition): Relationship {
  const [cell] = rendition.cells(RELATIONSHIP);
  const [table] = cell === undefined ? [] : children(cell, "table");
  if (table === undefined) throw rendition.incomplete("relationship to the issuer");
  const read: Relationship = {
    isDirector: null,
    isOfficer: null,
    isTenPercentOwner: null,
    isOther: null,
    officerTitle: null,
    otherText: null,
  };
  for (const row of ownRows(table)) {
    const cells = children(row, "td");
    if (readFlags(rendition, cells, read)) continue;
    const [title, other] = titles(cells, read);
    read.officerTitle ??= title;
    read.otherText ??= other;
  }
  return read;
}

function readFlags(rendition: Rendition, cells: readonly HtmlElement[], read: Relationship): boolean {
  let found = false;
  for (const [i, cell] of cells.entries()) {
    const flag = FLAGS.find(([label]) => label.test(words(cell)))?.[1];
    const box = cells[i - 1];
    // A title may read “Director” too; the form's own labels come first.
    if (flag === undefined || box === undefined || read[flag] !== null) continue;
    read[flag] = rendition.tick(box, `relationship/${flag}`);
    found = true;
  }
  return found;
}

/** The row of titles: four cells in newer renditions, in older ones one cell with a span for each title that is filed. */
function titles(cells: readonly HtmlElement[], read: Relationship): [string | null, string | null] {
  const [only, officer, , other] = cells;
  if (officer !== undefined) return [filedText(officer), other === undefined ? null : filedText(other)];
  const spans = only === undefined ? [] : elements(only, (element) => element.name === "span").map(filedText);
  if (spans.length > 1) return [spans[0] ?? null, spans[1] ?? null];
  const text = spans[0] ?? null;
  return read.isOther === "1" && read.isOfficer !== "1" ? [null, text] : [text, null];
}

/** Of a joint filing's boxes only the empty ones are certain: nobody ticked them, the first owner included. */
function certainOfJoint(rendition: Rendition, { officerTitle, otherText, ...flags }: Relationship): Relationship {
  const ticked = FLAGS.map(([, flag]) => flag).filter((flag) => flags[flag] === "1");
  const printed = [...ticked, officerTitle, otherText].filter((text) => text !== null).join(", ");
  if (printed !== "") {
    const message = `The page prints the relationship once for all owners (${printed}); whose it is can't be told.`;
    rendition.warn("relationship-of-joint-filing", message, "relationship");
  }
  const certain = (flag: string | null) => (flag === "0" ? "0" : null);
  return {
    isDirector: certain(flags.isDirector),
    isOfficer: certain(flags.isOfficer),
    isTenPercentOwner: certain(flags.isTenPercentOwner),
    isOther: certain(flags.isOther),
    officerTitle: null,
    otherText: null,
  };
}

/** The box “filed by More than One” against the owners that were found: an owner must not be lost. */
function checkCount(rendition: Rendition, count: number): void {
  const [cell] = rendition.cells(JOINT);
  const [table] = cell === undefined ? [] : children(cell, "table");
  if (table === undefined) return;
  const ticked = grid(table).find(([box]) => box !== undefined && box !== "");
  if (ticked === undefined || /More than One/.test(ticked[1] ?? "") === count > 1) return;
  const message = `The page says “${ticked[1]}” and names ${count} reporting ${count === 1 ? "owner" : "owners"}.`;
  rendition.warn("owner-count-differs", message, "owners");
}
