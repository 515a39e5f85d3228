import type { OwnershipDocument, ReportingOwner } from "@/lib/ownership/document";
import { emptyOwner } from "@/lib/ownership/document";
import { CHECKBOX_START, type Day, dayOf, isoOf } from "../market/calendar";
import type { Filer, FilerStyle, Insider } from "../market/filer";
import type { IssuerFacts, World } from "../market/world";
import type { BookedFiling } from "./booked";
import { type FilingDraft, flagText } from "./filing-draft";
import { bookPlanAnswers } from "./plan-answers";

export interface Closing {
  /** The 10b5-1 box, where the form asks; unchecked by default. */
  checked?: boolean;
  remarks?: string;
  /** Period of a form without trades. */
  period?: Day;
  /** Whether unchanged holdings may be repeated; by default as the filer is used to. */
  holdings?: boolean;
  originalFiled?: Day;
  exit?: boolean;
}

/** The schema versions of Forms 4 and 5 by filing date, and of Form 3 (which changes later). */
const FORM4_SCHEMAS: readonly (readonly [string, string])[] = [
  ["2003-01-01", "X0202"],
  ["2009-02-01", "X0303"],
  ["2011-06-01", "X0304"],
  ["2012-03-01", "X0305"],
  ["2012-11-05", "X0306"],
  ["2023-03-18", "X0407"],
  ["2023-07-10", "X0508"],
  ["2026-03-16", "X0609"],
];
const FORM3_SCHEMAS: readonly (readonly [string, string])[] = [
  ["2003-01-01", "X0202"],
  ["2009-02-01", "X0203"],
  ["2011-06-01", "X0204"],
  ["2012-11-05", "X0206"],
  ["2026-03-16", "X0609"],
];

function schemaAt(table: readonly (readonly [string, string])[], day: Day): string {
  const iso = isoOf(day);
  return table.reduce((version, [from, name]) => (from <= iso ? name : version), "X0202");
}

/** Whether the form asks for the 10b5-1 box on that day, in the source form that is written. */
function asksForBox(world: World, form: string, fileDay: Day): boolean {
  return !form.startsWith("3") && fileDay >= CHECKBOX_START && fileDay >= world.boxFrom;
}

/** From 2025 on the quarterly data sets carry the box; before, they leave it out. */
export const DATASET_BOX_START = dayOf("2025-01-01");

/** Completes a filing: issuer, owners, box, remarks, signatures, repeated holdings; and books its plan answers. */
export function closeForm(world: World, draft: FilingDraft, closing: Closing = {}): BookedFiling {
  const { document, filer, filing } = draft;
  const form = document.documentType ?? "4";
  if (closing.holdings ?? filer.style.repeatsHoldings) repeatHoldings(draft);
  draft.dateWith(closing.period);
  document.schemaVersion = schemaAt(form.startsWith("3") ? FORM3_SCHEMAS : FORM4_SCHEMAS, filing.fileDay);
  if (closing.originalFiled !== undefined) document.dateOfOriginalSubmission = isoOf(closing.originalFiled);
  writeExitMark(document, filer.style, form, closing.exit === true);
  writeIssuer(document, world.issuer);
  document.reportingOwners = filer.owners.map((owner) => ownerFields(owner, filer.style, world, document));
  const asked = asksForBox(world, form, filing.fileDay);
  const checked = closing.checked === true;
  document.aff10b5One = asked ? flagText(checked, filer.style.wordFlags) : null;
  document.remarks = remarksOf(filer, closing.remarks);
  document.signatures = signaturesOf(filer, filing);
  bookPlanAnswers(filing.rows, asked ? checked : null);
  return draft.close();
}

function repeatHoldings(draft: FilingDraft): void {
  for (const line of draft.filer.lines) {
    if (line.table === "I" && line.held > 0 && !draft.isTouched(line)) draft.hold(line);
  }
}

function writeExitMark(document: OwnershipDocument, style: FilerStyle, form: string, exit: boolean): void {
  if (form.startsWith("3")) return;
  document.notSubjectToSection16 = exit ? flagText(true, style.wordFlags) : style.sparseFlags ? null : "0";
}

function writeIssuer(document: OwnershipDocument, issuer: IssuerFacts): void {
  document.issuer = {
    issuerCik: issuer.cik,
    issuerName: issuer.name,
    issuerTradingSymbol: issuer.symbol,
    issuerForeignTradingSymbol: document.schemaVersion === "X0609" ? issuer.foreignSymbol : null,
  };
}

function ownerFields(insider: Insider, style: FilerStyle, world: World, document: OwnershipDocument): ReportingOwner {
  const flag = (on: boolean) => (on || !style.sparseFlags ? flagText(on, style.wordFlags) : null);
  const newAddress = document.schemaVersion === "X0609";
  return {
    ...emptyOwner(),
    rptOwnerCik: insider.cik,
    rptOwnerName: insider.name,
    rptOwnerStreet1: `C/O ${world.issuer.name.toUpperCase().slice(0, 36).trim()}`,
    rptOwnerStreet2: "1 SAMPLE STREET",
    rptOwnerCity: insider.nonUs ? "SPECIMEN STADT" : "SPECIMEN CITY",
    rptOwnerState: insider.nonUs && newAddress ? null : "CA",
    rptOwnerZipCode: "00000",
    rptOwnerNonUSAddressFlag: newAddress ? flagText(insider.nonUs, true) : null,
    rptOwnerNonUSStateTerritory: insider.nonUs && newAddress ? "SPECIMEN" : null,
    rptOwnerCountry: insider.nonUs && newAddress ? "XX" : null,
    isDirector: flag(insider.isDirector),
    isOfficer: flag(insider.isOfficer),
    isTenPercentOwner: flag(insider.isTenPercentOwner),
    isOther: flag(insider.isOther),
    officerTitle: insider.officerTitle,
    otherText: insider.isOther ? "Former officer" : null,
  };
}

function remarksOf(filer: Filer, words: string | undefined): string | null {
  const titles = filer.owners.flatMap((owner) => owner.titleInRemarks ?? []);
  const parts = [...titles, ...(words === undefined ? [] : [words])];
  return parts.length === 0 ? null : parts.join(" ");
}

function signaturesOf(filer: Filer, filing: BookedFiling): OwnershipDocument["signatures"] {
  const { attorney } = filer.style;
  const signatureDate = isoOf(filing.fileDay);
  return filer.owners.map((owner) => ({
    signatureName:
      attorney === null ? `/s/ ${owner.written}` : `/s/ ${attorney}, attorney-in-fact for ${owner.written}`,
    signatureDate,
  }));
}
