import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { canonicalValue } from "@/lib/ownership/core";
import type { Field, OwnershipDocument, OwnershipRow } from "@/lib/ownership/document";
import { LEAF_KINDS, LEAF_NAMES, type LeafName } from "@/lib/ownership/leaves";
import { openSources } from "@/lib/sources/containers/open-sources";
import type { DatasetItem } from "@/lib/sources/dataset/dataset-source";
import { readDataset } from "@/lib/sources/dataset/read-dataset";
import { readOwnershipXml } from "@/lib/sources/xml/read-ownership-xml";

const DATASETS = process.env.DATASETS_DIR ?? join(process.cwd(), "../shared/datasets");
const FILINGS = process.env.FILINGS_DIR ?? join(process.cwd(), "../shared/filings");
const present = existsSync(DATASETS);
if (!present) console.log(`datasets: skipped, no tables at ${DATASETS}`);

interface Quarter {
  filings: number;
  rows: number;
  /** Filled fields of the four row tables, keys and accession numbers apart, and the ids in their `_FN` columns. */
  fields: number;
  notes: number;
  /** SHRS_OWND_FOLWNG_TRANS over all rows. */
  shares: number;
  missing: string[];
}

/** Counted without this reader: with wc, sort, awk and another language's CSV reader over the same tables. */
const QUARTERS: Readonly<Record<string, Quarter>> = {
  "2006q1": {
    filings: 28_475,
    rows: 52_595,
    fields: 194_713,
    notes: 21_856,
    shares: 64_332_737_101.37,
    missing: [
      "SUBMISSION",
      "REPORTINGOWNER",
      "NONDERIV_TRANS",
      "DERIV_TRANS",
      "DERIV_HOLDING",
      "FOOTNOTES",
      "OWNER_SIGNATURE",
    ],
  },
  "2024q3": {
    filings: 36_075,
    rows: 17_897 + 19_003 + 8_136,
    fields: 369_649,
    notes: 80_998,
    shares: 81_429_920_233.33 + 26_292_776_264.73 + 35_997_245_054.43,
    missing: ["REPORTINGOWNER", "NONDERIV_TRANS", "FOOTNOTES"],
  },
  "2025q2": {
    filings: 11_790,
    rows: 19_511 + 8_347,
    fields: 128_170,
    notes: 28_181,
    shares: 22_144_340_160.08 + 7_333_839_038.33,
    missing: ["SUBMISSION", "REPORTINGOWNER", "NONDERIV_TRANS", "DERIV_TRANS", "FOOTNOTES", "OWNER_SIGNATURE"],
  },
};

/** Accessions of 2024q3 whose XML is at hand. The last has no row in the tables at hand. */
const IN_BOTH = [
  "0001062993-24-014684",
  "0001062993-24-016335",
  "0001062993-24-016587",
  "0001321655-24-000181",
  "0001415889-24-019064",
  "0001415889-24-020383",
  "0001628280-24-031146",
  "0001628280-24-038676",
];

async function* filingsOf(quarter: string): AsyncGenerator<DatasetItem> {
  for await (const item of openSources([join(DATASETS, quarter)])) {
    if (item.kind === "dataset") yield* readDataset(item.dataset);
  }
}

describe.skipIf(!present)("the SEC's own tables", () => {
  it.each(Object.keys(QUARTERS))("%s is read to the last field", async (quarter) => {
    const seen = { filings: 0, rows: 0, fields: 0, notes: 0 };
    const warnings = new Set<string>();
    let shares = 0;
    for await (const item of filingsOf(quarter)) {
      if (item.kind === "failed") throw item.error;
      seen.filings += 1;
      for (const warning of item.warnings) warnings.add(`${warning.code} ${warning.path}`);
      for (const row of [...item.document.nonDerivativeTable, ...item.document.derivativeTable]) {
        seen.rows += 1;
        seen.fields += filledLeaves(row);
        seen.notes += LEAF_NAMES.reduce((sum, leaf) => sum + (row[leaf]?.footnoteIds.length ?? 0), 0);
        shares += Number(row.sharesOwnedFollowingTransaction?.value ?? 0);
      }
    }
    const expected = QUARTERS[quarter];
    expect({ ...seen, missing: [...warnings].sort() }).toEqual({
      filings: expected?.filings,
      rows: expected?.rows,
      fields: expected?.fields,
      notes: expected?.notes,
      missing: expected?.missing.map((table) => `dataset-table-missing ${table}`).sort(),
    });
    expect(shares).toBeCloseTo(expected?.shares ?? 0, 0);
  });
});

describe.skipIf(!present || !existsSync(join(FILINGS, "xml")))("tables and XML of one filing", () => {
  const fromTables = new Map<string, OwnershipDocument>();
  const codes: Record<string, number> = {};
  const forms: Record<string, number> = {};
  beforeAll(async () => {
    for await (const item of filingsOf("2024q3")) {
      if (item.kind === "failed") throw item.error;
      count(forms, item.document.documentType);
      for (const row of item.document.derivativeTable) {
        if (row.kind === "transaction") count(codes, row.transactionCode?.value ?? null);
      }
      if (IN_BOTH.includes(item.accession)) fromTables.set(item.accession, item.document);
    }
  });

  it("agree with awk on forms and codes", () => {
    expect(forms).toEqual({ "3": 2866, "3/A": 87, "4": 32_530, "4/A": 520, "5": 62, "5/A": 10 });
    expect(codes).toMatchObject({ M: 8513, A: 7369, D: 1056, C: 963, J: 490, X: 200, P: 173, G: 130, S: 53, E: 1 });
  });

  it.each(IN_BOTH)("%s is the same up to the tables' rounding, row for row in filed order", (accession) => {
    const tables = fromTables.get(accession);
    const xml = xmlOf(accession);
    if (tables === undefined) throw new Error(`${accession} is not in the tables`);
    expect(partOf(tables)).toEqual(partOf(xml));
    expect(rowsOf(tables)).toEqual(rowsOf(xml));
  });

  it("rows stand in another order in the table: it is the keys that give the filed order", () => {
    const rows = fromTables.get("0001321655-24-000181")?.nonDerivativeTable ?? [];
    expect(rows.map((row) => row.sharesOwnedFollowingTransaction?.value)).toEqual(["15733625", "20823993", "53487"]);
  });
});

function filledLeaves(row: OwnershipRow): number {
  return LEAF_NAMES.filter((leaf) => (row[leaf]?.value ?? null) !== null).length;
}

function count(counts: Record<string, number>, key: string | null): void {
  counts[key ?? ""] = (counts[key ?? ""] ?? 0) + 1;
}

function xmlOf(accession: string): OwnershipDocument {
  const paths = readdirSync(join(FILINGS, "xml"), { recursive: true, encoding: "utf8" });
  const path = paths.find((each) => each.endsWith(`${accession}.xml`));
  return readOwnershipXml(readFileSync(join(FILINGS, "xml", path ?? ""))).document;
}

function partOf(document: OwnershipDocument) {
  const { documentType, periodOfReport, notSubjectToSection16, remarks, issuer, signatures } = document;
  const flag = notSubjectToSection16 === "true" ? "1" : notSubjectToSection16 === "false" ? "0" : notSubjectToSection16;
  return { documentType, periodOfReport, flag, remarks: spaced(remarks), issuer, signatures };
}

/** The rows of the tables at hand (all but the transactions of Table I), each leaf as value and notes. */
function rowsOf(document: OwnershipDocument) {
  const rows = [...document.nonDerivativeTable.filter((row) => row.kind === "holding"), ...document.derivativeTable];
  return rows.map((row) => [row.kind, ...LEAF_NAMES.map((leaf) => leafOf(row, leaf))]);
}

function leafOf(row: OwnershipRow, leaf: LeafName): [string, string | null, string[]] | null {
  const field: Field | undefined = row[leaf];
  if (field === undefined) return null;
  const value = canonicalValue(leaf, field);
  const rounded = value !== null && LEAF_KINDS[leaf] === "decimal" ? twoDecimals(value) : value;
  return [leaf, rounded, [...field.footnoteIds].sort()];
}

/** Rounded half up, as the tables are (15285.559 → 15285.56). */
function twoDecimals(text: string): string {
  return String(Math.round((Number(text) + 1e-9) * 100) / 100);
}

function spaced(text: string | null): string | null {
  return text === null ? null : text.replace(/\s+/g, " ").trim();
}
