import { z } from "zod";
import type { OwnershipDocument, ReportingOwner } from "@/lib/ownership/document";
import { LEAF_NAMES } from "@/lib/ownership/leaves";
import type { AmendmentView, FilingView } from "@/lib/services/views/shapes/filing";
import { told } from "./exactly";
import { episode, plan } from "./parties";
import { count, day, list, maybe, number, returns, rowLabel, rowRef, text } from "./parts";
import { filingSummary, row } from "./rows";

const filed = z
  .strictObject({ value: maybe(text), footnoteIds: list(text) })
  .describe("A field as filed, and the footnotes on that very field.");

const filedRow = z.strictObject({
  kind: z.enum(["transaction", "holding"]),
  ...(Object.fromEntries(LEAF_NAMES.map((name) => [name, filed.optional()])) as Record<
    (typeof LEAF_NAMES)[number],
    z.ZodOptional<typeof filed>
  >),
});

const headerParty = z.strictObject({
  cik: maybe(text),
  name: maybe(text),
  sic: maybe(text),
  formerNames: list(z.strictObject({ name: text, changedOn: maybe(text) })),
});

const owner = told<ReportingOwner>()("ReportingOwner", "A reporting owner exactly as filed.", {
  rptOwnerCik: maybe(text),
  rptOwnerCcc: maybe(text),
  rptOwnerName: maybe(text),
  rptOwnerStreet1: maybe(text),
  rptOwnerStreet2: maybe(text),
  rptOwnerCity: maybe(text),
  rptOwnerState: maybe(text),
  rptOwnerZipCode: maybe(text),
  rptOwnerStateDescription: maybe(text),
  rptOwnerGoodAddress: maybe(text),
  rptOwnerNonUSAddressFlag: maybe(text),
  rptOwnerNonUSStateTerritory: maybe(text),
  rptOwnerCountry: maybe(text),
  isDirector: maybe(text),
  isOfficer: maybe(text),
  isTenPercentOwner: maybe(text),
  isOther: maybe(text),
  officerTitle: maybe(text),
  otherText: maybe(text),
});

const document = told<OwnershipDocument>()(
  "Document",
  "The filing as filed, to the letter: text under the SEC's names.",
  {
    accession: maybe(text),
    filingDate: maybe(text),
    acceptedAt: maybe(text),
    schemaVersion: maybe(text),
    documentType: maybe(text),
    periodOfReport: maybe(text),
    dateOfOriginalSubmission: maybe(text),
    noSecuritiesOwned: maybe(text),
    notSubjectToSection16: maybe(text),
    form3HoldingsReported: maybe(text),
    form4TransactionsReported: maybe(text),
    aff10b5One: maybe(text),
    remarks: maybe(text),
    issuer: z.strictObject({
      issuerCik: maybe(text),
      issuerName: maybe(text),
      issuerTradingSymbol: maybe(text),
      issuerForeignTradingSymbol: maybe(text),
    }),
    reportingOwners: list(owner),
    nonDerivativeTable: list(filedRow),
    derivativeTable: list(filedRow),
    footnotes: list(z.strictObject({ id: text, text })),
    signatures: list(z.strictObject({ signatureName: maybe(text), signatureDate: maybe(text) })),
    header: maybe(
      z.strictObject({
        formType: maybe(text),
        periodOfReport: maybe(text),
        issuer: maybe(headerParty),
        owners: list(headerParty),
      }),
    ),
  },
);

const cell = maybe(z.union([text, number, z.boolean()]));
const pair = { before: rowLabel, after: rowLabel };

const amendment = told<AmendmentView>()("Amendment", "What an amendment does, row by row and field by field.", {
  amendment: filingSummary,
  original: maybe(filingSummary),
  rule: maybe(z.enum(["filing date", "estimated"])),
  problem: maybe(text),
  changed: list(z.strictObject({ ...pair, changes: list(z.strictObject({ field: text, before: cell, after: cell })) })),
  repeated: list(z.strictObject(pair)),
  added: list(rowLabel),
  leftOut: list(rowLabel),
});

export const filingView = told<FilingView>()("Filing", "A filing as filed, with what is derived from it.", {
  dataVersion: count,
  asOf: maybe(day),
  isNotYetKnown: z.boolean(),
  amendments: list(amendment),
  previous: maybe(filingSummary),
  next: maybe(filingSummary),
  jointFilings: list(
    z.strictObject({
      filing: filingSummary,
      rows: list(z.strictObject({ own: rowRef, other: rowRef })),
      rule: text,
    }),
  ),
  summary: filingSummary,
  document,
  warnings: list(z.strictObject({ code: text, message: text, path: text })),
  rows: list(row),
  episodes: list(episode),
  plans: list(plan),
  sources: list(z.strictObject({ format: text, file: text })),
  timeliness: z.strictObject({
    status: z.enum(["on time", "late", "late unless deemed", "not assessed"]),
    reason: maybe(text),
    eventDate: maybe(day),
    dueDate: maybe(day),
    businessDays: maybe(number),
    late: maybe(number),
    signedAfter: maybe(number),
    row: maybe(rowRef),
  }),
  edgarUrl: maybe(text),
  returns: returns.optional(),
  fictional: z.boolean(),
});
