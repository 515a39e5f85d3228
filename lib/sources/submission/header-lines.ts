/** One line of an SGML header, whichever of its two spellings it is in. */
export interface HeaderLine {
  /** Upper case, words divided by `-`: `ACCESSION NUMBER:` and `<ACCESSION-NUMBER>` are both `ACCESSION-NUMBER`. */
  key: string;
  /** True for `</…>`. */
  closing: boolean;
  value: string;
  /** Counted from 1 in the whole text. */
  line: number;
}

const TAG = /^\s*<(\/?)([A-Z][A-Z0-9-]*)>(.*)$/;
const LABEL = /^\s*([A-Z][A-Z0-9 '().,/&-]*):(?:\s+(.*))?$/;

/**
 * The lines of a header: labels (`COMPANY CONFORMED NAME:	…`, as in full submission texts) and tags
 * (`<CONFORMED-NAME>…`, as in `.hdr.sgml` and the dissemination feed). Lines of neither kind come under the key ``.
 */
export function* headerLines(words: string): Generator<HeaderLine> {
  let line = 0;
  let begun = false;
  for (const text of words.split(/\r\n|\n|\r/)) {
    line += 1;
    const read = readLine(text, line);
    // What stands before the first tag is the PEM envelope: keys and signatures of the message, not of the filing.
    begun ||= read?.key !== "" && text.trimStart().startsWith("<");
    if (begun && read !== null) yield read;
  }
}

function readLine(text: string, line: number): HeaderLine | null {
  const tag = TAG.exec(text);
  if (tag !== null) return { key: tag[2] ?? "", closing: tag[1] === "/", value: (tag[3] ?? "").trim(), line };
  const label = LABEL.exec(text);
  if (label !== null) {
    const key = (label[1] ?? "").trim().replace(/\s+/g, "-");
    return { key, closing: false, value: (label[2] ?? "").trim(), line };
  }
  const value = text.trim();
  return value === "" ? null : { key: "", closing: false, value, line };
}
