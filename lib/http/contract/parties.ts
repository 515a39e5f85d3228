import { z } from "zod";
import type { SpanView } from "@/lib/services/views/shapes/activity";
import type { BalanceLineView } from "@/lib/services/views/shapes/balance-line";
import type { EpisodeView } from "@/lib/services/views/shapes/episode";
import type {
  InsiderView,
  IssuerView,
  RelatedFilerView,
  RoleSpellView,
  RosterEntry,
} from "@/lib/services/views/shapes/party";
import type { PlanView } from "@/lib/services/views/shapes/plan";
import { told } from "./exactly";
import {
  cik,
  count,
  day,
  figure,
  instant,
  issuer,
  list,
  maybe,
  month,
  monthSums,
  number,
  part,
  party,
  planDate,
  pricePoint,
  rowRef,
  text,
} from "./parts";
import { filingSummary, row, totals } from "./rows";

export const episode = told<EpisodeView>()("Episode", "What an owner did with the shares exercised on one day.", {
  id: text,
  issuer,
  owners: list(party),
  date: day,
  securityTitle: maybe(text),
  type: text,
  outcome: text,
  exercised: figure,
  withheld: figure,
  returned: figure,
  sold: figure,
  cost: figure,
  proceeds: figure,
  averagePrice: figure,
  spread: figure,
  retention: list(z.strictObject({ days: z.union([z.literal(0), z.literal(30), z.literal(365)]), value: maybe(part) })),
  daysToExpiry: maybe(number),
  optionsLeft: figure,
  planned: maybe(z.boolean()),
  notes: list(text),
});

export const plan = told<PlanView>()("Plan", "A Rule 10b5-1 plan as the filings tell it.", {
  issuer,
  insider: party,
  adopted: maybe(planDate),
  words: maybe(text),
  evidence: list(rowRef),
  firstTrade: maybe(day),
  lastTrade: maybe(day),
  purchaseDays: list(day),
  saleDays: list(day),
  daysBefore: maybe(number),
  waitingPeriod: z.strictObject({ outcome: text, words: text }),
  trades: count,
  shares: figure,
  value: figure,
  derivatives: list(z.strictObject({ securityTitle: maybe(text), trades: count, units: figure, value: figure })),
  shareOfHoldingSold: maybe(part),
  singleTrade: z.boolean(),
  notes: list(text),
});

const line = told<BalanceLineView>()("BalanceLine", "One holding of one owner set, with its reported balances.", {
  key: text,
  owners: list(party),
  issuer,
  table: z.enum(["I", "II"]),
  unit: z.enum(["shares", "dollars"]),
  securityTitle: maybe(text),
  directOrIndirect: maybe(z.enum(["D", "I"])),
  natureOfOwnership: maybe(text),
  grant: maybe(
    z.strictObject({ exercisePrice: maybe(number), expirationDate: maybe(day), underlyingTitle: maybe(text) }),
  ),
  opening: maybe(number),
  closing: maybe(z.strictObject({ balance: number, date: maybe(day), rows: list(rowRef) })),
  points: list(
    z.strictObject({
      filingId: text,
      anchor: text,
      date: maybe(day),
      code: maybe(text),
      change: maybe(number),
      balance: maybe(number),
    }),
  ),
  marks: list(text),
});

const roster = told<RosterEntry>()("RosterEntry", "An insider of an issuer, with what was last reported to be held.", {
  insider: party,
  roles: list(text),
  officerTitle: maybe(text),
  lastTrade: maybe(day),
  holdings: list(
    z.strictObject({
      securityTitle: maybe(text),
      directOrIndirect: maybe(z.enum(["D", "I"])),
      shares: maybe(number),
      note: maybe(text),
      row: rowRef,
      deltaOwn: figure,
    }),
  ),
  transactions: count,
  planned: count,
});

const span = told<SpanView>()("Span", "First and last trade date under the code filter, and rows by month.", {
  from: day,
  to: day,
  months: list(z.strictObject({ month, rows: count })),
});

const roleSpell = told<RoleSpellView>()("RoleSpell", "Filings in a row in which an owner states one set of roles.", {
  issuer,
  roles: list(text),
  officerTitle: maybe(text),
  from: maybe(day),
  to: maybe(day),
  filings: count,
  firstId: text,
  lastId: text,
});

const related = told<RelatedFilerView>()("RelatedFiler", "Another owner who signs filings of this one.", {
  insider: party,
  issuers: list(issuer),
  filings: count,
  lastId: text,
  lastDate: maybe(day),
});

/** What the filter by code and day moves. */
const ACTIVITY = {
  codes: list(text).describe("The filter; empty: all."),
  range: z.strictObject({ from: maybe(day), to: maybe(day) }),
  codeCounts: list(z.strictObject({ code: text, count })),
  rows: list(row),
  totals,
  months: list(monthSums),
  span: maybe(span),
};

export const issuerView = told<IssuerView>()("Issuer", "The numbers of an issuer's page.", {
  ...ACTIVITY,
  dataVersion: count,
  asOf: maybe(day),
  day: maybe(day).describe("That day, or the day through which the ledger knows filings."),
  issuer: z.strictObject({ cik, name: maybe(text), symbol: maybe(text), symbols: list(text) }),
  prices: list(pricePoint).readonly().optional(),
  pricesNote: text.optional(),
  roster: list(roster),
  filings: list(filingSummary),
  episodes: list(episode),
  plans: list(plan),
  lines: list(line),
  lastTrade: maybe(day),
  through: maybe(instant),
  fictional: z.boolean(),
});

export const insiderView = told<InsiderView>()("Insider", "The numbers of an insider's page, across issuers.", {
  ...ACTIVITY,
  dataVersion: count,
  asOf: maybe(day),
  day: maybe(day).describe("That day, or the day through which the ledger knows filings."),
  insider: party,
  issuers: list(
    z.strictObject({ cik, name: maybe(text), symbol: maybe(text), roles: list(text), officerTitle: maybe(text) }),
  ),
  roles: list(roleSpell),
  related: list(related),
  lines: list(line),
  episodes: list(episode),
  plans: list(plan),
  filings: list(filingSummary),
  lastTrade: maybe(day),
  fictional: z.boolean(),
});
