import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPriceRanges } from "@/lib/analytics/footnotes/price-ranges";

/** Written for this test, labelled by hand: text and its ranges. */
const NOTES: readonly [string, [number, number][]][] = [
  ["Sold at prices ranging from $75.30 to $75.795 per share.", [[75.3, 75.795]]],
  ["Sold at prices ranging from $76.20 to $75.30.", [[75.3, 76.2]]],
  ["The highest price at which shares were sold was $262.47 and the lowest price was $261.52.", [[261.52, 262.47]]],
  ["The lowest price was $60.95. The highest price was $61.93.", [[60.95, 61.93]]],
  ["Sold from a low of $10.05 to a high of $10.50.", [[10.05, 10.5]]],
  ["Sold in a range of $.3331 to $.3531, inclusive.", [[0.3331, 0.3531]]],
  ["The range of prices was $2,948.49 - $2,949.10.", [[2948.49, 2949.1]]],
  ["Bought at prices between $5.82 and $5.83.", [[5.82, 5.83]]],
  ["Bought at prices ranging between $5.81and $5.83.", [[5.81, 5.83]]],
  ["The sale prices ranged from 108.6100 to 109.2500 per share.", [[108.61, 109.25]]],
  ["Sold at prices from $37.12 per share to $37.28 per share.", [[37.12, 37.28]]],
  ["Sold at $10.00–$10.25.", [[10, 10.25]]],
  ["Sold at prices ranging from US$10.00 to US$10.25.", [[10, 10.25]]],
  ["Sold at prices ranging from NOK 101.5 to NOK 103.", [[101.5, 103]]],
  [
    "Sold at prices ranging from $10.00 to $10.50, $11.00 to $11.75 and $12.00 to $12.30, respectively.",
    [
      [10, 10.5],
      [11, 11.75],
      [12, 12.3],
    ],
  ],
  [
    "Sold at prices ranging from $0.21 to $0.27, inclusive on 6/7/2023 and prices ranging from $0.21 to $0.24, inclusive on 6/8/2023.",
    [
      [0.21, 0.27],
      [0.21, 0.24],
    ],
  ],
  ["The purchase is matchable under Section 16(b) with sales at prices ranging from $7.00 to $8.00.", []],
  [
    "Sold at prices ranging from $5.00 to $5.20. The sales are matchable under Section 16(b) with purchases at prices ranging from $4.00 to $4.50.",
    [[5, 5.2]],
  ],
  ["Exempt from Section 16(b). Sold at prices ranging from $5.00 to $5.20.", [[5, 5.2]]],
  ["A payout ranging from 0% to 200% of target.", []],
  ["Trades ranging from 100 to 500 shares at $5.00.", []],
  ["Between January 3, 2023 and January 5, 2023 shares were sold at $5.00.", []],
  ["The conversion price was reduced from $5.00 to $3.00.", []],
  ["The exercise price increased from $5.00 to $6.00.", []],
  ["Full information is available within the ranges set forth in footnotes 1 to 3.", []],
  ["Vests in two tranches if the closing price exceeds $12.50 and $15.00, respectively.", []],
  ["Weighted average price; 121 shares at $6.14 and 600 shares at $6.15.", []],
  ["These shares were sold in multiple transactions at $.26.", []],
  // A second batch, written after the reader passed the first
  ["Prices ranged from a low of $10.00 to a high of $10.75.", [[10, 10.75]]],
  ["The high price was $10.75 and the low price was $10.00.", [[10, 10.75]]],
  ["Sold in multiple trades at prices from $10.75 down to $10.00.", [[10, 10.75]]],
  ["Sold at prices of $10.00 to $10.75 per share.", [[10, 10.75]]],
  ["Price range: $10.00 - $10.75.", [[10, 10.75]]],
  ["Price Range $10.00-10.75", [[10, 10.75]]],
  ["The actual sale prices were between $10.00 and $10.75.", [[10, 10.75]]],
  ["Weighted average of prices ranging from $10 to $10.75.", [[10, 10.75]]],
  ["Sold in the range of $1,010.00 to $1,010.75.", [[1010, 1010.75]]],
  ["Sold at prices ranging from $10.00 per share up to $10.75 per share.", [[10, 10.75]]],
  [
    "Shares sold on 1/3/2023 ranged from $10.00 to $10.50; shares sold on 1/4/2023 ranged from $11.00 to $11.50.",
    [
      [10, 10.5],
      [11, 11.5],
    ],
  ],
  [
    "In footnotes (2), (3) and (4), prices ranged from $10.00 to $10.50, $11.00 to $11.50, and $12.00 to $12.50, respectively.",
    [
      [10, 10.5],
      [11, 11.5],
      [12, 12.5],
    ],
  ],
  ["The lowest and highest sale prices were $10.00 and $10.75, respectively.", [[10, 10.75]]],
  ["The sale prices ranged from $10.75 (high) to $10.00 (low).", [[10, 10.75]]],
  ["Sold at a minimum price of $10.00 and a maximum price of $10.75.", [[10, 10.75]]],
  ["The price range was $10.00 through $10.75.", [[10, 10.75]]],
  ["sold in multiple transactions at prices ranging from $10.00 to and including $10.75.", [[10, 10.75]]],
  ["prices ranging from 10.00 to 10.75 USD", [[10, 10.75]]],
  ["The purchase prices ranged from C$10.00 to C$10.75.", [[10, 10.75]]],
  ["at prices ranging from €10.00 to €10.75", [[10, 10.75]]],
  ["at prices ranging from $ 10.00 to $ 10.75", [[10, 10.75]]],
  ["with a price range of $10.00 to $10.75", [[10, 10.75]]],
  ["Option exercise prices: $5.00 and $6.00.", []],
  ["The shares vest at stock prices of $10, $20 and $30.", []],
  ["The warrants are exercisable at prices ranging from $10.00 to $12.00.", [[10, 12]]],
  [
    "Transactions on Nov 1, 2022 (sales at prices ranging from $7 to $8) are subject to disgorgement of short-swing profits.",
    [],
  ],
  ["Sold between $10.00 and $10.75", [[10, 10.75]]],
  ["individual trades were at prices ranging from $10.00-$10.75, inclusive", [[10, 10.75]]],
  ["Shares sold at $10.00, $10.25 and $10.75.", []],
  ["Sold at a price of $10.00. Dividends of $1.00 to $2.00 were paid.", []],
  ["ranging from $10.0000 to $10.7500 with a weighted average of $10.40", [[10, 10.75]]],
  ["ranging from $10 to $10.75.", [[10, 10.75]]],
  ["Prices ranged from $10.75 to low of $10.00", [[10, 10.75]]],
  ["at prices between a low of $10.00 and a high of $10.75", [[10, 10.75]]],
  ["at prices which ranged from $10.00 on the low end to $10.75 on the high end", [[10, 10.75]]],
  // A third batch, likewise
  [
    "Sold at prices ranging from $154.40 to $155.33, inclusive, on February 1, 2023 and from $150.00 to $151.00 on February 2, 2023.",
    [
      [154.4, 155.33],
      [150, 151],
    ],
  ],
  ["Trades within a $1.00 range from $10.00 to $10.99.", [[10, 10.99]]],
  [
    "Price range of $10.00-$10.50 on 6/7/2023 and $11.00-$11.50 on 6/8/2023.",
    [
      [10, 10.5],
      [11, 11.5],
    ],
  ],
  [
    "(i) 100 shares at prices ranging from $10.00 to $10.50, and (ii) 200 shares at prices ranging from $11 to $11.5.",
    [
      [10, 10.5],
      [11, 11.5],
    ],
  ],
  ["Weighted average of sales from $10.00 to $10.50.", [[10, 10.5]]],
  ["between $10.00 – $10.50", [[10, 10.5]]],
  ["The lowest sales price was $10.00 per share and the highest was $10.50.", [[10, 10.5]]],
  ["High price $10.50, low price $10.00.", [[10, 10.5]]],
  ["in the price range $10.00 to $10.50", [[10, 10.5]]],
  ["at per-share prices of between $10 and $10.50", [[10, 10.5]]],
  ["(range: $10.00 - $10.50)", [[10, 10.5]]],
  [
    "Prices ranged from $10.00 to $10.50 for the shares sold by Fund I and from $10.05 to $10.45 for Fund II.",
    [
      [10, 10.5],
      [10.05, 10.45],
    ],
  ],
  ["Purchased at prices ranging from USD 10.00 to USD 10.50.", [[10, 10.5]]],
  [
    "These shares were sold in multiple transactions at prices ranging from $10.00 to $10.50 inclusive at a weighted average price of $10.25.",
    [[10, 10.5]],
  ],
  ["The per share prices ranged from approximately $10.00 to approximately $10.50.", [[10, 10.5]]],
  [
    "sold at prices ranging from $10.00 to $10.50. Purchases at $9.00 to $9.50 were reported earlier.",
    [
      [10, 10.5],
      [9, 9.5],
    ],
  ],
  ["Sold 500 shares at $10.00 to 3 buyers.", []],
  ["RSUs vest if the stock price is between $10.00 and $15.00.", [[10, 15]]],
  ["Shares were sold at $10.00 to satisfy $500 of taxes.", []],
  ["The price ranged from ten dollars to eleven dollars.", []],
  ["The average price was $10.25 (range $10.00 to $10.50).", [[10, 10.5]]],
  ["Multiple trades: low $10.00, high $10.50.", [[10, 10.5]]],
  [
    "Transaction executed in multiple trades at prices ranging from $1,234.5678 to $1,235.0001.",
    [[1234.5678, 1235.0001]],
  ],
  [
    "prices ranging from $10.00 to $10.50 on June 7, 2023, $10.60 to $11.00 on June 8, 2023 and $11.10 to $11.40 on June 9, 2023",
    [
      [10, 10.5],
      [10.6, 11],
      [11.1, 11.4],
    ],
  ],
  [
    "On June 7, 2023, at prices ranging from $10.00 to $10.50; on June 8, 2023, at prices ranging from $10.60 to $11.00.",
    [
      [10, 10.5],
      [10.6, 11],
    ],
  ],
  ["Price translated at exchange rates ranging from 1.30 to 1.35.", []],
  ["The prices ranged from $10.00 to 10.50.", [[10, 10.5]]],
  [
    "The shares were sold in multiple transactions at prices ranging from $10.00 to $10.50. These sales are not matchable under Section 16(b).",
    [[10, 10.5]],
  ],
  ["at prices ranging from $9.995 to $10", [[9.995, 10]]],
  ["at prices ranging from $0.0001 to $0.0003 per warrant", [[0.0001, 0.0003]]],
  ["Sold in several trades. High/low of $10.50/$10.00.", [[10, 10.5]]],
  ["Low / high sale prices: $10.00 / $10.50 per share.", [[10, 10.5]]],
  ["High/high of $10.50/$10.00.", []],
  ["The high/low estimate was 10/5.", []],
  ["Acquired with employer matching contributions at prices ranging from $10.00 to $10.50.", [[10, 10.5]]],
];

describe("readPriceRanges", () => {
  test.each(NOTES)("%s", (text, expected) => {
    const ranges = readPriceRanges(text);
    expect(ranges.map((range) => [range.low, range.high])).toEqual(expected);
    for (const range of ranges) expect(text).toContain(range.words);
  });

  test("a range carries the day that the note ties to it", () => {
    const text =
      "Prices ranging from $0.21 to $0.27, inclusive on 6/7/2023 and prices ranging from $0.21 to $0.24 on 6/8/2023.";
    expect(readPriceRanges(text).map((range) => range.date)).toEqual(["2023-06-07", "2023-06-08"]);
  });

  test.each([
    [
      "prices ranging from $10.00 to $10.50 on June 7, 2023, $10.60 to $11.00 on June 8, 2023 and $11.10 to $11.40 on June 9, 2023",
      ["2023-06-07", "2023-06-08", "2023-06-09"],
    ],
    [
      "On June 7, 2023, at prices ranging from $10.00 to $10.50; on June 8, 2023, at prices ranging from $10.60 to $11.00.",
      ["2023-06-07", "2023-06-08"],
    ],
    ["Prices ranging from $10.00 to $10.50.", [null]],
  ])("%s", (text, dates) => {
    expect(readPriceRanges(text).map((range) => range.date)).toEqual(dates);
  });

  test("reads back any two prices, whichever comes first", () => {
    const price = fc.integer({ min: 1, max: 9_999_999 }).map((cents) => cents / 100);
    fc.assert(
      fc.property(price, price, fc.constantFrom(" to ", " - ", "–", " through "), (a, b, joint) => {
        const [range] = readPriceRanges(`Sold at prices ranging from $${a}${joint}$${b}, inclusive.`);
        expect([range?.low, range?.high]).toEqual([Math.min(a, b), Math.max(a, b)]);
      }),
    );
  });
});
