import { planStatus } from "@/lib/analytics/plans/plan-status";
import { priceBand } from "@/lib/analytics/prices/price-band";
import { type FiledRow, type FilingFacts, footnoteIdsOfRow } from "@/lib/analytics/rows/filed-row";
import { type NoValueReason, rowValue, tradeSide } from "@/lib/analytics/values";
import { classOf, isContradictory } from "@/lib/ownership/codes";
import { filingReturns } from "../../prices/filing-returns";
import type { PartyRef, RowRef } from "../shapes/cited-figure";
import type { PlanStatusView, RowFlagView, RowView } from "../shapes/row";
import type { RowContext } from "./row-context";

const NO_VALUE: Record<NoValueReason, string | null> = {
  holding: null,
  "shares-not-reported": "The filing reports no number of shares.",
  "shares-in-footnote-only": "The number of shares stands in a footnote only.",
  "price-not-reported": "The filing reports no price.",
  "price-in-footnote-only": "The price stands in a footnote only.",
};

/** Where a row is shown. */
export function rowRef(row: FiledRow): RowRef {
  return { filingId: row.filing.filingId, anchor: row.anchor };
}

/** The issuer under the name and symbol that this filing gives. */
export function issuerRef(filing: FilingFacts): PartyRef & { symbol: string | null } {
  return { cik: filing.issuerCik, name: filing.issuerName, symbol: filing.tradingSymbol };
}

/** Every reporting owner of a filing under the name that it gives, in filed order. */
export function ownerRefs(filing: FilingFacts): PartyRef[] {
  return filing.owners.map(({ cik, name }) => ({ cik, name }));
}

/** A row as tables and charts show it. */
export function rowView(row: FiledRow, context: RowContext): RowView {
  const { filing } = row;
  const value = rowValue(row);
  const address = `${filing.filingId}#${row.anchor}`;
  const superseded = context.superseded.get(address);
  const band = priceBand(row);
  return {
    ...rowRef(row),
    documentType: filing.documentType,
    issuer: issuerRef(filing),
    owners: ownerRefs(filing),
    table: row.table,
    kind: row.kind,
    securityTitle: row.securityTitle,
    tradeDate: row.tradeDate,
    tradeDateBasis: row.tradeDateBasis,
    filingDate: filing.filingDate,
    knownAt: filing.knownAt,
    knownAtBasis: filing.knownAtBasis,
    code: row.code,
    transactionClass: row.kind === "transaction" ? classOf(row.code, row.equitySwapInvolved) : null,
    acquiredDisposed: row.acquiredDisposed,
    contradictory: isContradictory(row.code, row.acquiredDisposed, row.table),
    equitySwapInvolved: row.equitySwapInvolved,
    shares: row.shares,
    price: row.price,
    value: value.value,
    valueNote: value.reason === null ? null : NO_VALUE[value.reason],
    priceBand:
      band === null ? null : { low: band.low, high: band.high, footnoteId: band.footnoteId, words: band.words },
    sharesAfter: row.sharesAfter,
    valueAfter: row.valueAfter,
    directOrIndirect: row.directOrIndirect,
    natureOfOwnership: row.natureOfOwnership,
    exercisePrice: row.exercisePrice,
    exerciseDate: row.exerciseDate,
    expirationDate: row.expirationDate,
    underlyingTitle: row.underlyingTitle,
    underlyingShares: row.underlyingShares,
    plan: planView(row),
    footnoteIds: Object.fromEntries(Object.entries(row.footnoteIds).map(([leaf, ids]) => [leaf, [...ids]])),
    footnotes: Object.fromEntries(footnoteIdsOfRow(row).map((id) => [id, filing.footnotes.get(id) ?? ""])),
    deltaOwn: context.deltaOwn.get(address) ?? null,
    flags: [...(context.flags.get(address) ?? []), ...ownFlags(row)],
    supersededBy: superseded?.by ?? null,
    supersededAt: superseded?.at ?? null,
    supersededRule: superseded?.rule ?? null,
    ...(tradeSide(row).side === null ? {} : returnsView(filing, context)),
  };
}

/** What followed a filing, where prices of its issuer were imported; else nothing. */
export function returnsView(filing: FilingFacts, { prices }: Pick<RowContext, "prices">): Pick<RowView, "returns"> {
  const imported = prices.get(filing.issuerCik);
  const returns = imported === undefined ? null : filingReturns(imported, filing);
  return returns === null ? {} : { returns };
}

function ownFlags(row: FiledRow): RowFlagView[] {
  if (!isContradictory(row.code, row.acquiredDisposed, row.table)) return [];
  const words = `Code ${row.code} with “${row.acquiredDisposed}”: code and direction contradict each other.`;
  return [{ code: "contradictory direction", words, outOfTotals: true }];
}

function planView(row: FiledRow): PlanStatusView {
  const status = planStatus(row.filing).get(row.anchor);
  if (status === undefined) {
    return { planned: null, basis: null, footnoteId: null, words: null, adoptionDates: [], reason: null };
  }
  return {
    planned: status.planned,
    basis: status.basis,
    footnoteId: status.footnoteId,
    words: status.words,
    adoptionDates: status.adoptionDates.map(({ date, precision }) => ({ date, precision })),
    reason: status.reason,
  };
}
