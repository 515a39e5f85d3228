import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { filerConduct } from "@/lib/analytics/conduct/filer-conduct";
import { findAmendments } from "@/lib/analytics/counting/amendments";
import { inForce } from "@/lib/analytics/counting/in-force";
import { doubleCountMeter, jointEvents, withoutCopies } from "@/lib/analytics/counting/joint-events";
import { exerciseEpisodes } from "@/lib/analytics/exercise/episodes";
import { exerciseFlows } from "@/lib/analytics/exercise/exercise-flow";
import { balanceLines } from "@/lib/analytics/holdings/balance-lines";
import { ledgerAudit } from "@/lib/analytics/holdings/ledger-audit";
import { optionBook } from "@/lib/analytics/holdings/option-book";
import { roster } from "@/lib/analytics/holdings/roster";
import { findSplits } from "@/lib/analytics/holdings/splits";
import { planCards } from "@/lib/analytics/plans/plans";
import { flaggedOut, priceFlags } from "@/lib/analytics/prices/price-flags";
import { type FiledRow, type FilingFacts, rowAddress } from "@/lib/analytics/rows/filed-row";
import { findClusters } from "@/lib/analytics/signals/clusters";
import { exits } from "@/lib/analytics/signals/exits";
import { gifts } from "@/lib/analytics/signals/gifts";
import { netPurchaseRatio } from "@/lib/analytics/signals/net-purchase-ratio";
import { routineVerdicts } from "@/lib/analytics/signals/routine";
import { tradeSequences } from "@/lib/analytics/signals/sequences";
import { shortSwings } from "@/lib/analytics/signals/short-swing";
import { stableSum } from "@/lib/analytics/sums";
import { rowValue, totals } from "@/lib/analytics/values";
import { type FilingSpec, filing, option, type RowSpec, tx } from "../../support/filing-builder";

const AS_OF = "2024-12-31";

/** Every measure over one issuer's filings, as plain text with row addresses in the place of rows and filings. */
function measure(filings: readonly FilingFacts[]): string {
  const force = inForce(filings).filings;
  const events = jointEvents(force);
  const net = withoutCopies(force, events);
  const rows = net.flatMap((one) => one.rows);
  const excluded = flaggedOut(priceFlags(force));
  const lines = balanceLines(force);
  const splits = findSplits(lines, force);
  return plain({
    amendments: findAmendments(filings),
    meter: doubleCountMeter(force, excluded),
    lines,
    splits,
    audit: ledgerAudit(lines, splits),
    options: optionBook(force, { asOf: AS_OF }),
    roster: roster(force),
    episodes: exerciseEpisodes(net, { asOf: AS_OF }),
    flows: exerciseFlows(exerciseEpisodes(net), net),
    plans: planCards(net, { asOf: AS_OF, excluded }),
    clusters: findClusters(force, { persons: 2, value: 1, excluded }),
    conduct: filerConduct(filings, { asOf: AS_OF }),
    ratio: netPurchaseRatio(rows, AS_OF),
    routine: routineVerdicts(rows),
    sequences: tradeSequences(rows),
    swings: shortSwings(rows),
    gifts: gifts(rows),
    exits: exits(force),
  });
}

function plain(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => {
    if (inner instanceof Map) return [...inner];
    if (isRow(inner)) return rowAddress(inner);
    if (isFiling(inner)) return inner.filingId;
    return inner;
  });
}

function isRow(value: unknown): value is FiledRow {
  return typeof value === "object" && value !== null && "anchor" in value && "footnoteIds" in value;
}

function isFiling(value: unknown): value is FilingFacts {
  return typeof value === "object" && value !== null && "filingId" in value && "rows" in value && "footnotes" in value;
}

const days = fc.integer({ min: 0, max: 300 }).map((n) => new Date(Date.UTC(2024, 0, 2 + n)).toISOString().slice(0, 10));
const rowSpecs = fc
  .record({
    kind: fc.constantFrom("P", "S", "M", "G", "F"),
    date: days,
    shares: fc.constantFrom(100, 200, 1000),
    price: fc.option(fc.constantFrom(10, 11.5, 1150, 0), { nil: null }),
    after: fc.option(fc.constantFrom(0, 500, 1000, 3000), { nil: null }),
    indirect: fc.boolean(),
  })
  .map(({ kind, date, shares, price, after, indirect }): RowSpec[] => {
    const form = indirect ? { directOrIndirectOwnership: "I", natureOfOwnership: "By Trust" } : {};
    const row = tx(kind, date, shares, price, kind === "P" || kind === "M" ? "A" : "D", after, form, {
      transactionCode: ["F1"],
    });
    return kind === "M" ? [row, option("M", date, shares, "D", after)] : [row];
  });
const filingSpecs = fc.record({
  owner: fc.constantFrom(["1"], ["2"], ["1", "3"]),
  filed: days,
  amends: fc.option(days, { nil: null }),
  note: fc.constantFrom(
    "Pursuant to a Rule 10b5-1 trading plan adopted on May 1, 2023.",
    "Includes 500 shares acquired under the ESPP.",
    "-",
  ),
  rows: fc.array(rowSpecs, { minLength: 1, maxLength: 4 }),
});
const manyFilings = fc.array(filingSpecs, { minLength: 1, maxLength: 8 });

type Spec = typeof filingSpecs extends fc.Arbitrary<infer T> ? T : never;

function build(specs: readonly Spec[], more: Partial<FilingSpec> = {}): FilingFacts[] {
  return specs.map((spec, i) =>
    filing({
      id: `f${i}`,
      owners: spec.owner,
      filed: spec.filed,
      type: spec.amends === null ? "4" : "4/A",
      original: spec.amends ?? undefined,
      footnotes: { F1: spec.note },
      rows: spec.rows.flat(),
      ...more,
    }),
  );
}

describe("every measure", () => {
  it("gives the same whatever the order of the filings, and whichever come twice", () => {
    fc.assert(
      fc.property(manyFilings, fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), (specs, keys) => {
        const filings = build(specs);
        const shuffled = [...filings].sort(
          (a, b) => (keys[Number(a.filingId.slice(1))] ?? 0) - (keys[Number(b.filingId.slice(1))] ?? 0),
        );
        expect(measure(shuffled)).toBe(measure(filings));
        expect(measure([...filings, ...shuffled.slice(0, 1)])).toBe(measure(filings));
      }),
      { numRuns: 30 },
    );
  });

  it("doesn't change when the ticker does", () => {
    fc.assert(
      fc.property(manyFilings, (specs) => {
        expect(measure(build(specs, { ticker: "AFTR" }))).toBe(measure(build(specs, { ticker: "BEFR" })));
      }),
      { numRuns: 25 },
    );
  });

  it("leaves an issuer's results alone when another issuer's filing arrives", () => {
    fc.assert(
      fc.property(manyFilings, filingSpecs, (specs, stranger) => {
        const filings = build(specs);
        const [other] = build([stranger], { id: "z", issuer: "2" });
        const all = [...filings, ...(other === undefined ? [] : [other])];
        const own = (of: FilingFacts[]) => ({
          lines: balanceLines(of).filter((line) => line.issuerCik === "1"),
          episodes: exerciseEpisodes(of).filter((episode) => episode.issuerCik === "1"),
          plans: planCards(of).filter((plan) => plan.issuerCik === "1"),
          superseded: findAmendments(of).superseded,
          clusters: findClusters(of, { persons: 2, value: 1 }).clusters.filter((cluster) => cluster.issuerCik === "1"),
          flags: priceFlags(of).filter((flag) => flag.row.filing.issuerCik === "1"),
          swings: shortSwings(of.flatMap((one) => one.rows)).filter((swing) => swing.issuerCik === "1"),
        });
        expect(plain(own(all))).toBe(plain(own(filings)));
      }),
      { numRuns: 25 },
    );
  });

  it("has totals that are the sums of their rows, and net at most gross", () => {
    fc.assert(
      fc.property(manyFilings, (specs) => {
        const force = inForce(build(specs)).filings;
        const { gross, net } = doubleCountMeter(force, flaggedOut(priceFlags(force)));
        for (const side of ["buys", "sales"] as const) {
          expect(net[side].value).toBeLessThanOrEqual(gross[side].value);
          for (const total of [gross, net]) {
            expect(total[side].value).toBe(stableSum(total[side].rows.map((row) => rowValue(row).value ?? Number.NaN)));
          }
        }
        const all = force.flatMap((one) => one.rows);
        const listed = [...net.buys.rows, ...net.sales.rows, ...net.leftOut.map((out) => out.row)];
        expect(new Set(listed.map(rowAddress)).size).toBe(all.length);
        expect(totals(all).leftOut.length + totals(all).buys.rows.length + totals(all).sales.rows.length).toBe(
          all.length,
        );
      }),
    );
  });

  it("as of T is what reading only the filings known by T gives", () => {
    fc.assert(
      fc.property(manyFilings, days, (specs, day) => {
        const filings = build(specs);
        const asOf = `${day}T23:00:00.000Z`;
        const known = filings.filter((one) => one.knownAt !== null && one.knownAt <= asOf);
        expect(plain(inForce(filings, asOf).filings.map((one) => one.rows))).toBe(
          plain(inForce(known).filings.map((one) => one.rows)),
        );
        const [then, alone] = [inForce(filings, asOf).filings, inForce(known).filings];
        expect(plain(balanceLines(then))).toBe(plain(balanceLines(alone)));
        expect(plain(exerciseEpisodes(then))).toBe(plain(exerciseEpisodes(alone)));
        expect(plain(jointEvents(then))).toBe(plain(jointEvents(alone)));
      }),
      { numRuns: 30 },
    );
  });
});
