import { z } from "zod";
import { LEAF_NAMES } from "@/lib/ownership/leaves";
import type { FallView, ScreenRow, SummedRow, TransactionsView } from "@/lib/services/screener/screener-view";
import type { TotalsView } from "@/lib/services/views/shapes/activity";
import type { FilingSummary } from "@/lib/services/views/shapes/filing";
import type { PlanStatusView, PriceBandView, RowView } from "@/lib/services/views/shapes/row";
import { told } from "./exactly";
import {
  cik,
  count,
  day,
  dollars,
  figure,
  flag,
  instant,
  issuer,
  known,
  list,
  maybe,
  monthSums,
  number,
  part,
  party,
  planDate,
  pricePoint,
  returns,
  text,
  transactionClass,
} from "./parts";

const planStatus = told<PlanStatusView>()("PlanStatus", "What a filing says of a 10b5-1 plan behind a row.", {
  planned: maybe(z.boolean()).describe("Null: not reported."),
  basis: maybe(z.enum(["row footnote", "remarks", "filing checkbox"])),
  footnoteId: maybe(text),
  words: maybe(text).describe("Exactly as filed."),
  adoptionDates: list(planDate),
  reason: maybe(text),
});

const priceBand = told<PriceBandView>()("PriceBand", "The range of prices that a footnote gives.", {
  low: number,
  high: number,
  footnoteId: maybe(text),
  words: text,
});

/** Fields that a row has on a party's page, on a filing's page and in the screener. */
const COMMON = {
  filingId: text,
  anchor: text,
  documentType: text,
  table: z.enum(["I", "II"]),
  securityTitle: maybe(text),
  tradeDate: maybe(day),
  tradeDateBasis: maybe(z.enum(["transactionDate", "periodOfReport"])),
  filingDate: maybe(day),
  knownAt: maybe(instant),
  knownAtBasis: maybe(known),
  code: maybe(text),
  transactionClass: maybe(transactionClass),
  acquiredDisposed: maybe(z.enum(["A", "D"])),
  contradictory: z.boolean().describe("Code and direction contradict each other; out of totals."),
  shares: maybe(number),
  price: maybe(number).describe("Dollars a share."),
  value: maybe(number).describe("Dollars: shares × price, or the total that the row reports in their place."),
  sharesAfter: maybe(number),
  valueAfter: maybe(dollars),
  directOrIndirect: maybe(z.enum(["D", "I"])),
  natureOfOwnership: maybe(text),
  plan: planStatus,
  deltaOwn: maybe(part).describe("Net change over the balance before, on the row's own line; a part of 1."),
  flags: list(flag),
  supersededBy: maybe(text).describe("Address of what replaced the row; null while it is in force."),
  supersededAt: maybe(instant),
  supersededRule: maybe(text),
  returns: returns.optional(),
};

export const row = told<RowView>()("Row", "One row of Table I or II, typed; exact text is on the filing's document.", {
  ...COMMON,
  issuer,
  owners: list(party),
  kind: z.enum(["transaction", "holding"]),
  equitySwapInvolved: maybe(z.boolean()),
  valueNote: maybe(text),
  priceBand: maybe(priceBand),
  exercisePrice: maybe(number),
  exerciseDate: maybe(day),
  expirationDate: maybe(day),
  underlyingTitle: maybe(text),
  underlyingShares: maybe(number),
  footnoteIds: z.partialRecord(z.enum(LEAF_NAMES), list(text)),
  footnotes: z.record(text, text),
});

/** An owner with the roles that it states on a filing. */
const ownerInRole = z.strictObject({
  cik,
  name: maybe(text),
  roles: list(text),
  officerTitle: maybe(text),
});

/** Fields of a filing in short. */
export const FILING_SUMMARY = {
  id: text.describe("Accession number, or `doc-…` where no source names one."),
  accession: maybe(text),
  documentType: text,
  issuer,
  owners: list(ownerInRole),
  periodOfReport: maybe(day),
  filingDate: maybe(day),
  knownAt: maybe(instant).describe("When the public could know it."),
  knownAtBasis: maybe(known),
  codes: list(text),
  rowCount: count,
  warningCount: count,
};

export const filingSummary = told<FilingSummary>()("FilingSummary", "A filing in short.", FILING_SUMMARY);

export const totals = told<TotalsView>()(
  "Totals",
  "Open-market dollars: P with A less S with D, Table I, each event once.",
  {
    buys: figure,
    sales: figure,
    net: figure,
    buyers: count.describe("Reporting owners of the purchases that count, whether a price is given or not."),
    sellers: count.describe("The same of the sales."),
    byClass: list(
      z.strictObject({ transactionClass: z.union([transactionClass, z.literal("none")]), figure, transactions: count }),
    ),
  },
);

const fallDays = z.union([z.literal(1), z.literal(5), z.literal(21), z.literal(126)]);

const fall = told<FallView>()("Fall", "How an imported price moved from the trade date on.", {
  symbol: text.describe("Of the series; empty where it was imported by CIK alone."),
  days: fallDays.describe("Trading days."),
  value: part,
  from: pricePoint.describe("The first close on or after the trade date."),
  to: pricePoint,
});

const screenRow = told<ScreenRow>()("ScreenRow", "A row of the screener.", {
  ...COMMON,
  fall: fall.optional().describe("Where a fall is asked for."),
  issuer,
  owners: list(ownerInRole),
  lateness: text,
  businessDaysLate: maybe(count),
});

const summedRow = told<SummedRow>()("SummedRow", "A row as a figure's evidence lists it.", {
  filingId: text,
  anchor: text,
  issuer,
  owners: list(party),
  tradeDate: maybe(day),
  code: maybe(text),
  shares: maybe(number),
  price: maybe(number),
  value: maybe(number),
});

export const transactions = told<TransactionsView & { unread: string[] }>()(
  "Transactions",
  "Rows under a filter, with totals, months and facets of the same rows.",
  {
    dataVersion: count,
    asOf: maybe(day),
    day: maybe(day),
    params: z.record(text, text),
    notes: list(text),
    count,
    isCapped: z.boolean(),
    reach: z
      .strictObject({
        by: z.enum(["knownAt", "tradeDate", "filingDate", "value"]),
        isWhole: z.boolean(),
        lookedAt: maybe(count),
      })
      .describe("How far was looked for the rows that are counted."),
    totals: z.strictObject({
      buys: maybe(dollars).describe("Null, not 0: the side has rows and none has a value."),
      sales: maybe(dollars),
      net: maybe(dollars),
      buyRows: count,
      saleRows: count,
      leftOut: list(z.strictObject({ reason: text, count })),
    }),
    evidence: z.strictObject({
      buys: list(summedRow),
      sales: list(summedRow),
      leftOut: list(z.strictObject({ reason: text, count, rows: list(summedRow) })),
    }),
    months: list(monthSums),
    facets: list(
      z.strictObject({ name: text, isCapped: z.boolean(), options: list(z.strictObject({ value: text, count })) }),
    ),
    hasPrices: z.boolean().describe("Prices were imported: falls can be asked for."),
    fall: maybe(
      z.strictObject({
        atLeast: number.describe("Per cent."),
        days: fallDays,
        unknown: list(z.strictObject({ reason: text, count, isCapped: z.boolean() })).describe(
          "Rows under all other filters of which no fall can be told; they are not listed.",
        ),
      }),
    ).describe("Null: no fall is asked for."),
    rows: list(screenRow),
    next: maybe(text).describe("`after` of the next page; null on the last one."),
    fictional: z.boolean(),
    unread: list(text).describe("Parts of the address that were left out."),
  },
);
