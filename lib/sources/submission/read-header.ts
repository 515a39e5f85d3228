import type { HeaderParty, SubmissionHeader, Warning } from "@/lib/ownership/document";
import { normaliseAccession } from "@/lib/ownership/identity";
import { acceptanceInstant, dateFromDigits } from "./acceptance-time";
import { type HeaderLine, headerLines } from "./header-lines";

/** What the SGML header of a submission says. */
export interface ReadHeader {
  header: SubmissionHeader;
  accession: string | null;
  /** `YYYY-MM-DD`. */
  filingDate: string | null;
  /** UTC, ISO 8601. */
  acceptedAt: string | null;
  documentCount: number | null;
}

interface State extends ReadHeader {
  warnings: Warning[];
  party: HeaderParty | null;
  unknown: number;
}

/** Sections that name a party. Ownership filings use the first two; the others are of older or other submissions. */
const ISSUER_SECTIONS: ReadonlySet<string> = new Set(["ISSUER", "SUBJECT-COMPANY"]);
const OWNER_SECTIONS: ReadonlySet<string> = new Set(["REPORTING-OWNER", "FILED-BY"]);

/** Lines whose content the document does not carry: addresses, numbers of the filing system, and mere brackets. */
const NOT_KEPT: ReadonlySet<string> = new Set(
  `SEC-DOCUMENT SEC-HEADER IMS-DOCUMENT IMS-HEADER SUBMISSION COMPANY-DATA OWNER-DATA FILING-VALUES BUSINESS-ADDRESS
  MAIL-ADDRESS FORMER-COMPANY FORMER-NAME DATE-AS-OF-CHANGE DATE-OF-FILING-DATE-CHANGE EFFECTIVENESS-DATE
  IRS-NUMBER EIN STATE-OF-INCORPORATION FISCAL-YEAR-END ORGANIZATION-NAME RELATIONSHIP GROUP-MEMBERS FORM-TYPE
  SEC-ACT ACT SEC-FILE-NUMBER FILE-NUMBER FILM-NUMBER STREET-1 STREET-2 STREET1 STREET2 CITY STATE ZIP PHONE
  BUSINESS-PHONE COUNTRY PAPER CORRECTION DELETION PRIVATE-TO-PUBLIC TIMESTAMP`.split(/\s+/),
);
const UNKNOWN_LISTED = 20;

/**
 * Reads a header in either spelling, or in a mixture. Names and CIKs stay as they stand there; dates become
 * `YYYY-MM-DD`, of the classification only the SIC number is kept. Unknown lines are warnings.
 */
export function readHeader(words: string, warnings: Warning[]): ReadHeader | null {
  const header: SubmissionHeader = { formType: null, periodOfReport: null, issuer: null, owners: [] };
  const dates = { accession: null, filingDate: null, acceptedAt: null, documentCount: null };
  const state: State = { header, ...dates, warnings, party: null, unknown: 0 };
  let lines = 0;
  for (const line of headerLines(words)) {
    lines += 1;
    if (!readSection(state, line) && !readFiling(state, line) && !readParty(state, line)) noteUnknown(state, line);
  }
  if (state.unknown > UNKNOWN_LISTED) {
    const message = `${state.unknown - UNKNOWN_LISTED} more lines of the header are unknown.`;
    warnings.push({ code: "header-line-unknown", message, path: "header" });
  }
  return lines === 0 ? null : state;
}

function readSection(state: State, { key, closing, value, line }: HeaderLine): boolean {
  const issuer = ISSUER_SECTIONS.has(key);
  if ((!issuer && !OWNER_SECTIONS.has(key)) || value !== "") return false;
  if (closing) {
    state.party = null;
    return true;
  }
  const party: HeaderParty = { cik: null, name: null, sic: null, formerNames: [] };
  state.party = party;
  if (!issuer) state.header.owners.push(party);
  else if (state.header.issuer === null) state.header.issuer = party;
  else warn(state, "header-second-issuer", "The header names a second issuer; the first is kept.", line);
  return true;
}

function readFiling(state: State, { key, closing, value, line }: HeaderLine): boolean {
  switch (key) {
    case "ACCESSION-NUMBER":
      state.accession ??= normaliseAccession(value);
      if (state.accession === null)
        warn(state, "header-accession-malformed", `“${value}” is no accession number.`, line);
      return true;
    case "ACCEPTANCE-DATETIME":
      if (!closing) state.acceptedAt ??= acceptanceInstant(value, `line ${line}`, state.warnings);
      return true;
    case "CONFORMED-SUBMISSION-TYPE":
    case "TYPE":
      state.header.formType ??= value || null;
      return true;
    case "CONFORMED-PERIOD-OF-REPORT":
    case "PERIOD":
      state.header.periodOfReport ??= readDate(state, value, line);
      return true;
    case "FILED-AS-OF-DATE":
    case "FILING-DATE":
      state.filingDate ??= readDate(state, value, line);
      return true;
    case "PUBLIC-DOCUMENT-COUNT":
      state.documentCount ??= /^\d{1,6}$/.test(value) ? Number(value) : null;
      return true;
    default:
      return false;
  }
}

function readParty(state: State, { key, value, line }: HeaderLine): boolean {
  const { party } = state;
  if (party === null) return false;
  switch (key) {
    case "COMPANY-CONFORMED-NAME":
    case "CONFORMED-NAME":
      party.name ??= value || null;
      return true;
    case "CENTRAL-INDEX-KEY":
    case "CIK":
      party.cik ??= value || null;
      return true;
    case "STANDARD-INDUSTRIAL-CLASSIFICATION":
    case "ASSIGNED-SIC":
      party.sic ??= /(?:\[|^)(\d{1,4})\]?$/.exec(value)?.[1] ?? null;
      return true;
    case "FORMER-CONFORMED-NAME":
      party.formerNames.push({ name: value, changedOn: null });
      return true;
    case "DATE-OF-NAME-CHANGE":
    case "DATE-CHANGED":
      return readNameChange(state, party, value, line);
    default:
      return false;
  }
}

function readNameChange(state: State, party: HeaderParty, value: string, line: number): boolean {
  const former = party.formerNames.at(-1);
  if (former === undefined) return false;
  former.changedOn ??= readDate(state, value, line);
  return true;
}

function readDate(state: State, value: string, line: number): string | null {
  const date = dateFromDigits(value);
  if (date === null && value !== "")
    warn(state, "header-date-malformed", `“${value}” in the header is no date of the form YYYYMMDD.`, line);
  return date;
}

function noteUnknown(state: State, { key, closing, value, line }: HeaderLine): void {
  if (closing || NOT_KEPT.has(key)) return;
  state.unknown += 1;
  if (state.unknown > UNKNOWN_LISTED) return;
  const words = key === "" ? value : `${key} ${value}`.trim();
  warn(state, "header-line-unknown", `The header's line “${words.slice(0, 120)}” is unknown.`, line);
}

function warn(state: Pick<State, "warnings">, code: string, message: string, line: number): void {
  state.warnings.push({ code, message, path: `line ${line}` });
}
