import { z } from "zod";
import { SIGNAL_NAMES } from "@/lib/paths";
import type { ComparedFigure, ComparedIssuer, CompareView } from "@/lib/services/compare/compare-view";
import type { LedgerDataView, QuarterCount } from "@/lib/services/get-data";
import type { MarketBoards } from "@/lib/services/market/get-market-boards";
import type { Method } from "@/lib/services/signals/list-methods";
import type { SignalRow, SignalView } from "@/lib/services/signals/signal-view";
import type { MarketView, SearchHit } from "@/lib/services/views/shapes/market";
import type { WatchedFiling, WatchedParty, WatchedRows, WatchView } from "@/lib/services/watch/watch-view";
import { told } from "./exactly";
import {
  cik,
  count,
  day,
  dollars,
  instant,
  issuer,
  list,
  maybe,
  monthSums,
  number,
  party,
  rowRef,
  text,
} from "./parts";
import { FILING_SUMMARY, filingSummary } from "./rows";

const counts = z.strictObject({
  filings: count,
  issuers: count,
  insiders: count,
  failed: maybe(count).describe("Null for an earlier day: nobody knows."),
});

export const market = told<MarketView>()("Market", "What was filed lately.", {
  dataVersion: count,
  asOf: maybe(day),
  filings: list(filingSummary),
  counts,
  through: maybe(instant),
  fictional: z.boolean(),
});

const signalRow = told<SignalRow>()("SignalRow", "A row of a board, with the reason why it is there.", {
  key: text,
  date: maybe(text),
  issuer,
  insiders: list(party),
  figure: maybe(number),
  leftOut: count,
  reason: text,
  evidence: list(rowRef),
  section: maybe(text),
});

export const marketBoards = told<MarketBoards>()("MarketBoards", "The boards of the market page, ten rows at most.", {
  dataVersion: count,
  asOf: maybe(day),
  through: maybe(day),
  purchases: list(signalRow),
  unplannedSales: list(signalRow),
  clusters: list(signalRow),
  episodes: list(signalRow),
  plans: list(signalRow),
  months: list(monthSums),
  leftOut: count,
  firstMonth: maybe(text).describe("`YYYY-MM`: of an earlier day no month before it is told; null: all are."),
  monthsAsToday: count.describe(
    "Of an earlier day: issuers whose amended or flagged rows are in the months as they are now.",
  ),
});

export const signals = told<SignalView & { unread: string[] }>()("Signals", "The rows of a board of signals.", {
  dataVersion: count,
  asOf: maybe(day),
  board: z.enum(SIGNAL_NAMES),
  rows: list(signalRow),
  notes: list(text),
  isCapped: z.boolean(),
  fictional: z.boolean(),
  unread: list(text),
});

const searchHit = told<SearchHit>()("SearchHit", "An issuer, insider or filing that a search found.", {
  kind: z.enum(["issuer", "insider", "filing"]),
  cik: maybe(cik),
  filingId: maybe(text),
  title: text,
  detail: maybe(text),
});

export const search = z.strictObject({ hits: list(searchHit) });

const watchedParty = told<WatchedParty>()("WatchedParty", "A party of a watch list.", {
  kind: z.enum(["issuer", "insider"]),
  cik,
  name: maybe(text),
  symbol: maybe(text),
  filings: count,
  lastKnownAt: maybe(instant),
});

const watchedRows = told<WatchedRows>()("WatchedRows", "Rows of a filing that say the same of one class, as filed.", {
  rows: list(rowRef),
  table: z.enum(["I", "II"]),
  code: maybe(text),
  acquiredDisposed: maybe(z.enum(["A", "D"])),
  securityTitle: maybe(text),
  planned: maybe(z.boolean()),
  shares: maybe(number),
  value: maybe(dollars),
  lowPrice: maybe(number),
  highPrice: maybe(number),
  firstTrade: maybe(day),
  lastTrade: maybe(day),
});

const watchedFiling = told<WatchedFiling>()("WatchedFiling", "A filing of a watch list.", {
  ...FILING_SUMMARY,
  groups: list(watchedRows),
  holdings: count,
});

export const watch = told<WatchView & { unread: string[] }>()("Watch", "The newest filings of some parties.", {
  dataVersion: count,
  changedAt: maybe(instant),
  asOf: maybe(day),
  parties: list(watchedParty),
  filings: list(watchedFiling),
  count,
  undated: count,
  unknown: list(text),
  fictional: z.boolean(),
  unread: list(text),
});

const comparedFigure = told<ComparedFigure>()("ComparedFigure", "A figure whose rows are on the issuer's own page.", {
  value: maybe(number),
  rows: count,
  leftOut: count,
});

const comparedIssuer = told<ComparedIssuer>()("ComparedIssuer", "What an issuer is compared by.", {
  issuer,
  filings: count,
  firstTrade: maybe(day),
  lastTrade: maybe(day),
  through: maybe(instant),
  net: comparedFigure,
  buys: comparedFigure,
  sales: comparedFigure,
  buyers: count,
  sellers: count,
  plannedSales: z.strictObject({ planned: dollars, notPlanned: dollars, notReported: dollars }),
  months: list(monthSums),
  late: z.strictObject({ late: count, lateUnlessDeemed: count, assessed: count, notAssessed: count }),
  exercises: z.strictObject({
    episodes: count,
    outcomes: list(z.strictObject({ outcome: text, count })),
    proceeds: comparedFigure,
  }),
  audit: z.strictObject({ checked: count, closed: count, unexplained: count }),
  doubleCount: z.strictObject({ copies: count, dollars: dollars.nullable() }),
  fictional: z.boolean(),
});

export const compare = told<CompareView & { unread: string[] }>()("Compare", "Issuers side by side.", {
  dataVersion: count,
  asOf: maybe(day),
  issuers: list(comparedIssuer),
  unknown: list(text),
  fictional: z.boolean(),
  unread: list(text),
});

const quarter = told<QuarterCount>()("Quarter", "Filings of one quarter.", {
  quarter: maybe(text),
  filings: count,
  rows: count,
  byForm: z.record(text, count),
  listed: maybe(count),
});

const run = z.strictObject({
  id: text,
  startedAt: instant,
  finishedAt: maybe(instant),
  created: count,
  replaced: count,
  unchanged: count,
  failed: count,
  skipped: count,
  warnings: count,
  notices: maybe(text),
});

export const data = told<LedgerDataView>()(
  "Data",
  "What the ledger holds, from where, how new it is, and what failed.",
  {
    dataVersion: count,
    asOf: maybe(day),
    counts,
    through: maybe(instant),
    changedAt: maybe(instant),
    stale: count,
    quarters: list(quarter),
    forms: list(text),
    sources: list(z.strictObject({ format: text, filings: count, rows: count, undated: count })),
    failures: z.strictObject({
      byCode: list(z.strictObject({ code: text, count })),
      latest: list(
        z.strictObject({
          source: text,
          code: text,
          message: text,
          line: maybe(count),
          column: maybe(count),
          advice: maybe(text),
          failedAt: instant,
          identity: maybe(text),
        }),
      ),
    }),
    queue: z.strictObject({ waiting: count, failed: z.record(text, count) }),
    missed: list(
      z.strictObject({
        kind: text,
        period: text,
        status: text,
        listed: count,
        failed: count,
        code: maybe(text),
        message: maybe(text),
        checkedAt: instant,
      }),
    ),
    runs: list(run),
  },
);

export const method = told<Method>()("Method", "How a measure is made; the text is Markdown.", {
  name: text,
  title: text,
  about: maybe(text),
  text,
});

export const methods = z.strictObject({ methods: list(method) });

export const error = z
  .strictObject({ error: z.strictObject({ code: text, message: text, advice: maybe(text).optional() }) })
  .describe("What went wrong, and what to do about it.");
