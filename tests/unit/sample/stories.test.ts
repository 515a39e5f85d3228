import { describe, expect, it } from "vitest";
import { DEMO_MARKET } from "@/lib/sample/demo-market";
import { type IssuerTruth, TRUTH_KINDS } from "@/lib/sample/truth/truth";
import { marketOf, SEEDS } from "./markets";

/** The varieties of a kind's items that a market has. */
function varieties<T>(truth: readonly IssuerTruth[], of: (issuer: IssuerTruth) => readonly T[]): string[] {
  return [...new Set(truth.flatMap(of).map(String))].sort();
}

const MARKETS = [...SEEDS.map((seed) => ({ filings: 2000, seed })), DEMO_MARKET];

describe.each(MARKETS)("stories of $filings filings, seed $seed", (options) => {
  const { filings, truth } = marketOf(options);

  it("has every kind", () => {
    for (const kind of TRUTH_KINDS)
      expect([kind, truth.flatMap((issuer) => [...issuer[kind]]).length > 0]).toEqual([kind, true]);
  });

  it("has every variety", () => {
    expect(varieties(truth, (i) => i.planStatus.map((s) => `${s.status} by ${s.basis}`))).toEqual([
      "no by filing checkbox",
      "no by row footnote",
      "yes by filing checkbox",
      "yes by remarks",
      "yes by row footnote",
    ]);
    expect(varieties(truth, (i) => i.episodes.map((e) => e.type))).toEqual([
      "exchange",
      "mixed",
      "option exercise",
      "vest",
    ]);
    expect(varieties(truth, (i) => i.episodes.map((e) => e.class))).toEqual([
      "cash hold",
      "cash settlement",
      "sale",
      "stock-funded hold",
    ]);
    expect(varieties(truth, (i) => i.clusters.map((c) => c.key.split("|")[1]))).toEqual(["P", "S"]);
    expect(varieties(truth, (i) => i.ledgerResiduals.map((r) => r.explanation))).toEqual([
      "change of form",
      "footnote",
      "split",
      "unexplained",
    ]);
    expect(varieties(truth, (i) => i.late.map((l) => `${l.form} ${l.verdict}`))).toEqual(
      expect.arrayContaining(["3 late", "4 late", "4 late unless deemed"]),
    );
    const slips = varieties(truth, (i) => i.priceSlips.map((s) => s.kind));
    expect(slips).toEqual(
      expect.arrayContaining(["price outside its range", "power of ten", "price is a total", "range wider than $1"]),
    );
    expect(varieties(truth, (i) => i.gifts.map((g) => g.direction))).toEqual(["A", "D"]);
  });

  it("amends in full, in part and in chains, and once without touching a trade", () => {
    const superseded = new Map(truth.flatMap((i) => i.amendments.map((a) => [a.key, a.by] as const)));
    const chained = [...superseded.values()].filter((by) => superseded.has(by));
    const amended = filings.filter(({ document }) => document.documentType === "4/A");
    const holdingsOnly = amended.filter(({ document }) =>
      document.nonDerivativeTable.every((row) => row.kind === "holding"),
    );
    expect([chained.length > 0, holdingsOnly.length > 0]).toEqual([true, true]);
    expect(amended.every(({ document }) => document.dateOfOriginalSubmission !== null)).toBe(true);
  });

  it("refers only to rows that were written", () => {
    const accessions = new Set(filings.map(({ document }) => document.accession));
    const keys = truth.flatMap((i) => [
      ...i.planStatus,
      ...i.amendments,
      ...i.jointEvents,
      ...i.ledgerResiduals,
      ...i.gifts,
    ]);
    for (const { key } of keys) expect(accessions).toContain(key.split("#")[0]);
  });

  it("has each key of a kind once", () => {
    for (const kind of TRUTH_KINDS) {
      const keys = truth.flatMap((issuer) => issuer[kind].map((item) => item.key));
      expect([kind, new Set(keys).size]).toEqual([kind, keys.length]);
    }
  });
});
