import type { OwnershipDocument } from "@/lib/ownership/document";
import { ingestFilings } from "@/lib/services/ingest/ingest-filings";
import { prepareSource } from "@/lib/services/ingest/prepare-source";
import type { SourceOutcome } from "@/lib/services/ingest/read-sources";
import type { SourceFormat } from "@/lib/sources/merge-sources";
import type { Store } from "@/lib/store/client";
import type { Dialect, TestDatabase } from "./databases";
import { documentOf, option, tx } from "./filing-builder";

/** A document as the readers would hand it to the store. */
export function source(file: string, format: SourceFormat, document: OwnershipDocument): SourceOutcome {
  return { kind: "prepared", source: prepareSource(file, format, document, []) };
}

/** As from a text: neither accession nor dates. */
function withoutHeader(document: OwnershipDocument): OwnershipDocument {
  return { ...document, accession: null, filingDate: null, acceptedAt: null };
}

/** As from raw XML under a name that carries the accession: no dates. */
function withoutDates(document: OwnershipDocument): OwnershipDocument {
  return { ...document, filingDate: null, acceptedAt: null };
}

export const SALE = "0000000001-24-000001";
export const SALE_AGAIN = "0000000001-24-000009";
export const AMENDMENT = "0000000001-24-000002";
export const SECOND_AMENDMENT = "0000000001-24-000003";
export const FUND = "0000000002-24-000001";
export const TOGETHER = "0000000002-23-000001";

const sale = documentOf({
  id: SALE,
  filed: "2024-03-05",
  signed: "2024-03-05",
  owners: ["100"],
  rows: [
    tx("M", "2024-03-01", 400, 10, "A", 1400),
    tx("S", "2024-03-01", 400, 25, "D", 1000),
    option("M", "2024-03-01", 400, "D", 600),
  ],
});
/** Names the sale's filing date; corrects 400 sold to 300. */
const amendment = documentOf({
  id: AMENDMENT,
  type: "4/A",
  filed: "2024-03-08",
  original: "2024-03-05",
  signed: "2024-03-08",
  rows: [tx("S", "2024-03-01", 300, 25, "D", 1100)],
});
/** Names the same original; corrects the price. */
const secondAmendment = documentOf({
  id: SECOND_AMENDMENT,
  type: "4/A",
  filed: "2024-03-12",
  original: "2024-03-05",
  signed: "2024-03-12",
  rows: [tx("S", "2024-03-01", 300, 26, "D", 1100)],
});
/** Owners 200 and 300 file together once, and once apart of one event. */
const indirect = { directOrIndirectOwnership: "I", natureOfOwnership: "By Fictional Fund" };
const fund = (id: string, owner: string, filed: string) =>
  documentOf({
    id,
    filed,
    signed: filed,
    owners: [{ cik: owner, tenPercent: true }],
    rows: [tx("P", "2024-02-01", 1000, 20, "A", 5000, indirect)],
  });
const together = documentOf({
  id: TOGETHER,
  filed: "2023-06-02",
  signed: "2023-06-02",
  owners: [
    { cik: "200", tenPercent: true },
    { cik: "300", tenPercent: true },
  ],
  rows: [tx("P", "2023-06-01", 4000, 18, "A", 4000, indirect)],
});
const undated = documentOf({
  id: "",
  signed: "2022-01-04",
  issuer: "7",
  rows: [tx("P", "2022-01-03", 10, 5, "A", 10)],
});

/**
 * Sources that meet in every way the domain knows: a filing as submission, XML and text; the same form filed twice; an
 * amendment and a second one; two filings of one joint event; a text that nothing else tells of; a file met twice.
 */
export const LEDGER_MARKET: readonly SourceOutcome[] = [
  source("a/sale.txt", "submission", sale),
  source("b/sale.txt", "submission", sale),
  source("sale.xml", "xml", withoutDates(sale)),
  source("sale.md", "text", withoutHeader(sale)),
  source("sale-again.txt", "submission", {
    ...sale,
    accession: SALE_AGAIN,
    filingDate: "2024-03-06",
    acceptedAt: null,
  }),
  source("amendment.txt", "submission", amendment),
  source("amendment-2.txt", "submission", secondAmendment),
  source("fund-200.txt", "submission", fund(FUND, "200", "2024-02-02")),
  source("fund-300.txt", "submission", fund("0000000003-24-000001", "300", "2024-02-05")),
  source("together.txt", "submission", together),
  source("alone.md", "text", withoutHeader(undated)),
];

export async function* stream(outcomes: Iterable<SourceOutcome>): AsyncGenerator<SourceOutcome> {
  yield* outcomes;
}

/** Stores documents in a new database, as from submission texts; drop the database when done. */
export async function storedDocuments(
  dialect: Dialect,
  documents: readonly OwnershipDocument[],
): Promise<{ store: Store; database: TestDatabase }> {
  const database = await dialect.create();
  const store = await database.open();
  const sources = documents.map((document, n) => source(`filing-${n}.txt`, "submission", document));
  await ingestFilings(store, stream(sources), { now: () => new Date("2026-01-02T03:04:05Z") });
  return { store, database };
}
