import { z } from "zod";
import type {
  PatternView,
  PurchaseRatioView,
  RoutineYearView,
  TraderPatternView,
  TradeSequenceView,
} from "@/lib/services/sections/section-views";
import { told } from "./exactly";
import { count, day, figure, issuer, leftOut, list, maybe, party, text } from "./parts";

const routineYear = told<RoutineYearView>()(
  "RoutineYear",
  "How an insider's trades of a year are classed by the three years before it.",
  {
    year: count,
    class: maybe(z.enum(["routine", "opportunistic"])).describe("Null: not assessed; `reason` says why."),
    reason: text,
    months: list(count).describe("Calendar months, 1 to 12, with a trade in each of the three years."),
    trades: count.describe("Rows with code P or S of the year itself."),
    evidence: figure.describe("How many rows the three years before have, and which."),
  },
);

const ratio = told<PurchaseRatioView>()(
  "NetPurchaseRatio",
  "(purchases − sales) ÷ (purchases + sales), by number of rows; null where nothing was traded, never 0.",
  { figure, purchases: count, sales: count },
);

const sequence = told<TradeSequenceView>()(
  "TradeSequence",
  "Trades in one direction in consecutive calendar months, at least two.",
  {
    side: z.enum(["purchase", "sale"]),
    first: day,
    last: day,
    months: count,
    trades: count.describe("All rows, with a value or without."),
    total: figure.describe("Dollars of the rows with a value; the others are left out with their reasons."),
  },
);

const trader = told<TraderPatternView>()("TraderPattern", "When one insider trades one issuer's stock.", {
  insider: party,
  issuer,
  years: list(routineYear),
  ratio,
  sequences: list(sequence),
});

export const tradingPattern = told<PatternView>()(
  "TradingPattern",
  "Routine or opportunistic, net purchase ratio and sequences of each trader.",
  {
    window: maybe(z.strictObject({ from: day, to: day })).describe("Trade dates that the ratios count, both included."),
    ratio,
    traders: list(trader),
    leftOut: list(leftOut),
  },
);
