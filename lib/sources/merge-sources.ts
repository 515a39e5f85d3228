import type { Issuer, OwnershipDocument, ReportingOwner, Warning } from "@/lib/ownership/document";

export type SourceFormat = "xml" | "submission" | "html" | "dataset" | "text";

/** Which source's rows count (domain §1): XML and submission text, then HTML, then data set (rounded), then text. */
const RANK: Record<SourceFormat, number> = { submission: 5, xml: 4, html: 3, dataset: 2, text: 1 };

export interface MergeableSource {
  format: SourceFormat;
  /** Content hash: settles ties, so that order of arrival never matters. */
  hash: string;
  document: OwnershipDocument;
  warnings: Warning[];
}

export interface MergedSources {
  document: OwnershipDocument;
  warnings: Warning[];
  /** The format that gave the rows. */
  format: SourceFormat;
}

type ScalarKey = {
  [K in keyof OwnershipDocument]: OwnershipDocument[K] extends string | null ? K : never;
}[keyof OwnershipDocument];

const SCALARS: readonly ScalarKey[] = [
  "accession",
  "filingDate",
  "acceptedAt",
  "schemaVersion",
  "documentType",
  "periodOfReport",
  "dateOfOriginalSubmission",
  "noSecuritiesOwned",
  "notSubjectToSection16",
  "form3HoldingsReported",
  "form4TransactionsReported",
  "aff10b5One",
  "remarks",
];

/**
 * One document from all sources of a filing: rows, footnotes and signatures from the best source, each other fact from the
 * best source that has it. The result does not depend on the order of `sources`, of which there is at least one.
 */
export function mergeSources(sources: readonly MergeableSource[]): MergedSources {
  const ordered = [...sources].sort((a, b) => RANK[b.format] - RANK[a.format] || (a.hash < b.hash ? 1 : -1));
  const [best, ...others] = ordered;
  if (best === undefined) throw new Error("A filing has no source.");
  if (others.length === 0) return { document: best.document, warnings: best.warnings, format: best.format };
  const merged = others.reduce((document, other) => fillIn(document, other.document), best.document);
  return { document: merged, warnings: best.warnings, format: best.format };
}

/** `into` with its gaps filled from `from`; what `into` says stays. */
function fillIn(into: OwnershipDocument, from: OwnershipDocument): OwnershipDocument {
  const filled: OwnershipDocument = { ...into, header: into.header ?? from.header };
  for (const key of SCALARS) filled[key] = into[key] ?? from[key];
  filled.issuer = fillRecord<Issuer>(into.issuer, from.issuer);
  if (into.reportingOwners.length === from.reportingOwners.length) {
    filled.reportingOwners = into.reportingOwners.map((owner, i) => fillOwner(owner, from.reportingOwners[i] ?? owner));
  }
  if (into.signatures.length === 0) filled.signatures = from.signatures;
  return filled;
}

/** Owners are matched by place, and only where their CIKs do not speak against it. */
function fillOwner(into: ReportingOwner, from: ReportingOwner): ReportingOwner {
  if (into.rptOwnerCik !== null && from.rptOwnerCik !== null && into.rptOwnerCik !== from.rptOwnerCik) return into;
  return fillRecord<ReportingOwner>(into, from);
}

function fillRecord<T extends object>(into: T, from: T): T {
  const filled = { ...from };
  for (const key of Object.keys(into) as (keyof T)[]) {
    if (into[key] !== null) filled[key] = into[key];
  }
  return filled;
}
