import {
  emptyDocument,
  emptyOwner,
  type OwnershipDocument,
  type ReportingOwner,
  type Warning,
} from "@/lib/ownership/document";
import { rowAnchor } from "@/lib/ownership/identity";
import { buildRow, dateText, type RowPlan } from "./build-rows";
import type { TableName } from "./dataset-source";
import { relationshipFlags } from "./dataset-values";
import { FILING_DATES, FILING_FIELDS, ISSUER_FIELDS, OWNER_FIELDS, OWNER_RELATIONSHIP } from "./table-columns";
import { fieldOf, type TableLayout } from "./table-layout";

/** A row of one table, cut into its fields. */
export interface FiledRecord {
  layout: TableLayout;
  plan: RowPlan | null;
  line: number;
  fields: readonly string[];
}

/** Everything that the tables hold of one accession. */
export type FilingRecords = { readonly [T in TableName]: FiledRecord[] };

/**
 * The document of one filing. Rows stand in the order of their surrogate keys, which is the filed order; the tables
 * tell transactions from holdings, so in each table of the form the transactions come first.
 */
export function buildDocument(
  accession: string,
  records: FilingRecords,
): { document: OwnershipDocument; warnings: Warning[] } {
  const warnings: Warning[] = [];
  const document = emptyDocument();
  document.accession = accession;
  const [submission] = records.SUBMISSION;
  if (submission !== undefined) readSubmission(document, submission, warnings);
  document.reportingOwners = records.REPORTINGOWNER.map((record) => readOwner(record, warnings));
  document.nonDerivativeTable = [records.NONDERIV_TRANS, records.NONDERIV_HOLDING].flatMap((rows) =>
    readRows(rows, "I", warnings),
  );
  document.derivativeTable = [records.DERIV_TRANS, records.DERIV_HOLDING].flatMap((rows) =>
    readRows(rows, "II", warnings),
  );
  document.footnotes = records.FOOTNOTES.map(readFootnote).sort(byNumber);
  document.signatures = records.OWNER_SIGNATURE.map(({ layout, fields }) => {
    const date = fieldOf(layout, fields, ["OWNERSIGNATUREDATE"]);
    return {
      signatureName: fieldOf(layout, fields, ["OWNERSIGNATURENAME"]),
      signatureDate: date === null ? null : dateText(date, "ownerSignature/signatureDate", warnings),
    };
  });
  return { document, warnings };
}

function readSubmission(document: OwnershipDocument, { layout, fields }: FiledRecord, warnings: Warning[]): void {
  for (const name of Object.keys(FILING_FIELDS) as (keyof typeof FILING_FIELDS)[]) {
    document[name] = fieldOf(layout, fields, FILING_FIELDS[name]);
  }
  for (const name of Object.keys(FILING_DATES) as (keyof typeof FILING_DATES)[]) {
    const text = fieldOf(layout, fields, FILING_DATES[name]);
    document[name] = text === null ? null : dateText(text, `ownershipDocument/${name}`, warnings);
  }
  for (const name of Object.keys(ISSUER_FIELDS) as (keyof typeof ISSUER_FIELDS)[]) {
    document.issuer[name] = fieldOf(layout, fields, ISSUER_FIELDS[name]);
  }
}

function readOwner({ layout, fields }: FiledRecord, warnings: Warning[]): ReportingOwner {
  const owner = emptyOwner();
  for (const name of Object.keys(OWNER_FIELDS) as (keyof typeof OWNER_FIELDS)[]) {
    owner[name] = fieldOf(layout, fields, OWNER_FIELDS[name]);
  }
  const { flags, unknown } = relationshipFlags(fieldOf(layout, fields, OWNER_RELATIONSHIP));
  for (const word of unknown) {
    const message = `“${word}” in RPTOWNER_RELATIONSHIP names none of the form's boxes.`;
    warnings.push({ code: "relationship-unknown", message, path: "reportingOwner/reportingOwnerRelationship" });
  }
  return { ...owner, ...flags };
}

function readRows(records: readonly FiledRecord[], table: "I" | "II", warnings: Warning[]) {
  const rows: OwnershipDocument["nonDerivativeTable"] = [];
  for (const { plan, fields } of inFiledOrder(records, warnings)) {
    if (plan !== null) rows.push(buildRow(plan, fields, rowAnchor(table, plan.kind, rows.length + 1), warnings));
  }
  return rows;
}

/** By surrogate key; a key that comes twice with the same words is one row written twice, and is said. */
function inFiledOrder(records: readonly FiledRecord[], warnings: Warning[]): readonly FiledRecord[] {
  if (records.length < 2) return records;
  const sorted = [...records].sort((a, b) => compareKeys(keyOf(a), keyOf(b)) || a.line - b.line);
  return sorted.filter((record, i) => {
    const before = sorted[i - 1];
    const key = keyOf(record);
    if (before === undefined || key === "" || key !== keyOf(before)) return true;
    const same = record.fields.join("\t") === before.fields.join("\t");
    const message = `${record.layout.file} has the key ${key} twice (lines ${before.line} and ${record.line}); ${
      same ? "the rows are the same and count once" : "the rows differ and both are kept"
    }.`;
    warnings.push({ code: "dataset-row-repeated", message, path: record.layout.table });
    return !same;
  });
}

function keyOf({ plan, fields }: FiledRecord): string {
  return plan === null || plan.key === -1 ? "" : (fields[plan.key] ?? "").trim();
}

/** Digits of any length (the keys may have 38), without a number's limits. */
function compareKeys(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function readFootnote({ layout, fields }: FiledRecord): OwnershipDocument["footnotes"][number] {
  return {
    id: fieldOf(layout, fields, ["FOOTNOTE_ID"]) ?? "",
    text: fieldOf(layout, fields, ["FOOTNOTE_TXT"]) ?? "",
  };
}

function byNumber(a: { id: string }, b: { id: string }): number {
  return Number(a.id.replace(/\D/g, "")) - Number(b.id.replace(/\D/g, ""));
}
