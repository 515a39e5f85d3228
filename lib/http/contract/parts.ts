import { z } from "zod";
import { TRANSACTION_CLASSES } from "@/lib/ownership/codes";
import type { MonthView } from "@/lib/services/views/shapes/activity";
import type { CitedFigure, PartyRef, RowRef } from "@/lib/services/views/shapes/cited-figure";
import type { PricePointView, ReturnsView } from "@/lib/services/views/shapes/prices";
import type { PlanDateView, RowFlagView, RowLabel } from "@/lib/services/views/shapes/row";
import { told } from "./exactly";

/** Kinds of values that fields share. */
export const count = z.int().min(0);
export const number = z.number();
export const text = z.string();
export const day = z.string().describe("Calendar date `YYYY-MM-DD`.");
export const instant = z.string().describe("UTC, ISO 8601.");
export const month = z.string().describe("`YYYY-MM`.");
export const cik = z.string().describe("CIK without leading zeros.");
export const dollars = z.number().describe("Dollars.");
export const part = z.number().describe("A part of 1.");
export const transactionClass = z.enum(TRANSACTION_CLASSES);
export const known = z.enum(["accepted", "filing-date", "signature-date"]).describe("`signature-date`: an estimate.");

/** Null: not reported, not known, or not defined; never 0. */
export const maybe = <S extends z.ZodType>(schema: S) => schema.nullable();
export const list = <S extends z.ZodType>(schema: S) => z.array(schema);

export const rowRef = told<RowRef>()("RowRef", "Address of a row: `/filings/<filingId>#<anchor>`.", {
  filingId: text,
  anchor: text,
});

export const leftOut = z.strictObject({ reason: text, count, rows: list(rowRef) });

export const figure = told<CitedFigure>()(
  "Figure",
  "A figure with the rows that it is made of, and what it leaves out.",
  {
    value: maybe(number).describe("Null: not known; `note` says why."),
    rows: list(rowRef),
    note: maybe(text),
    leftOut: list(leftOut),
  },
);

export const party = told<PartyRef>()("Party", "A person or company by CIK, under its name as filed.", {
  cik,
  name: maybe(text),
});

export const issuer = z
  .strictObject({ cik, name: maybe(text), symbol: maybe(text) })
  .describe("An issuer; the symbol as filed.");

export const planDate = told<PlanDateView>()("PlanDate", "A day, or `YYYY-MM` where the text gives a month only.", {
  date: text,
  precision: z.enum(["day", "month"]),
});

export const flag = told<RowFlagView>()("RowFlag", "What can't be taken at its word, with the reason.", {
  code: text,
  words: text,
  outOfTotals: z.boolean(),
});

export const monthSums = told<MonthView>()(
  "Month",
  "Open-market dollars of a month; planned parts are within the wholes. Null: such rows are there and none has a value.",
  {
    month,
    buys: maybe(dollars),
    sales: maybe(dollars),
    plannedBuys: maybe(dollars),
    plannedSales: maybe(dollars),
    transactions: count,
    unvalued: count.describe("Rows without a value: in no dollar figure."),
  },
);

export const rowLabel = told<RowLabel>()("RowLabel", "A row in few words.", {
  filingId: text,
  anchor: text,
  tradeDate: maybe(day),
  code: maybe(text),
  securityTitle: maybe(text),
  shares: maybe(number),
});

export const pricePoint = told<PricePointView>()("PricePoint", "An imported close, in dollars.", {
  date: day,
  close: number,
});

export const returns = told<ReturnsView>()("Returns", "How an imported price moved once the filing was public.", {
  symbol: text,
  from: maybe(pricePoint),
  isEstimated: z.boolean(),
  after: list(
    z.strictObject({
      days: z.union([z.literal(1), z.literal(5), z.literal(21), z.literal(126)]),
      value: maybe(part),
      to: maybe(pricePoint),
      reason: maybe(text),
    }),
  ),
});
