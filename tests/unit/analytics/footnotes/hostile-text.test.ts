import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readIncludedShares } from "@/lib/analytics/footnotes/balance-notes/included-shares";
import { readMechanicalPurchases } from "@/lib/analytics/footnotes/balance-notes/mechanical-purchases";
import { readOwnershipTransfers } from "@/lib/analytics/footnotes/balance-notes/ownership-transfers";
import { readSplitMention } from "@/lib/analytics/footnotes/balance-notes/splits";
import { readAdsMention, readCurrencies } from "@/lib/analytics/footnotes/currencies";
import { readPlanDates } from "@/lib/analytics/footnotes/plan-notes/adoption-dates";
import { readPlanMention } from "@/lib/analytics/footnotes/plan-notes/plan-mention";
import { readPriceRanges } from "@/lib/analytics/footnotes/price-ranges";
import { sentencesOf } from "@/lib/analytics/footnotes/sentences";
import { saysSaleForTax } from "@/lib/analytics/footnotes/tax-sale";

const READERS: readonly [string, (text: string) => unknown][] = [
  ["sentencesOf", sentencesOf],
  ["readPlanMention", readPlanMention],
  ["readPlanDates", readPlanDates],
  ["readPriceRanges", readPriceRanges],
  ["readIncludedShares", readIncludedShares],
  ["readMechanicalPurchases", readMechanicalPurchases],
  ["readOwnershipTransfers", readOwnershipTransfers],
  ["readSplitMention", readSplitMention],
  ["readCurrencies", readCurrencies],
  ["readAdsMention", readAdsMention],
  ["saysSaleForTax", saysSaleForTax],
];

const MEGABYTE = 1_000_000;
const fill = (piece: string) => piece.repeat(Math.ceil(MEGABYTE / piece.length));

/** A footnote of a megabyte, built to make a careless pattern go back and forth. */
const HOSTILE: readonly [string, string][] = [
  ["spaces", fill(" ")],
  ["line breaks", fill("\n")],
  ["stops", fill(". ")],
  ["digits", fill("1")],
  ["dates", `10b5-1 plan adopted ${fill("May 1, 2020, ")}`],
  ["dates without years", `10b5-1 plan adopted ${fill("May 1, ")}`],
  ["adoptions", `10b5-1 ${fill("adopted ")}`],
  ["mentions", fill("not under a 10b5-1 plan ")],
  ["bare mentions", fill("10b5-1 ")],
  ["negations", `${fill("not no none ")} 10b5-1`],
  ["prices", `prices ranging from ${fill("$10.00 to $11.00, ")}`],
  ["dollars", fill("$10.00 ")],
  ["highs and lows", fill("highest lowest price ")],
  ["highs", `low ${fill("highest $1 ")}`],
  ["inclusions", `Includes ${fill("1 share ")}`],
  ["counts", `Includes ${fill("1,000 ")}`],
  ["splits", fill("1-for-2 split ")],
  ["sales", fill("sold to cover ")],
  ["sales for", `sales ${fill("to pay ")}`],
  ["dividends", fill("dividend ")],
  ["transfers", fill("transferred previously ")],
  ["contributions", fill("contributed ")],
  ["ADSs", fill("each ADS ")],
  ["converted", fill("converted ")],
  ["purchases", fill("purchased ")],
  ["commas", fill(",")],
  ["quotes and stops", fill('."')],
  ["brackets", fill("(")],
];

describe.each(HOSTILE)("a megabyte of %s", (_name, text) => {
  test.each(READERS)("%s returns in time", (_reader, read) => {
    const before = performance.now();
    read(text);
    expect(performance.now() - before).toBeLessThan(10_000);
  });
});

test("no reader throws, whatever the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
      for (const [, read] of READERS) read(text);
    }),
  );
});
