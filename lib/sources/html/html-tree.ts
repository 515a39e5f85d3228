import { DomHandler, DomUtils, Parser, type parseDocument } from "htmlparser2";
import { LedgerError } from "@/lib/errors";
import { carriedMark } from "@/lib/sources/printed-form/marks";

export type HtmlDocument = ReturnType<typeof parseDocument>;
export type HtmlNode = HtmlDocument["children"][number];
export type HtmlElement = Parameters<typeof DomUtils.hasAttrib>[0];

/** A rendition of 30 rows a table and 99 long footnotes weighs under 400 kB and is 12 elements deep. */
const MAX_HTML_LENGTH = 4 * 1024 * 1024;
const MAX_HTML_DEPTH = 64;

/** Builds the tree and refuses one that is deeper than any rendition, before a walk could run out of stack. */
class BoundedHandler extends DomHandler {
  private depth = 0;

  override onopentag(name: string, attributes: Record<string, string>): void {
    this.depth += 1;
    if (this.depth > MAX_HTML_DEPTH) {
      throw new LedgerError("html-too-deep", `The page has elements more than ${MAX_HTML_DEPTH} deep.`, {
        advice: "A rendition of an ownership filing has 12. Check that this is one.",
      });
    }
    super.onopentag(name, attributes);
  }

  override onclosetag(): void {
    this.depth -= 1;
    super.onclosetag();
  }
}

/** Parses HTML as browsers do, unclosed tags included. Throws `html-too-large` and `html-too-deep`. */
export function parseHtml(html: string): HtmlDocument {
  if (html.length > MAX_HTML_LENGTH) {
    throw new LedgerError(
      "html-too-large",
      `The page has ${html.length} characters; at most ${MAX_HTML_LENGTH} are read.`,
      {
        advice: "A rendition of an ownership filing has less than a tenth of that. Check that this is one.",
      },
    );
  }
  const handler = new BoundedHandler(undefined, { withStartIndices: true });
  new Parser(handler).end(html);
  return handler.root;
}

function isElement(node: HtmlNode): node is HtmlNode & HtmlElement {
  return node.type === "tag";
}

/** Every element below, in document order, that `wanted` accepts. */
export function elements(root: HtmlDocument | HtmlElement, wanted: (element: HtmlElement) => boolean): HtmlElement[] {
  return DomUtils.findAll(wanted, root.children);
}

export function children(element: HtmlElement, ...names: string[]): HtmlElement[] {
  return element.children.filter(isElement).filter((child) => names.includes(child.name));
}

/** The nearest element of that name around this one, or itself. */
export function closest(element: HtmlElement, name: string): HtmlElement | null {
  let node: HtmlElement | null = element;
  while (node !== null && node.name !== name) {
    const parent: HtmlElement["parent"] = node.parent;
    node = parent !== null && parent.type === "tag" ? parent : null;
  }
  return node;
}

/** The rows of this very table, not of tables inside it. */
export function ownRows(table: HtmlElement): HtmlElement[] {
  return table.children.filter(isElement).flatMap((child) => {
    if (child.name === "tr") return [child];
    return ["thead", "tbody", "tfoot"].includes(child.name) ? children(child, "tr") : [];
  });
}

/** The text with every run of white space as one blank. */
export function words(node: HtmlNode | HtmlElement): string {
  return DomUtils.textContent(node).replace(/\s+/g, " ").trim();
}

/** The text as it stands, trimmed; null when nothing is left. */
export function filedText(node: HtmlElement): string | null {
  return DomUtils.textContent(node).trim() || null;
}

/** The CIK that a link to EDGAR carries, with its leading zeros as in XML; null when it carries none. */
export function cikInLink(link: HtmlElement): string | null {
  return /[?&]CIK=(\d{1,10})(?!\d)/i.exec(link.attribs.href ?? "")?.[1] ?? null;
}

/** A cell's text with its footnote superscripts as carried marks, so that `(1)` in a name stays a part of the name. */
export function markedText(node: HtmlNode | HtmlElement): string {
  if (node.type === "text") return DomUtils.textContent(node);
  if (node.type !== "tag") return "";
  if (node.name === "sup") {
    const numbers = [...DomUtils.textContent(node).matchAll(/\d{1,3}/g)];
    return numbers.map(([number]) => carriedMark(number)).join("");
  }
  return node.children.map(markedText).join("");
}

/** The line of an element in the text, counted from 1. */
export function lineOf(html: string, element: HtmlElement | HtmlDocument): number {
  return html.slice(0, element.startIndex ?? 0).split("\n").length;
}
