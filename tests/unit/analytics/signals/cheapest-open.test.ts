import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addMonths } from "@/lib/analytics/rows/day-numbers";
import type { FiledRow } from "@/lib/analytics/rows/filed-row";
import { shortSwings } from "@/lib/analytics/signals/short-swing";
import { filing, tx } from "../../../support/filing-builder";

interface Trade {
  day: string;
  shares: number;
  price: number;
}

/** The rule in its plainest words: highest sale first, each against every purchase in order of price. */
function plainly(bought: readonly Trade[], sold: readonly Trade[]): number[][] {
  const left = bought.map((one) => ({ ...one })).sort((a, b) => a.price - b.price);
  const pairs: number[][] = [];
  for (const sale of [...sold].sort((a, b) => b.price - a.price)) {
    let open = sale.shares;
    for (const purchase of left) {
      const shares = Math.min(open, purchase.shares);
      const apart = purchase.day <= addMonths(sale.day, -6) || purchase.day >= addMonths(sale.day, 6);
      if (apart || shares <= 0 || sale.price <= purchase.price) continue;
      open -= shares;
      purchase.shares -= shares;
      pairs.push([purchase.price, sale.price, shares]);
    }
  }
  return pairs;
}

function swings(bought: readonly Trade[], sold: readonly Trade[]) {
  const rows = [
    ...bought.map(({ day, shares, price }) => tx("P", day, shares, price, "A", null)),
    ...sold.map(({ day, shares, price }) => tx("S", day, shares, price, "D", null)),
  ];
  return shortSwings(filing({ id: "a", filed: "2024-12-31", rows }).rows);
}

const figures = ({ purchase, sale, shares }: { purchase: FiledRow; sale: FiledRow; shares: number }) => [
  purchase.price,
  sale.price,
  shares,
];

describe("the cheapest open purchase", () => {
  // Prices that differ, so that no tie is left to the order of rows.
  const trades = (cents: number) =>
    fc
      .array(fc.record({ month: fc.integer({ min: 1, max: 28 }), shares: fc.integer({ min: 1, max: 9 }) }), {
        maxLength: 14,
      })
      .chain((some) =>
        fc.shuffledSubarray([...some.keys()], { minLength: some.length }).map((rank) => ({ some, rank })),
      )
      .map(({ some, rank }) =>
        some.map(({ month, shares }, i) => ({
          day: addMonths("2022-01-15", month),
          shares,
          price: 10 + (rank[i] ?? 0) / 10 + cents / 100,
        })),
      );

  it("makes the pairs that looking through all purchases makes", () => {
    fc.assert(
      fc.property(trades(0), trades(5), (bought, sold) => {
        expect(swings(bought, sold).flatMap((one) => one.pairs.map(figures))).toEqual(plainly(bought, sold));
      }),
    );
  });
});
