import { LedgerError } from "@/lib/errors";

/** How a file that is no XML begins, and what to tell its owner. */
const OTHER_FORMATS: readonly { code: string; begins: RegExp; what: string; advice: string }[] = [
  {
    code: "xml-is-pdf",
    begins: /^%PDF-/,
    what: "a PDF document",
    advice: "Take the filing's XML or its full submission text (.txt) from EDGAR instead.",
  },
  {
    code: "xml-is-html",
    begins: /^(?:<!--[^>]{0,500}-->\s*)?<(?:!doctype\s+html|html|head|body)\b/i,
    what: "an HTML page",
    advice:
      "On EDGAR the link with xslF345X in it is the rendition; the XML has the same address without that folder. A saved error page from EDGAR looks like this too.",
  },
  {
    code: "xml-is-archive",
    begins: /^(?:PK|\p{Cc}[\u008b\ufffd])/u,
    what: "a compressed archive",
    advice: "Give the archive to the command line as it is (.zip, .gz, .tar.gz): it is unpacked there.",
  },
  {
    code: "xml-is-submission",
    begins: /^(?:-----BEGIN PRIVACY-ENHANCED MESSAGE|<SEC-DOCUMENT>|<SUBMISSION>|<IMS-DOCUMENT>)/,
    what: "a full submission text",
    advice: "Read it as a submission: its header holds the accession number and the acceptance time.",
  },
];

/** How much of the beginning tells a format. */
const HEAD = 600;

/**
 * Refuses what is plainly not XML, before any decoding: `xml-empty`, `xml-is-pdf`, `xml-is-html`, `xml-is-archive`,
 * `xml-is-submission`, or `xml-not-xml` when the text does not begin with markup.
 */
export function refuseOtherFormats(bytes: Uint8Array | string, file?: string): void {
  if (beginsAsXml(bytes)) return;
  const place = { file, line: 1, column: 1 };
  const head = headText(bytes).trimStart();
  if (head === "" && bytes.length <= HEAD) {
    throw new LedgerError("xml-empty", "The file is empty.", { place, advice: "Download the filing again." });
  }
  for (const format of OTHER_FORMATS) {
    if (!format.begins.test(head)) continue;
    throw new LedgerError(format.code, `The file is ${format.what}, not XML.`, { place, advice: format.advice });
  }
  if (head !== "" && head[0] !== "<") {
    throw new LedgerError("xml-not-xml", "The file does not begin with an XML element.", {
      place,
      advice: "Check that this is the XML of an ownership filing (Form 3, 4 or 5).",
    });
  }
}

/** `<?xml`: what nearly every filing begins with needs no further look (a page of XHTML shows in its DOCTYPE). */
function beginsAsXml(bytes: Uint8Array | string): boolean {
  if (typeof bytes === "string") return bytes.startsWith("<?xml");
  return bytes[0] === 0x3c && bytes[1] === 0x3f && bytes[2] === 0x78 && bytes[3] === 0x6d && bytes[4] === 0x6c;
}

/** The beginning as text, byte by byte, without the zero bytes of UTF-16: enough to tell a format. */
function headText(bytes: Uint8Array | string): string {
  const head = typeof bytes === "string" ? bytes.slice(0, HEAD) : String.fromCharCode(...bytes.subarray(0, HEAD));
  return head.replace(/^(?:\ufeff|\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, "").replaceAll("\0", "");
}
