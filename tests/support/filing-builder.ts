import type { FiledRow, FilingFacts } from "@/lib/analytics/rows/filed-row";
import { filingFacts } from "@/lib/analytics/rows/filing-facts";
import { emptyDocument, emptyOwner, type OwnershipDocument, type OwnershipRow } from "@/lib/ownership/document";
import type { LeafName } from "@/lib/ownership/leaves";

type Values = Partial<Record<LeafName, string | number>>;

/** A row in few words: values by leaf, and footnote ids by leaf. */
export interface RowSpec {
  table: "I" | "II";
  kind: "transaction" | "holding";
  values: Values;
  notes?: Partial<Record<LeafName, string[]>>;
}

interface OwnerSpec {
  cik: string;
  name?: string;
  director?: boolean;
  officer?: boolean;
  tenPercent?: boolean;
}

export interface FilingSpec {
  id: string;
  type?: string;
  issuer?: string;
  ticker?: string;
  owners?: readonly (string | OwnerSpec)[];
  period?: string;
  filed?: string | null;
  accepted?: string | null;
  signed?: string;
  original?: string;
  box?: "0" | "1";
  exit?: boolean;
  none?: boolean;
  remarks?: string;
  footnotes?: Record<string, string>;
  rows?: RowSpec[];
}

/** `tx("S", "2024-03-01", 100, 12.5, "D", 900)`: a Table I transaction of directly held common stock. */
export function tx(
  code: string,
  date: string,
  shares: number | null,
  price: number | null,
  direction: "A" | "D" | null,
  after: number | null,
  more: Values = {},
  notes: RowSpec["notes"] = {},
): RowSpec {
  const values: Values = { securityTitle: "Common Stock", transactionDate: date, transactionCode: code };
  if (shares !== null) values.transactionShares = shares;
  if (price !== null) values.transactionPricePerShare = price;
  if (direction !== null) values.transactionAcquiredDisposedCode = direction;
  if (after !== null) values.sharesOwnedFollowingTransaction = after;
  return { table: "I", kind: "transaction", values: { ...values, directOrIndirectOwnership: "D", ...more }, notes };
}

/** A Table I holding. */
export function holding(after: number, more: Values = {}, notes: RowSpec["notes"] = {}): RowSpec {
  const values = {
    securityTitle: "Common Stock",
    sharesOwnedFollowingTransaction: after,
    directOrIndirectOwnership: "D",
  };
  return { table: "I", kind: "holding", values: { ...values, ...more }, notes };
}

/** A Table II transaction of a derivative over common stock, one share each. */
export function option(
  code: string,
  date: string,
  shares: number,
  direction: "A" | "D",
  after: number | null,
  more: Values = {},
  notes: RowSpec["notes"] = {},
): RowSpec {
  const values: Values = {
    securityTitle: "Stock Option (right to buy)",
    conversionOrExercisePrice: 10,
    transactionDate: date,
    transactionCode: code,
    transactionShares: shares,
    transactionAcquiredDisposedCode: direction,
    expirationDate: "2030-01-01",
    underlyingSecurityTitle: "Common Stock",
    underlyingSecurityShares: shares,
    directOrIndirectOwnership: "D",
  };
  if (after !== null) values.sharesOwnedFollowingTransaction = after;
  return { table: "II", kind: "transaction", values: { ...values, ...more }, notes };
}

/** A restricted stock unit row of Table II: no strike, no expiry. */
export function unit(
  code: string,
  date: string,
  shares: number,
  direction: "A" | "D",
  after: number,
  more: Values = {},
  notes: RowSpec["notes"] = {},
): RowSpec {
  const row = option(code, date, shares, direction, after, { securityTitle: "Restricted Stock Units", ...more }, notes);
  if (more.conversionOrExercisePrice === undefined) delete row.values.conversionOrExercisePrice;
  if (more.expirationDate === undefined) delete row.values.expirationDate;
  return row;
}

/** A filing as facts: issuer 1 and owner 100 unless told, filed at 17:00 New York (22:00 UTC) on `filed`. */
export function filing(spec: FilingSpec): FilingFacts {
  return filingFacts(spec.id, documentOf(spec));
}

export function documentOf(spec: FilingSpec): OwnershipDocument {
  const rows = spec.rows ?? [];
  return {
    ...emptyDocument(),
    accession: spec.id,
    documentType: spec.type ?? "4",
    periodOfReport: spec.period ?? firstDate(rows),
    filingDate: spec.filed ?? null,
    acceptedAt: spec.accepted ?? (spec.filed ? `${spec.filed}T22:00:00.000Z` : null),
    dateOfOriginalSubmission: spec.original ?? null,
    aff10b5One: spec.box ?? null,
    notSubjectToSection16: flagText(spec.exit),
    noSecuritiesOwned: flagText(spec.none),
    remarks: spec.remarks ?? null,
    issuer: {
      issuerCik: spec.issuer ?? "1",
      issuerName: `Fictional Issuer ${spec.issuer ?? "1"} Inc`,
      issuerTradingSymbol: spec.ticker ?? "FICT",
      issuerForeignTradingSymbol: null,
    },
    reportingOwners: (spec.owners ?? ["100"]).map(ownerOf),
    nonDerivativeTable: rows.filter((row) => row.table === "I").map(rowOf),
    derivativeTable: rows.filter((row) => row.table === "II").map(rowOf),
    footnotes: Object.entries(spec.footnotes ?? {}).map(([id, text]) => ({ id, text })),
    signatures: spec.signed === undefined ? [] : [{ signatureName: "/s/ A. Fictional", signatureDate: spec.signed }],
  };
}

function flagText(flag: boolean | undefined): "0" | "1" | null {
  return flag === undefined ? null : flag ? "1" : "0";
}

function firstDate(rows: readonly RowSpec[]): string | null {
  const dates = rows.flatMap((row) => row.values.transactionDate ?? []);
  return dates.map(String).sort()[0] ?? null;
}

function ownerOf(owner: string | OwnerSpec) {
  const spec: OwnerSpec = typeof owner === "string" ? { cik: owner, officer: true } : owner;
  return {
    ...emptyOwner(),
    rptOwnerCik: spec.cik,
    rptOwnerName: spec.name ?? `FICTIONAL OWNER ${spec.cik}`,
    isDirector: flagText(spec.director),
    isOfficer: flagText(spec.officer),
    isTenPercentOwner: flagText(spec.tenPercent),
  };
}

function rowOf(spec: RowSpec): OwnershipRow {
  const row: OwnershipRow = { kind: spec.kind };
  for (const [leaf, value] of Object.entries(spec.values) as [LeafName, string | number][]) {
    row[leaf] = { value: String(value), footnoteIds: [] };
  }
  for (const [leaf, ids] of Object.entries(spec.notes ?? {}) as [LeafName, string[]][]) {
    row[leaf] = { value: row[leaf]?.value ?? null, footnoteIds: ids };
  }
  return row;
}

/** The filing that the project was given: Qualys, Bruce K. Posey, 10 December 2018, as its text tells it. */
export function seedFiling(): FilingFacts {
  const note = { transactionCode: ["F1"] };
  const sale = (shares: number, price: number, after: number, band: string) =>
    tx("S", "2018-12-10", shares, price, "D", after, {}, { ...note, transactionPricePerShare: [band] });
  const band = (low: string, high: string) =>
    `The sale price represents the weighted average price of the shares sold ranging from $${low} to $${high} per share.`;
  return filing({
    id: "doc-000000000001",
    issuer: "1107843",
    ticker: "QLYS",
    owners: [{ cik: "1254781", name: "POSEY BRUCE K", director: false, officer: true, tenPercent: false }],
    period: "2018-12-10",
    signed: "2018-12-11",
    footnotes: {
      F1: "The sale transaction reported in this Form 4 was effected pursuant to a Rule 10b5-1 trading plan adopted by the Reporting Person on May 17, 2018.",
      F2: band("75.30", "75.795"),
      F3: band("76.56", "77.19"),
      F4: band("77.57", "77.60"),
      F5: "This option is fully vested and immediately exercisable.",
    },
    rows: [
      tx("M", "2018-12-10", 2000, 37.28, "A", 59442, {}, note),
      sale(782, 75.5351, 58660, "F2"),
      sale(1018, 76.7832, 57642, "F3"),
      sale(200, 77.585, 57442, "F4"),
      option(
        "M",
        "2018-12-10",
        2000,
        "D",
        15000,
        { conversionOrExercisePrice: 37.28, expirationDate: "2025-07-29", transactionPricePerShare: 0 },
        { ...note, exerciseDate: ["F5"] },
      ),
    ],
  });
}

/** Every row of the filings. */
export function rowsOf(filings: readonly FilingFacts[]): FiledRow[] {
  return filings.flatMap((each) => each.rows);
}
