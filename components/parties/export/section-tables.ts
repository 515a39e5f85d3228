import type { PlainTable } from "@/lib/format/tables/table-text";
import { countOf } from "@/lib/format/words";
import type { InsiderSections, TradeSequenceView } from "@/lib/services/sections/section-views";
import { tableOf } from "./party-tables";

/** Tables of what stands below a page's charts. */
export type SectionTable = "option-book" | "ledger-audit" | "conduct" | "trading-pattern";

/** Each table from the API's sections of its party. */
export const sectionTables: Readonly<Record<SectionTable, (sections: InsiderSections) => PlainTable>> = {
  "option-book": ({ optionBook }) =>
    tableOf(optionBook.grants, [
      ["owners", (grant) => grant.owners.map((owner) => owner.name ?? owner.cik).join("; ")],
      ["issuer_cik", (grant) => grant.issuer.cik],
      ["kind", (grant) => grant.kind],
      ["security", (grant) => grant.securityTitle],
      ["underlying", (grant) => grant.underlyingTitle],
      ["left", (grant) => grant.count.value],
      ["left_as_of", (grant) => grant.countDate],
      ["strike_usd", (grant) => grant.strike],
      ["expires", (grant) => grant.expirationDate],
      ["own_last_price_usd", (grant) => grant.lastPrice.value],
      ["own_last_price_date", (grant) => grant.lastPriceDate],
      ["intrinsic_value_usd", (grant) => grant.intrinsicValue.value],
      ["vesting", (grant) => grant.vesting.join(" ")],
    ]),
  "ledger-audit": ({ audit }) =>
    tableOf(audit.residuals, [
      ["date", (one) => one.to.date],
      ["owners", (one) => one.owners.map((owner) => owner.name ?? owner.cik).join("; ")],
      ["security", (one) => one.securityTitle],
      ["direct_indirect", (one) => one.directOrIndirect],
      ["nature_of_ownership", (one) => one.natureOfOwnership],
      ["balance_left", (one) => one.left],
      ["balance_found", (one) => one.found],
      ["difference", (one) => one.residual],
      ["explanation", (one) => one.explanation],
      ["evidence", (one) => one.evidence],
      ["filing_id", (one) => one.to.filingId],
      ["row", (one) => one.to.anchor],
    ]),
  conduct: ({ conduct }) =>
    tableOf(conduct, [
      ["insider", (one) => one.insider.name],
      ["insider_cik", (one) => one.insider.cik],
      ["issuer_cik", (one) => one.issuer.cik],
      ["filings", (one) => one.filings],
      ["late", (one) => one.late.part],
      ["assessed", (one) => one.late.whole],
      ["latest_business_days", (one) => one.latest?.businessDays ?? null],
      ["amendments", (one) => one.amendments.part],
      ["trades_without_price", (one) => one.withoutPrice.figure.value],
      ["trades", (one) => one.withoutPrice.whole],
      ["habits", (one) => one.habits.map((habit) => habit.words).join("; ")],
    ]),
  "trading-pattern": ({ pattern: { window, traders } }) =>
    tableOf(
      traders.flatMap((trader) => trader.years.map((year) => ({ trader, year }))),
      [
        ["insider", ({ trader }) => trader.insider.name],
        ["insider_cik", ({ trader }) => trader.insider.cik],
        ["issuer_cik", ({ trader }) => trader.issuer.cik],
        ["year", ({ year }) => year.year],
        ["trades", ({ year }) => year.trades],
        ["class", ({ year }) => year.class ?? "not assessed"],
        ["reason", ({ year }) => year.reason],
        ["trades_of_three_years_before", ({ year }) => year.evidence.value],
        ["net_purchase_ratio", ({ trader }) => trader.ratio.figure.value],
        ["ratio_from", () => window?.from ?? null],
        ["ratio_to", () => window?.to ?? null],
        ["ratio_purchases", ({ trader }) => trader.ratio.purchases],
        ["ratio_sales", ({ trader }) => trader.ratio.sales],
        ["sequences", ({ trader }) => trader.sequences.map(sequenceWords).join("; ")],
      ],
    ),
};

function sequenceWords({ side, first, last, trades, total }: TradeSequenceView): string {
  return `${side} ${first} to ${last}: ${countOf(trades, "row")}, ${total.value === null ? "value not known" : `$${total.value}`}`;
}
