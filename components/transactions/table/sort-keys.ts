import type { RowColumn } from "@/lib/search-params/party-query";
import type { RowView } from "@/lib/services/views/shapes/row";
import { ownershipText } from "./row-texts";

/** What the rows of a column are sorted by; null = unknown. Sorting is the server's: the browser needs none of it. */
export const SORT_KEYS: Readonly<Record<RowColumn, (row: RowView) => string | number | null>> = {
  traded: (row) => row.tradeDate,
  issuer: (row) => row.issuer.symbol ?? row.issuer.name ?? "",
  insider: (row) => row.owners.map((owner) => owner.name ?? owner.cik).join("; "),
  code: (row) => row.code ?? "",
  security: (row) => row.securityTitle ?? "",
  shares: (row) => row.shares,
  price: (row) => row.price,
  range: (row) => row.priceBand?.low ?? null,
  value: (row) => row.value,
  after: (row) => row.sharesAfter ?? row.valueAfter,
  held: (row) => ownershipText(row),
  plan: (row) => (row.plan.planned === null ? 0 : row.plan.planned ? 2 : 1),
  // As the cell shows it: the day alone would leave out what is estimated.
  filed: (row) => row.knownAt,
  return1: (row) => returnAfter(row, 1),
  return5: (row) => returnAfter(row, 5),
  return21: (row) => returnAfter(row, 21),
  return126: (row) => returnAfter(row, 126),
};

function returnAfter({ returns }: RowView, days: number): number | null {
  return returns?.after.find((one) => one.days === days)?.value ?? null;
}
