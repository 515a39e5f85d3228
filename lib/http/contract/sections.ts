import { z } from "zod";
import type {
  AuditView,
  ConductView,
  FilingShareView,
  FlowView,
  GrantView,
  InsiderSections,
  IssuerSections,
  MeterView,
  OptionBookView,
  ResidualView,
} from "@/lib/services/sections/section-views";
import { told } from "./exactly";
import { count, day, figure, issuer, list, maybe, number, part, party, rowLabel, rowRef, text } from "./parts";
import { tradingPattern } from "./trading-pattern";

const residual = told<ResidualView>()("Residual", "A step of a balance line that does not add up.", {
  from: z.strictObject({ filingId: text, anchor: text, date: maybe(day), balance: number }),
  to: z.strictObject({
    filingId: text,
    anchor: text,
    date: maybe(day),
    code: maybe(text),
    change: maybe(number),
    balance: maybe(number),
  }),
  owners: list(party),
  securityTitle: maybe(text),
  directOrIndirect: maybe(z.enum(["D", "I"])),
  natureOfOwnership: maybe(text),
  left: number,
  found: number,
  residual: number,
  explanation: text,
  evidence: text,
  hint: maybe(text),
});

const audit = told<AuditView>()("Audit", "Which balances the rows between two reports explain.", {
  checked: count,
  closed: count,
  indistinctLines: count,
  residuals: list(residual),
  byExplanation: list(z.strictObject({ explanation: text, count })),
  splits: list(z.strictObject({ words: text, after: day, by: day, confirmed: z.boolean(), rows: list(rowRef) })),
});

const grant = told<GrantView>()("Grant", "An open grant: options by strike and expiry, units by their vesting note.", {
  key: text,
  owners: list(party),
  issuer,
  kind: z.enum(["option", "unit"]),
  securityTitle: maybe(text),
  underlyingTitle: maybe(text),
  strike: maybe(number),
  exercisableFrom: maybe(day),
  expirationDate: maybe(day),
  daysToExpiry: maybe(number),
  isExpiringSoon: z.boolean(),
  count: figure,
  countDate: maybe(day),
  lastPrice: figure,
  lastPriceDate: maybe(day),
  intrinsicValue: figure,
  moneyness: maybe(z.enum(["in the money", "out of the money", "at the money"])),
  vesting: list(text),
});

const optionBook = told<OptionBookView>()("OptionBook", "Open grants by expiry.", {
  day: maybe(day),
  grants: list(grant),
  leftOut: list(z.strictObject({ reason: text, count })),
});

const flow = told<FlowView>()("Flow", "Where the exercised shares of one class went.", {
  issuer,
  securityTitle: maybe(text),
  exercised: figure,
  parts: list(z.strictObject({ part: text, figure })),
  episodes: count,
  episodesLeftOut: count,
});

const share = told<FilingShareView>()("FilingShare", "A part of some filings.", {
  part: count,
  whole: count,
  share: maybe(part),
  filingIds: list(text),
});

const conduct = told<ConductView>()("Conduct", "How one owner files on one issuer: counts, no judgement.", {
  insider: party,
  issuer,
  filings: count,
  late: share,
  lateUnlessDeemed: list(text),
  latest: maybe(z.strictObject({ filingId: text, businessDays: number })),
  notAssessed: count,
  amendments: share,
  withoutPrice: z.strictObject({ figure, whole: count }),
  habits: list(z.strictObject({ words: text, expectedBy: text, broken: maybe(z.boolean()), rows: list(rowRef) })),
});

const meter = told<MeterView>()("DoubleCount", "What joint filings would add to the totals if every copy counted.", {
  gross: z.strictObject({ buys: figure, sales: figure }),
  net: z.strictObject({ buys: figure, sales: figure }),
  copies: count,
  byRule: list(z.strictObject({ rule: text, count })),
  events: list(
    z.strictObject({
      counted: rowLabel,
      copies: list(z.strictObject({ row: rowLabel, owners: list(party), rule: text, evidence: text })),
    }),
  ),
});

const BOTH = {
  dataVersion: count,
  asOf: maybe(day),
  audit,
  optionBook,
  flows: list(flow),
  conduct: list(conduct),
  pattern: tradingPattern,
};

export const insiderSections = told<InsiderSections>()(
  "InsiderSections",
  "Audit, option book, flows, conduct and trading pattern.",
  BOTH,
);

export const issuerSections = told<IssuerSections>()(
  "IssuerSections",
  "Audit, option book, flows, conduct, trading pattern and double counting.",
  { ...BOTH, meter },
);
