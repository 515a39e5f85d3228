import { LedgerError } from "@/lib/errors";
import type { OwnershipRow, RowKind } from "@/lib/ownership/document";
import { rowAnchor, type TableNumber } from "@/lib/ownership/identity";
import { LEAF_NAMES } from "@/lib/ownership/leaves";
import { type ReadField, readCell } from "@/lib/sources/printed-form/table/cells";
import { columnOfCaption, type Part, partOfCaption } from "@/lib/sources/printed-form/table/columns";
import { children, closest, elements, type HtmlElement, markedText, ownRows, words } from "./html-tree";
import type { Rendition } from "./rendition";

const TITLES: Readonly<Record<TableNumber, RegExp>> = {
  I: /^Table I - Non-Derivative Securities/,
  II: /^Table II - Derivative Securities/,
};

/** Columns that the form numbers and does not part further. */
const WHOLE_COLUMNS = ["title", "strike", "date", "deemed", "code", "price", "owned", "form", "nature"] as const;

/**
 * The rows of Table I or II in printed order. The table's own captions say what each column is; a caption that is
 * unknown throws `html-layout-unknown` and a row of another width `row-unreadable`: a figure must not slip a column.
 */
export function readTable(rendition: Rendition, table: TableNumber): OwnershipRow[] {
  const [caption] = elements(rendition.root, (element) => element.name === "th" && TITLES[table].test(words(element)));
  const element = caption === undefined ? null : closest(caption, "table");
  if (element === null) throw rendition.incomplete(`Table ${table}`);
  const rows = ownRows(element);
  const parts = readCaptions(rendition, rows.filter((row) => children(row, "th").length > 0).slice(1), table);
  const counts: Record<RowKind, number> = { transaction: 0, holding: 0 };
  return rows.flatMap((row) => {
    const cells = children(row, "td");
    if (cells.length === 0 || cells.every((cell) => words(cell) === "")) return [];
    const fields = readRow(rendition, table, row, cells, parts);
    const kind = kindOf(fields);
    return [assemble(rendition, kind, fields, rowAnchor(table, kind, ++counts[kind]))];
  });
}

/** One part a physical column: a caption that spans several is parted by the captions under it. */
function readCaptions(rendition: Rendition, rows: readonly HtmlElement[], table: TableNumber): Part[] {
  const [upper, lower] = rows.map((row) => children(row, "th"));
  const below = (lower ?? []).map(words);
  const parts = (upper ?? []).flatMap((caption) => {
    const read = captionParts(caption, below);
    if (read === null) throw unknownLayout(rendition, caption, table, words(caption));
    return read;
  });
  const complete = parts[0] === "title" && parts.includes("form") && new Set(parts).size === parts.length;
  if (complete && below.length === 0) return parts;
  throw unknownLayout(rendition, rows[0] ?? null, table, parts.join(", "));
}

/** The parts of one caption, taking the captions under it from `below`; null when one of them is unknown or missing. */
function captionParts(caption: HtmlElement, below: string[]): Part[] | null {
  const span = Number(caption.attribs.colspan ?? 1);
  const read = span > 1 ? below.splice(0, span).map(partOfCaption) : [wholeColumn(words(caption))];
  const parts = read.filter((part) => part !== null);
  return parts.length === span ? parts : null;
}

function wholeColumn(text: string): Part | null {
  const column = columnOfCaption(text);
  return WHOLE_COLUMNS.find((name) => name === column) ?? null;
}

function unknownLayout(rendition: Rendition, at: HtmlElement | null, table: TableNumber, what: string): LedgerError {
  return new LedgerError("html-layout-unknown", `Table ${table} has columns that this reader doesn't know (${what}).`, {
    place: rendition.place(at),
    advice: "Read the filing's XML or full submission text instead, and report the page's layout.",
  });
}

function readRow(
  rendition: Rendition,
  table: TableNumber,
  row: HtmlElement,
  cells: readonly HtmlElement[],
  parts: readonly Part[],
): ReadField[] {
  if (cells.length !== parts.length)
    throw unreadable(rendition, table, row, `it has ${cells.length} cells for ${parts.length} columns`);
  const read = (part: Part) => {
    const cell = cells[parts.indexOf(part)];
    // Marks are superscripts here, so no bracketed number inside a name is one.
    return cell === undefined ? [] : readCell(part, markedText(cell), () => false);
  };
  const [acquired, disposed] = [read("acquired"), read("disposed")];
  if (acquired.length > 0 && disposed.length > 0)
    throw unreadable(rendition, table, row, "it is both acquired (A) and disposed of (D)");
  const rest = parts.flatMap((part) => (part === "acquired" || part === "disposed" ? [] : read(part)));
  const amount = acquired.length > 0 ? acquired : disposed;
  if (amount.length === 0) return rest;
  const value = acquired.length > 0 ? "A" : "D";
  return [
    ...rest,
    ...amount,
    { leaf: "transactionAcquiredDisposedCode", value, footnoteIds: [], expected: null } satisfies ReadField,
  ];
}

function unreadable(rendition: Rendition, table: TableNumber, row: HtmlElement, why: string): LedgerError {
  return new LedgerError("row-unreadable", `A row of Table ${table} can't be read: ${why}.`, {
    place: rendition.place(row),
    advice: "Save the page from EDGAR again, or read the filing's XML or full submission text instead.",
  });
}

/** A transaction has a date, code, amount, direction or price. A note alone in the code column is on a holding's form type. */
function kindOf(fields: readonly ReadField[]): RowKind {
  const moved = fields.some(({ leaf, value }) => {
    if (leaf === "transactionCode") return value !== null;
    return leaf !== "transactionFormType" && (leaf.startsWith("transaction") || leaf === "deemedExecutionDate");
  });
  return moved ? "transaction" : "holding";
}

function assemble(rendition: Rendition, kind: RowKind, fields: readonly ReadField[], anchor: string): OwnershipRow {
  const row: OwnershipRow = { kind };
  for (const leaf of LEAF_NAMES) {
    const field = fields.find((one) => one.leaf === leaf);
    if (field === undefined) continue;
    row[leaf] = { value: field.value, footnoteIds: field.footnoteIds };
    if (field.expected === null) continue;
    const message = `“${field.value}” stands where ${field.expected} belongs; it is kept as printed.`;
    rendition.warn("cell-unexpected", message, `${anchor}/${leaf}`);
  }
  return row;
}
