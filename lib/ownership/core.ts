import { flagOrNull } from "./booleans";
import { parseDate } from "./calendar-dates";
import { canonicalDecimal } from "./decimals";
import type { Field, OwnershipDocument, OwnershipRow, ReportingOwner } from "./document";
import { normaliseCik } from "./identity";
import { LEAF_KINDS, LEAF_NAMES, type LeafName } from "./leaves";

/** Leaves that a printed form does not show as a field of their own, so the core leaves them out. */
const NOT_PRINTED: ReadonlySet<LeafName> = new Set([
  "transactionFormType",
  "equitySwapInvolved",
  "transactionTimeliness",
]);

const CORE_LEAVES = LEAF_NAMES.filter((name) => !NOT_PRINTED.has(name));

type CoreField = [leaf: LeafName, value: string | null, footnotes: string[]];

/** What every source form of a filing has, in canonical spelling (domain §1). Plain data with a fixed key order. */
export interface DocumentCore {
  documentType: string | null;
  periodOfReport: string | null;
  issuerName: string | null;
  issuerTradingSymbol: string | null;
  ownerNames: (string | null)[];
  tables: { kind: string; fields: CoreField[] }[][];
  footnotes: string[];
  signatures: [name: string | null, date: string | null][];
}

/**
 * The canonical core of a document. Two sources of one filing have equal cores, and `doc-` ids are its hash.
 * Footnotes are compared by their words: ids and order differ between sources.
 */
export function documentCore(document: OwnershipDocument): DocumentCore {
  const words = new Map(document.footnotes.map((note) => [note.id, spaced(note.text)]));
  return {
    documentType: upper(document.documentType),
    periodOfReport: canonicalDate(document.periodOfReport),
    issuerName: upper(document.issuer.issuerName),
    issuerTradingSymbol: upper(document.issuer.issuerTradingSymbol),
    ownerNames: document.reportingOwners.map((owner) => upper(owner.rptOwnerName)),
    tables: [document.nonDerivativeTable, document.derivativeTable].map((rows) =>
      rows.map((row) => ({ kind: row.kind, fields: coreFields(row, words) })),
    ),
    footnotes: [...words.values()].sort(),
    signatures: document.signatures.map((signature) => [
      upper(signature.signatureName),
      canonicalDate(signature.signatureDate),
    ]),
  };
}

function coreFields(row: OwnershipRow, words: ReadonlyMap<string, string>): CoreField[] {
  const fields: CoreField[] = [];
  for (const leaf of CORE_LEAVES) {
    const field = row[leaf];
    if (field === undefined) continue;
    const notes = notesOf(field, words);
    const value = canonicalValue(leaf, field);
    if (value !== null || notes.length > 0) fields.push([leaf, value, notes]);
  }
  return fields;
}

const NO_NOTES: string[] = [];

/** The words of a field's footnotes, each once. */
function notesOf({ footnoteIds }: Field, words: ReadonlyMap<string, string>): string[] {
  if (footnoteIds.length === 0) return NO_NOTES;
  return [...new Set(footnoteIds.map((id) => words.get(id) ?? id))].sort();
}

/** A field's value in canonical spelling: decimals without needless zeros, dates without a zone, flags as `0`/`1`. */
export function canonicalValue(leaf: LeafName, field: Field): string | null {
  if (field.value === null) return null;
  switch (LEAF_KINDS[leaf]) {
    case "decimal":
      return canonicalDecimal(field.value);
    case "date":
      return canonicalDate(field.value);
    case "boolean":
      return canonicalFlag(field.value);
    case "code":
      return upper(field.value);
    case "text":
      return spaced(field.value);
  }
}

/**
 * Where two readings of one filing differ: core parts by name, then CIKs and flags where both give them.
 * An empty list means that the documents are equal in the sense of domain §2.
 */
export function documentDifferences(a: OwnershipDocument, b: OwnershipDocument): string[] {
  const left = documentCore(a);
  const right = documentCore(b);
  const differences: string[] = [];
  for (const key of Object.keys(left) as (keyof DocumentCore)[]) {
    if (JSON.stringify(left[key]) !== JSON.stringify(right[key])) differences.push(key);
  }
  if (clash(normaliseCik(a.issuer.issuerCik), normaliseCik(b.issuer.issuerCik))) differences.push("issuerCik");
  for (const flag of ["notSubjectToSection16", "noSecuritiesOwned", "aff10b5One"] as const) {
    if (clash(flagOrNull(a[flag]), flagOrNull(b[flag]))) differences.push(flag);
  }
  for (const [i, owner] of a.reportingOwners.entries()) {
    const other = b.reportingOwners[i];
    if (other !== undefined)
      differences.push(...ownerDifferences(owner, other).map((name) => `owner ${i + 1} ${name}`));
  }
  return differences;
}

function ownerDifferences(a: ReportingOwner, b: ReportingOwner): string[] {
  const flags = ["isDirector", "isOfficer", "isTenPercentOwner", "isOther"] as const;
  const differing: string[] = flags.filter((flag) => clash(flagOrNull(a[flag]), flagOrNull(b[flag])));
  if (clash(normaliseCik(a.rptOwnerCik), normaliseCik(b.rptOwnerCik))) differing.push("rptOwnerCik");
  return differing;
}

function clash<T>(a: T | null, b: T | null): boolean {
  return a !== null && b !== null && a !== b;
}

/** White space that is no single space between words; most texts have none. */
const UNEVEN = /^\s|\s$|\s\s|[^\S ]/;

function spaced(text: string): string {
  return UNEVEN.test(text) ? text.replace(/\s+/g, " ").trim() : text;
}

function upper(text: string | null): string | null {
  return text === null ? null : spaced(text).toUpperCase() || null;
}

function canonicalDate(text: string | null): string | null {
  if (text === null) return null;
  return parseDate(text).value ?? text.trim();
}

function canonicalFlag(text: string): string {
  const flag = flagOrNull(text);
  if (flag === null) return text.trim();
  return flag ? "1" : "0";
}
