import { describe, expect, test } from "vitest";
import { readIncludedShares } from "@/lib/analytics/footnotes/balance-notes/included-shares";
import { readMechanicalPurchases } from "@/lib/analytics/footnotes/balance-notes/mechanical-purchases";
import { readOwnershipTransfers } from "@/lib/analytics/footnotes/balance-notes/ownership-transfers";
import { readSplitMention } from "@/lib/analytics/footnotes/balance-notes/splits";
import { readAdsMention, readCurrencies } from "@/lib/analytics/footnotes/currencies";
import { saysSaleForTax } from "@/lib/analytics/footnotes/tax-sale";

describe("readIncludedShares", () => {
  test.each([
    ["Includes 312 shares acquired under the ESPP.", [[312, "employee stock purchase plan"]]],
    [
      "Includes an additional 2,306 shares acquired through a dividend reinvestment program.",
      [[2306, "dividend reinvestment"]],
    ],
    [
      "Balance includes approximately 8 shares acquired on June 10, 2023 through automatic dividend reinvestment.",
      [[8, "dividend reinvestment"]],
    ],
    [
      "Includes 74.201 shares acquired under the Employee Stock Purchase Plan.",
      [[74.201, "employee stock purchase plan"]],
    ],
    [
      "Includes 457 shares acquired under the Ardent Employee Stock Purchase Plan on June 30, 2022 and 273 shares acquired under the ESPP on December 31, 2022.",
      [
        [457, "employee stock purchase plan"],
        [273, "employee stock purchase plan"],
      ],
    ],
    ["Includes 16,297 shares issued upon the vesting of restricted stock units.", [[16297, "vesting"]]],
    ["Balance includes two shares acquired through the 401(k) plan.", [[2, "401(k)"]]],
    ["Includes 250,036 shares underlying RSUs granted under the 2021 Plan.", []],
    ["Reflects a transfer of 67,913 shares received from the trust.", []],
    ["Does not include 500 shares acquired by the spouse.", []],
    ["The reporting person acquired 500 shares under the ESPP.", []],
    ["Sold at $312 a share.", []],
  ])("%s", (text, expected) => {
    const found = readIncludedShares(text);
    expect(found.map((entry) => [entry.shares, entry.via])).toEqual(expected);
    for (const entry of found) expect(text).toContain(entry.words);
  });
});

describe("readSplitMention", () => {
  test.each([
    [
      "Adjusted to reflect the issuer's 1-for-4 reverse stock split effected on April 4, 2022.",
      0.25,
      true,
      true,
      "2022-04-04",
    ],
    ["On June 28, 2021, the common stock split 3-for-1.", 3, false, null, "2021-06-28"],
    [
      "On March 9, 2023, Ardent effected a one-for-four reverse stock split of its common stock.",
      0.25,
      true,
      null,
      "2023-03-09",
    ],
    ["The 10-for-1 reverse stock split took place on December 8, 2022.", 0.1, true, null, "2022-12-08"],
    ["A 1:3 Reverse Stock Split on 03/27/2023.", 1 / 3, true, null, "2023-03-27"],
    ["Effective on June 15, 2023 there was a 1 to 16 reverse stock split.", 0.0625, true, null, "2023-06-15"],
    ["Reflects a two-for-one stock split.", 2, false, true, null],
    ["Amounts do not reflect the 1-for-2 reverse stock split effective May 3, 2023.", 0.5, true, false, "2023-05-03"],
  ])("%s", (text, ratio, reverse, reflected, date) => {
    expect(readSplitMention(text)).toEqual({ ratio, reverse, reflected, date, words: text });
  });

  test.each([
    "Convertible on a one-for-one basis, subject to adjustment for share splits and the like.",
    "Adjustment in the event of a stock split or stock dividend.",
    "The trust was split between the beneficiaries' advisers, any stock split aside.",
    "Sold at 10 to 1.",
  ])("no split reported: %s", (text) => {
    expect(readSplitMention(text)).toBeNull();
  });
});

describe("readOwnershipTransfers", () => {
  test.each([
    ["Includes 4,755 shares previously owned directly that are now owned indirectly.", [["change of form", 4755]]],
    ["Shares transferred to the holder's revocable trust.", [["change of form", null]]],
    ["The transfer was exempt pursuant to Rule 16a-13.", [["change of form", null]]],
    ["A change in the form of beneficial ownership of 500 shares.", [["change of form", 500]]],
    [
      "The reporting person transferred 5,924 shares to her ex-spouse pursuant to a domestic relations order.",
      [["transfer", 5924]],
    ],
    ["The fund distributed 1,000 shares pro rata to its partners.", [["transfer", 1000]]],
    ["Reflects the contribution of the shares acquired on vesting to a living trust.", [["transfer", null]]],
    ["Reflects matching contributions of 12 shares to the 401(k) plan.", []],
    ["The shares may not be sold or transferred before 2025.", []],
    ["Converts into Class A upon any transfer.", []],
  ])("%s", (text, expected) => {
    expect(readOwnershipTransfers(text).map((entry) => [entry.kind, entry.shares])).toEqual(expected);
  });
});

describe("readMechanicalPurchases", () => {
  test.each([
    ["Shares acquired through dividend reinvestment.", [["dividend reinvestment", false]]],
    ["Acquired under the issuer's 401(k) plan.", [["401(k)", false]]],
    ["Purchased under the Employee Stock Purchase Plan.", [["employee stock purchase plan", false]]],
    ["Phantom units credited under the Deferred Compensation Plan.", [["deferred pay", false]]],
    ["Issued in lieu of cash retainer fees.", [["pay in shares", false]]],
    ["Purchased from the issuer in a private placement at $1.48.", [["placement", false]]],
    ["Depositary shares were purchased in an underwritten public offering.", [["placement", false]]],
    ["Includes 312 shares acquired under the ESPP.", [["employee stock purchase plan", true]]],
    ["Each Private Placement Warrant entitles its holder to one share.", []],
    ["Vests on the anniversary of the closing of the initial public offering of shares sold by the issuer.", []],
    ["Purchased on the open market.", []],
  ])("%s", (text, expected) => {
    expect(readMechanicalPurchases(text).map((entry) => [entry.kind, entry.aboutBalance])).toEqual(expected);
  });
});

describe("currencies and ADS", () => {
  test.each([
    ["The price was translated from New Taiwan dollars, NT$2,210, at the rate of NT$31.650 to US$1.", [["TWD", true]]],
    ["Sold on the Oslo exchange at NOK 101.50.", [["NOK", false]]],
    ["The price of €10.20 was converted to U.S. dollars.", [["EUR", true]]],
    ["Sold for C$12.00 per share.", [["CAD", false]]],
    ["Price in pence.", [["GBP", false]]],
    ["Sold at US$12.00 per share by Euronet Inc.", []],
    ["Sold at $12.00.", []],
  ])("%s", (text, expected) => {
    expect(readCurrencies(text).map((entry) => [entry.currency, entry.converted])).toEqual(expected);
  });

  test.each([
    ["Each American Depositary Share represents five (5) Common Shares.", 5],
    ["Each ADS represents 10 ordinary shares.", 10],
    ["Each ADS represents one-half of one ordinary share.", 0.5],
    ["The price is per ADS.", null],
  ])("%s", (text, ratio) => {
    expect(readAdsMention(text)?.sharesPerAds).toBe(ratio);
  });

  test("no ADS", () => {
    expect(readAdsMention("Each share represents one vote.")).toBeNull();
  });
});

test.each([
  ["Shares sold to cover tax withholding obligations upon vesting.", true],
  ["Sell-to-cover transaction.", true],
  ["Represents the number of shares required to be sold to satisfy tax withholding obligations.", true],
  ["The sale of shares is for the sole purpose of covering the tax liability of the reporting person.", true],
  ["The person automatically sold, solely for purposes of satisfying the tax-withholding obligation, 90 shares.", true],
  ["The sale was made to accommodate taxable income payment obligations upon the settlement of units.", true],
  ["The sale of shares in order to facilitate the payment of taxes related to vested units.", true],
  ["Shares sold for tax liability upon the vesting of restricted stock units.", true],
  ["The sale was made primarily for tax and estate planning purposes.", false],
  ["Sold for tax purposes.", false],
  ["Shares sold pursuant to a 10b5-1 plan.", false],
  ["Sold to pay the exercise price.", false],
])("sale for tax: %s", (text, expected) => {
  expect(saysSaleForTax(text)).toBe(expected);
});
