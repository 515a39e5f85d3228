import type { Random } from "../random";

type Texts = readonly [string, ...string[]];

const RANGES: Texts = [
  "The price reported is a weighted average. These shares were {done} in multiple transactions at prices ranging from {low} to {high}, inclusive. The reporting person undertakes to provide, upon request, full information regarding the number of shares {done} at each separate price.",
  "Represents the weighted average price of shares {done} in multiple trades ranging from {low} to {high}.",
  "Weighted average price. Actual prices ranged from a low of {low} to a high of {high}.",
  "This transaction was executed in several trades at prices from {low} to {high}; the price above is the weighted average.",
  "The shares were {done} in open market transactions at prices between {low} and {high}; the reported price is their weighted average.",
];

/** A weighted average's note with its range. Prices as text, `75.30`. */
export function rangeNote(low: string, high: string, side: "P" | "S", random: Random): string {
  return random
    .pick(RANGES)
    .replaceAll("{done}", side === "S" ? "sold" : "purchased")
    .replace("{low}", () => `$${low}`)
    .replace("{high}", () => `$${high}`);
}

export const WITHHOLDING: Texts = [
  "Shares withheld by the issuer to satisfy tax withholding obligations upon the vesting of restricted stock units.",
  "Represents shares withheld to cover taxes due on vesting.",
  "Shares retained by the issuer in payment of the reporting person's tax liability on the vesting.",
  "Withholding of securities for the payment of taxes associated with the vesting of the award.",
];
export const SELL_TO_COVER: Texts = [
  "Shares sold solely to cover tax withholding obligations in connection with the vesting of restricted stock units; the sale was required by the issuer.",
  "Sale mandated by the issuer's election to require tax withholding to be funded by a sell-to-cover transaction. It does not represent a discretionary transaction by the reporting person.",
];
export const UNIT_STRIKE: Texts = [
  "Each restricted stock unit represents a contingent right to receive one share of the issuer's stock.",
  "Each unit converts into one share upon vesting.",
];
export const NO_EXPIRY = "The restricted stock units have no expiration date.";
export const RESTRICTED_AWARD: Texts = [
  "Award of restricted stock that vests in equal annual installments over four years.",
  "Restricted shares granted under the issuer's equity incentive plan.",
  "Represents restricted stock; vesting is subject to continued service.",
];
export const BOARD_GRANT =
  "Annual grant to each non-employee director under the issuer's director compensation program.";
export const ESPP: Texts = [
  "Includes {n} shares acquired under the issuer's Employee Stock Purchase Plan on {date}.",
  "Includes {n} shares purchased through the ESPP on {date} in an exempt transaction.",
];
export const DIVIDEND_PLAN: Texts = [
  "Shares acquired through a dividend reinvestment plan.",
  "Acquired under the issuer's dividend reinvestment plan (DRIP).",
];
export const PLACEMENT =
  "Purchased directly from the issuer in a private placement at the price paid by all investors.";
export const OTHER_CHANGE: Texts = [
  "Shares received in a pro rata distribution from a partnership, for no consideration.",
  "Reclassification of shares in connection with an internal reorganization.",
];
export const PLAN_FUND = "Intra-plan transfer in the issuer's 401(k) plan stock fund.";
export const INHERITED = "Acquired by inheritance from the estate of a relative.";
export const SMALL = "Acquired in small amounts during the fiscal year.";
export const PRICE_IN_NOTE = "The price is to be determined under the formula of the agreement and has not been fixed.";
export const GIFT_CHARITY: Texts = [
  "Bona fide gift to a charitable organization for no consideration.",
  "Gift to a donor-advised fund.",
];
export const GIFT_FAMILY: Texts = [
  "Bona fide gift to a family member.",
  "Gift for no consideration to an adult child.",
];
export const GIFT_TRUST: Texts = [
  "Transferred by gift to a trust for the benefit of the reporting person's family.",
  "Bona fide gift to the reporting person's revocable trust.",
];
export const EXIT_REMARK: Texts = [
  "The reporting person is no longer subject to Section 16.",
  "Exit filing: the reporting person left the board of directors.",
];
