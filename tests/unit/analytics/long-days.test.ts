import { describe, expect, it } from "vitest";
import { exerciseEpisodes } from "@/lib/analytics/exercise/episodes";
import { planOfRow } from "@/lib/analytics/plans/plan-of-row";
import { priceBand } from "@/lib/analytics/prices/price-band";
import { priceFlags } from "@/lib/analytics/prices/price-flags";
import { filing, option, tx } from "../../support/filing-builder";

const DAY = "2024-03-01";
const MANY = 4_000;
const each = <T>(make: (i: number) => T): T[] => Array.from({ length: MANY }, (_, i) => make(i));

/**
 * Thousands of rows of one day, form and owner. Where each is compared with all others, or asks all notes, these take from ten
 * seconds to minutes and meet the runner's own limit; by look-up they take a part of a second.
 */
describe("a form of thousands of rows", () => {
  it("reads each row's own note on its plan", () => {
    const date = (i: number) => `20${10 + (i % 14)}-05-${String(1 + (i % 28)).padStart(2, "0")}`;
    const notes = each((i) => [`F${i}`, `Sale no. ${i}, made pursuant to a Rule 10b5-1 plan adopted on ${date(i)}.`]);
    const facts = filing({
      id: "a",
      filed: "2024-03-04",
      footnotes: Object.fromEntries(notes),
      rows: each((i) => tx("S", DAY, 10, 20, "D", null, {}, { transactionCode: [`F${i}`] })),
    });
    const found = facts.rows.map((row) => planOfRow(row)?.adoptionDates.map((one) => [one.date, one.footnoteId]));
    expect(found).toEqual(each((i) => [[date(i), `F${i}`]]));
  });

  it("finds each row's own of the ranges of one note", () => {
    const ranges = each((i) => `$${20 + i}.00 to $${20 + i}.50`);
    const facts = filing({
      id: "a",
      filed: "2024-03-04",
      footnotes: { F1: `Sold at prices ranging from ${ranges.join(", ")}, respectively.` },
      rows: each((i) => tx("S", DAY, 10, 20.25 + i, "D", null, {}, { transactionPricePerShare: ["F1"] })),
    });
    expect(facts.rows.map((row) => [priceBand(row)?.low, priceBand(row)?.high])).toEqual(
      each((i) => [20 + i, 20.5 + i]),
    );
  });

  it("pairs each exercise with its own derivative", () => {
    const facts = filing({
      id: "a",
      filed: "2024-03-04",
      rows: [
        ...each((i) => tx("M", DAY, 1 + i, 10, "A", null)),
        ...each((i) => option("M", DAY, MANY - i, "D", null, { conversionOrExercisePrice: 10 })),
      ],
    });
    const [episode] = exerciseEpisodes([facts]);
    expect(episode?.legs.map((leg) => leg.derivatives.map((row) => row.n))).toEqual(each((i) => [MANY - i]));
    expect(episode?.cost).toBe((10 * MANY * (MANY + 1)) / 2);
  });

  it("takes the cost of derivatives that match no row from all of them together", () => {
    const facts = filing({
      id: "a",
      filed: "2024-03-04",
      rows: [
        ...each(() => tx("M", DAY, 3, null, "A", null)),
        ...each((i) => option("M", DAY, 30_000, "D", null, { conversionOrExercisePrice: i % 2 === 0 ? 10 : 20 })),
      ],
    });
    const [episode] = exerciseEpisodes([facts]);
    expect(episode?.legs).toHaveLength(MANY);
    // The day's derivatives speak of other counts: their strikes differ, so none is known.
    expect([episode?.cost, episode?.flags]).toEqual([null, ["derivative-row-differs"]]);
  });

  it("flags the one price that all others of the day speak against", () => {
    const others = each((i) =>
      filing({ id: `b${i}`, owners: [String(i)], filed: DAY, rows: [tx("S", DAY, 5, 20 + (i % 3), "D", null)] }),
    );
    const slip = filing({ id: "a", owners: ["9999"], filed: DAY, rows: [tx("S", DAY, 5, 2100, "D", null)] });
    const flags = priceFlags([...others, slip]);
    expect(flags.map((flag) => [flag.address, flag.flag, flag.against.length])).toEqual([
      ["a#t1-tx1", "power of ten", MANY],
    ]);
  });
});
