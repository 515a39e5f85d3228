import { emptyOwner, type Issuer, type ReportingOwner } from "@/lib/ownership/document";
import { normaliseCik } from "@/lib/ownership/identity";
import { withoutMarks } from "./marks";

const CAPTIONS = /\(\s*(Last|First|Middle|Street|City|State|Zip(?:\s+Code)?)\s*\)/gi;

/**
 * A reporting owner from the text under “Name and Address of Reporting Person”. Pieces stand on lines of their own;
 * the captions (Last), (Street), (City) part name, street and town.
 */
export function readOwner(printed: string, cik: string | null = null): ReportingOwner {
  const owner = { ...emptyOwner(), rptOwnerCik: cik };
  const name = between(printed, null, /\(\s*Last\s*\)/i);
  if (name === null) {
    const [first = null, ...street] = lines(printed);
    return { ...owner, rptOwnerName: first, rptOwnerStreet1: street[0] ?? null, rptOwnerStreet2: street[1] ?? null };
  }
  const [street1 = null, ...streets] = lines(
    between(printed, /\(\s*(?:Middle|First|Last)\s*\)/gi, /\(\s*Street\s*\)/i) ?? "",
  );
  const town = lines(between(printed, /\(\s*Street\s*\)/gi, /\(\s*City\s*\)/i) ?? "");
  return {
    ...owner,
    rptOwnerName: lines(name).join(" ") || null,
    rptOwnerStreet1: street1,
    rptOwnerStreet2: streets.join(", ") || null,
    ...readTown(town),
  };
}

/** `FOSTER CITY CA 94404`: EDGAR's state codes have two signs, the ZIP code has a digit. */
function readTown(pieces: readonly string[]) {
  const match = /^(.*?)[\s,]+([A-Z][A-Z0-9])(?:[\s,]+((?=[^\d]*\d)[A-Z0-9 -]{3,10}))?$/.exec(pieces.join(" "));
  if (match === null) return { rptOwnerCity: pieces.join(" ") || null };
  return { rptOwnerCity: match[1] || null, rptOwnerState: match[2] ?? null, rptOwnerZipCode: match[3] ?? null };
}

/** The issuer from `NAME [TICKER]`. A bracket that holds nothing, or no bracket, gives no symbol. */
export function readIssuer(printed: string, cik: string | null = null): Issuer {
  const text = withoutMarks(printed);
  const match = /^(.*?)\s*\[\s*([^\]]*?)\s*\]/.exec(text);
  return {
    issuerCik: cik,
    issuerName: (match === null ? text : match[1]) || null,
    issuerTradingSymbol: match?.[2] || null,
    issuerForeignTradingSymbol: null,
  };
}

/** The CIK in an EDGAR link that stands in a piece of source text, without its leading zeros; null when none does. */
export function cikInLink(source: string): string | null {
  return normaliseCik(/[?&;]CIK=(\d{1,10})(?!\d)/i.exec(source)?.[1] ?? null);
}

function between(text: string, from: RegExp | null, to: RegExp): string | null {
  const end = to.exec(text)?.index;
  if (end === undefined) return null;
  const head = text.slice(0, end);
  if (from === null) return head;
  const last = [...head.matchAll(from)].at(-1);
  return last === undefined ? "" : head.slice(last.index + last[0].length);
}

function lines(text: string): string[] {
  return text
    .replace(CAPTIONS, "\n")
    .split("\n")
    .map((line) =>
      withoutMarks(line)
        .replace(/^\*+|\*+$/g, "")
        .trim(),
    )
    .filter((line) => line !== "");
}
