import { LedgerError } from "@/lib/errors";
import { dateFromPrint } from "@/lib/ownership/calendar-dates";
import type { Warning } from "@/lib/ownership/document";
import { closest, elements, filedText, type HtmlDocument, type HtmlElement, lineOf, words } from "./html-tree";

const MAX_WARNINGS = 1_000;

/** A parsed page, with what its readers share: the place of an element, and the list of what was noticed. */
export class Rendition {
  private readonly noticed: Warning[] = [];
  private unlisted = 0;
  private readonly spans: { span: HtmlElement; text: string }[];

  constructor(
    readonly html: string,
    readonly root: HtmlDocument,
    readonly file?: string,
  ) {
    this.spans = elements(root, (element) => element.name === "span").map((span) => ({ span, text: words(span) }));
  }

  /** The cells whose label begins so, in document order. Labels stand in spans of their own. */
  cells(label: RegExp): HtmlElement[] {
    return this.spans.filter(({ text }) => label.test(text)).flatMap(({ span }) => closest(span, "td") ?? []);
  }

  /** Labels of the form's numbered boxes (`4. If Amendment, …`). */
  labels(): string[] {
    return this.spans.map(({ text }) => text).filter((text) => /^\d{1,2}[A-Za-z]?\. /.test(text));
  }

  warn(code: string, message: string, path: string): void {
    if (this.noticed.length < MAX_WARNINGS) this.noticed.push({ code, message, path });
    else this.unlisted += 1;
  }

  /** What was noticed, in the order of reading. */
  warnings(): Warning[] {
    if (this.unlisted === 0) return this.noticed;
    const message = `${this.unlisted} more warnings are not listed; the first ${MAX_WARNINGS} are.`;
    return [...this.noticed, { code: "warnings-not-listed", message, path: "document" }];
  }

  /** The page lacks a part that every rendition has, so it can't be read whole. */
  incomplete(what: string): LedgerError {
    return new LedgerError("html-incomplete", `The rendition has no ${what}; it may have been cut or changed.`, {
      place: this.place(null),
      advice: "Save the page from EDGAR again, or read the filing's XML or full submission text instead.",
    });
  }

  place(element: HtmlElement | null): { file?: string; line?: number } {
    const file = this.file === undefined ? {} : { file: this.file };
    return element === null ? file : { ...file, line: lineOf(this.html, element) };
  }

  /** A tick box: `1` for an X, `0` for an empty one; anything else is a warning and null. */
  tick(cell: HtmlElement, path: string): string | null {
    const text = words(cell);
    if (text === "") return "0";
    if (/^[Xx]$/.test(text)) return "1";
    this.warn("box-unexpected", `“${text}” stands in a box where X or nothing belongs.`, path);
    return null;
  }

  /** What a cell holds beside its label. */
  value(cell: HtmlElement, label: RegExp): string | null {
    const spans = elements(cell, (element) => element.name === "span" && !label.test(words(element)));
    return spans.map(filedText).find((text) => text !== null) ?? null;
  }

  /** A printed date as `YYYY-MM-DD`; what is none is kept as printed, with a warning. */
  date(printed: string | null, path: string): string | null {
    if (printed === null) return null;
    const date = dateFromPrint(printed);
    if (date === null) this.warn("date-unexpected", `“${printed}” is no date; it is kept as printed.`, path);
    return date ?? printed;
  }
}
