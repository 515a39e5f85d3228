import { describe, expect, it } from "vitest";
import { compareTruth, type FoundTruth } from "@/lib/sample/compare-truth";
import { type IssuerTruth, TRUTH_KINDS, type TruthKinds } from "@/lib/sample/truth/truth";
import { marketOf } from "./markets";

const EMPTY: TruthKinds = {
  planStatus: [],
  plans: [],
  episodes: [],
  clusters: [],
  amendments: [],
  jointEvents: [],
  splits: [],
  ledgerResiduals: [],
  late: [],
  priceSlips: [],
  exits: [],
  shortSwing: [],
  gifts: [],
  totals: [],
};

function truthWith(kinds: Partial<TruthKinds>): { issuers: IssuerTruth[] } {
  return { issuers: [{ issuerCik: "1", issuerName: "Example", filings: 1, ...EMPTY, ...kinds }] };
}

function only(truth: Partial<TruthKinds>, found: FoundTruth) {
  const { kinds } = compareTruth(truthWith(truth), found);
  expect(kinds).toHaveLength(1);
  return kinds[0];
}

describe("compareTruth", () => {
  it("counts what is right, missed and invented", () => {
    const a = { key: "x#t1-tx1", by: "y#t1-tx1" };
    const b = { key: "x#t1-tx2", by: "y#t1-tx2" };
    const c = { key: "z#t1-tx1", by: "y#t1-tx3" };
    expect(only({ amendments: [a, b] }, { amendments: [c, a] })).toEqual({
      kind: "amendments",
      planted: 2,
      found: 2,
      precision: 0.5,
      recall: 0.5,
      missed: [{ key: "x#t1-tx2", differences: null }],
      invented: ["z#t1-tx1"],
    });
  });

  it("names the property that differs, and counts a wrong item on neither side", () => {
    const planted = { key: "9-1", form: "4", elapsed: 5, unit: "business", daysLate: 3, verdict: "late" } as const;
    expect(only({ late: [planted] }, { late: [{ ...planted, daysLate: 4 }] })).toMatchObject({
      precision: 0,
      recall: 0,
      missed: [{ key: "9-1", differences: ["daysLate: expected 3, found 4"] }],
      invented: [],
    });
  });

  it("ignores the order of lists and the noise of doubles, not a cent in a thousand dollars", () => {
    const planted = { key: "1|P", rows: 2, shares: 10, value: 1000 };
    expect(only({ totals: [planted] }, { totals: [{ ...planted, value: 1000.0000001 }] })).toMatchObject({ recall: 1 });
    expect(only({ totals: [planted] }, { totals: [{ ...planted, value: 1000.01 }] })).toMatchObject({ recall: 0 });
    const joint = { key: "a#1", merged: ["b#1", "c#1"] };
    expect(only({ jointEvents: [joint] }, { jointEvents: [{ key: "a#1", merged: ["c#1", "b#1"] }] })).toMatchObject({
      recall: 1,
    });
  });

  it("takes any day of a split that the filings leave open", () => {
    const planted = { key: "1|2", date: "2014-03-03", window: ["2014-02-20", "2014-03-10"] as [string, string] };
    const on = (date: string) => only({ splits: [planted] }, { splits: [{ ...planted, date }] })?.recall;
    expect([on("2014-02-20"), on("2014-03-10"), on("2014-03-11"), on("2014-02-19")]).toEqual([1, 1, 0, 0]);
  });

  it("does not compare what was not booked, nor a kind that was not derived", () => {
    const plan = {
      key: "1|2|2020-01",
      firstTrade: "2020-06-01",
      lastTrade: "2020-06-01",
      trades: 1,
      shares: 5,
      value: 50,
    };
    const found = { ...plan, daysToFirstTrade: 130, waiting: "not assessed" as const };
    expect(only({ plans: [plan], gifts: [{ key: "g", shares: 1, direction: "D" }] }, { plans: [found] })?.recall).toBe(
      1,
    );
  });

  it("counts a key found twice as invented", () => {
    const exit = { key: "9-1", owners: "2" };
    expect(only({ exits: [exit] }, { exits: [exit, exit] })).toMatchObject({
      precision: 0.5,
      recall: 1,
      invented: ["9-1"],
    });
  });

  it("has no recall without anything planted, and no precision without anything found", () => {
    expect(only({}, { exits: [] })).toMatchObject({ precision: 1, recall: null });
    expect(only({ exits: [{ key: "9-1", owners: "2" }] }, { exits: [] })).toMatchObject({ precision: null, recall: 0 });
  });

  it("finds a whole market equal to itself", () => {
    const { truth } = marketOf({ filings: 1000, seed: 9 });
    const found: TruthKinds = structuredClone(EMPTY);
    for (const issuer of truth.toReversed()) {
      for (const kind of TRUTH_KINDS) Object.assign(found, { [kind]: [...found[kind], ...issuer[kind]] });
    }
    for (const kind of compareTruth({ issuers: truth }, found).kinds) {
      expect([kind.kind, kind.precision, kind.recall, kind.missed, kind.invented]).toEqual([kind.kind, 1, 1, [], []]);
    }
  });
});
