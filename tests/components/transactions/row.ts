import type { RowView } from "@/lib/services/views/shapes/row";

const BLANK: RowView = {
  filingId: "doc-000000000000",
  anchor: "t1-tx1",
  documentType: "4",
  issuer: { cik: "9000000001", name: "SAMPLE CORP", symbol: "SMPL" },
  owners: [{ cik: "9000000002", name: "SAMPLE PERSON" }],
  table: "I",
  kind: "transaction",
  securityTitle: "Common Stock",
  tradeDate: "2018-12-10",
  tradeDateBasis: "transactionDate",
  filingDate: null,
  knownAt: "2018-12-12T03:00:00.000Z",
  knownAtBasis: "signature-date",
  code: "S",
  transactionClass: "sale",
  acquiredDisposed: "D",
  contradictory: false,
  equitySwapInvolved: null,
  shares: 100,
  price: 10,
  value: 1000,
  valueNote: null,
  priceBand: null,
  sharesAfter: 900,
  valueAfter: null,
  directOrIndirect: "D",
  natureOfOwnership: null,
  exercisePrice: null,
  exerciseDate: null,
  expirationDate: null,
  underlyingTitle: null,
  underlyingShares: null,
  plan: { planned: null, basis: null, footnoteId: null, words: null, adoptionDates: [], reason: "not asked" },
  footnoteIds: {},
  footnotes: {},
  deltaOwn: null,
  flags: [],
  supersededBy: null,
  supersededAt: null,
  supersededRule: null,
};

/** A row of an invented filing. */
export function row(part: Partial<RowView> = {}): RowView {
  return { ...BLANK, ...part };
}
