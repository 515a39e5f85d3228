import { Parser } from "htmlparser2";
import { TICKED, UNTICKED } from "@/lib/sources/printed-form/boxes";
import { markOf } from "@/lib/sources/printed-form/footnotes";

/** Tags that part pieces of text from one another. */
const PARTING: ReadonlySet<string> = new Set(["u", "br", "p", "div", "hr", "li", "td", "tr"]);
const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/**
 * The plain text of a piece of Markdown: tags, links, emphasis and escapes resolved, footnote marks carried as marks,
 * boxes as boxes. Pieces that tags part stand on lines of their own.
 */
export function plainText(source: string): string {
  const unlinked = source
    .replace(/\[\^(\d{1,3})\]/g, (_, number: string) => markOf(number))
    .replace(/(?<!\\)\[([^[\]\n]{0,300})\]\((?:[^()\s]|\([^()\s]*\))+\)/g, "$1")
    .replace(/\*\*(?=\S)(.+?\S?)\*\*/g, "$1");
  const text = /[<&]/.test(unlinked) ? stripTags(unlinked) : unlinked;
  return superscripts(text)
    .replace(/\\([!-/:-@[-`{-~])/g, "$1")
    .replace(/[\u00A0\u2007\u202F]/g, " ")
    .replace(/[\u200B\uFEFF]/g, "");
}

/** Resolves tags and entities; a bare `<` or `&` stays what it is. */
function stripTags(source: string): string {
  let text = "";
  let superscript = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === "sup") superscript += 1;
        if (PARTING.has(name)) text += "\n";
        if (name === "input" && attributes.type?.toLowerCase() === "checkbox")
          text += ` ${"checked" in attributes ? TICKED : UNTICKED} `;
      },
      ontext(data) {
        text += superscript > 0 && /\d/.test(data) ? markOf(data) : data;
      },
      onclosetag(name) {
        if (name === "sup") superscript -= 1;
        if (PARTING.has(name)) text += "\n";
      },
    },
    { decodeEntities: true },
  );
  const escaped = source.replace(/&(?!#?\w+;)/g, "&amp;").replace(/<(?![a-z/!])/gi, "&lt;");
  parser.end(escaped);
  return text;
}

/** `⁽¹⁾`, `⁽¹⁾⁽²⁾`, `⁽¹˒²⁾` and bare `¹`, and `^(1)` or `^1`, as carried marks. */
function superscripts(text: string): string {
  return text
    .replace(/⁽[^⁾]{1,12}⁾|[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g, (mark) => {
      const digits = mark.replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (sign) => String(SUPERSCRIPTS.indexOf(sign)));
      return /\d/.test(digits) ? markOf(digits) : mark;
    })
    .replace(/\^\(?(\d{1,3})\)?\^?/g, (_, number: string) => markOf(number));
}
