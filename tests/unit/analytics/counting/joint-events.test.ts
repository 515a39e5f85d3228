import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { doubleCountMeter, jointCopies, jointEvents, withoutCopies } from "@/lib/analytics/counting/joint-events";
import type { FilingFacts } from "@/lib/analytics/rows/filed-row";
import { type FilingSpec, filing, option, tx } from "../../../support/filing-builder";

const DAY = "2024-03-01";
const byFund = { directOrIndirectOwnership: "I", natureOfOwnership: "By Fund" };
const sold = (
  id: string,
  owner: string | { cik: string; name: string },
  after: number | null,
  more = {},
  spec: Partial<FilingSpec> = {},
) =>
  filing({
    id,
    owners: [owner],
    filed: `2024-03-0${id.length + 3}`,
    rows: [tx("S", DAY, 1000, 20, "D", after, more)],
    ...spec,
  });
const merged = (...filings: FilingFacts[]) =>
  jointEvents(filings).map((event) => [
    event.counted.filing.filingId,
    ...event.copies.map((copy) => `${copy.row.filing.filingId}: ${copy.relation.rule}`),
  ]);

describe("one event in several filings", () => {
  it("by equal indirect balances", () => {
    expect(merged(sold("a", "1", 5000, byFund), sold("bb", "2", 5000, byFund))).toEqual([
      ["a", "bb: indirect balances coincide"],
    ]);
  });
  it("by a spouse whose balance is told on both, and then whatever the balances", () => {
    const bySpouse = { directOrIndirectOwnership: "I", natureOfOwnership: "By Spouse" };
    const own = sold("a", "1", 5000);
    const mirrored = sold("bb", "2", 5000, bySpouse);
    expect(merged(own, mirrored)).toEqual([["a", "bb: named by the other"]]);
    expect(merged(own, sold("bb", "2", 4000, bySpouse))).toEqual([]);
    expect(merged(sold("a", "1", 0), sold("bb", "2", 0, bySpouse))).toEqual([]);
    expect(merged(own, sold("bb", "2", 5000, { ...bySpouse, natureOfOwnership: "By Spouse's Trust" }))).toEqual([]);
    // Two trades of one day, listed in another order: their balances differ, the couple is known.
    const later = (id: string, owner: string, after: number, more = {}) =>
      filing({ id, owners: [owner], filed: "2024-03-20", rows: [tx("S", "2024-03-15", 700, 21, "D", after, more)] });
    expect(merged(own, mirrored, later("dddd", "1", 4300), later("eeeee", "2", 4100, bySpouse))).toEqual([
      ["a", "bb: named by the other"],
      ["dddd", "eeeee: named by the other"],
    ]);
    // Both sell alike on one day, and each reports both, own shares first: two events.
    const alike = (id: string, owner: string, [direct, spouses]: [number, number]) =>
      filing({
        id,
        owners: [owner],
        filed: "2024-03-20",
        rows: [tx("S", "2024-03-15", 700, 21, "D", direct), tx("S", "2024-03-15", 700, 21, "D", spouses, bySpouse)],
      });
    const twice = [alike("dddd", "1", [4300, 9000]), alike("eeeee", "2", [9000, 4300])];
    expect(merged(own, mirrored, ...twice).slice(1)).toEqual([
      ["dddd", "eeeee: named by the other"],
      ["dddd", "eeeee: named by the other"],
    ]);
    // What both hold directly is not the spouse's.
    expect(merged(own, mirrored, later("dddd", "1", 4300), later("eeeee", "2", 4100))).toHaveLength(1);
  });
  it("by a shared owner", () => {
    const joint = filing({
      id: "bb",
      owners: ["1", "2"],
      filed: "2024-03-05",
      rows: [tx("S", DAY, 1000, 20, "D", 7, byFund)],
    });
    expect(merged(sold("a", "1", 5000, byFund), joint)).toEqual([["a", "bb: shared owner"]]);
  });
  it("by filing jointly elsewhere", () => {
    const elsewhere = filing({ id: "j", owners: ["1", "2"], filed: "2020-01-05", rows: [] });
    expect(merged(sold("a", "1", 5000, byFund), sold("bb", "2", 100), elsewhere)).toEqual([
      ["a", "bb: file jointly elsewhere"],
    ]);
  });
  it("by one being named in the other's nature of ownership or footnotes", () => {
    const fund = { cik: "2", name: "FICTIONAL GROWTH FUND III LP" };
    const nature = { directOrIndirectOwnership: "I", natureOfOwnership: "By Fictional Growth Fund III, L.P." };
    expect(merged(sold("a", fund, 100), sold("bb", "1", 5000, nature))).toEqual([["a", "bb: named by the other"]]);
    const person = { cik: "2", name: "IMAGINED JANE Q" };
    const noted = filing({
      id: "bb",
      owners: ["1"],
      filed: "2024-03-05",
      footnotes: { F1: "Held by the spouse, Jane Imagined." },
      rows: [tx("S", DAY, 1000, 20, "D", 1, byFund, { natureOfOwnership: ["F1"] })],
    });
    expect(merged(sold("a", person, 100), noted)).toEqual([["a", "bb: named by the other"]]);
  });
  it("by the same owners filing the same row and balance again", () => {
    expect(merged(sold("a", "1", 5000), sold("bb", "1", 5000))).toEqual([["a", "bb: filed again"]]);
    expect(merged(sold("a", "1", 5000), sold("bb", "1", 4000))).toEqual([]);
  });
  it("grows over three filings, the earliest counts, each copy names its relative", () => {
    const filings = [sold("ccc", "3", 5000, byFund), sold("a", "1", 5000, byFund), sold("bb", "2", 5000, byFund)];
    expect(merged(...filings)).toEqual([["a", "bb: indirect balances coincide", "ccc: indirect balances coincide"]]);
    expect(jointEvents(filings)[0]?.copies[0]).toMatchObject({ relatedTo: "a#t1-tx1", address: "bb#t1-tx1" });
  });
});

describe("two events that look alike", () => {
  it("are equal trades of unrelated owners", () => {
    expect(merged(sold("a", "1", 5000), sold("bb", "2", 5000, byFund))).toEqual([]);
  });
  it("are equal sales from two trusts of different names, even with equal balances", () => {
    const trustee = (name: string) => ({ F1: `Shares are held by ${name} as trustee for the ${name} Family Trust.` });
    const parallel = (id: string, owner: string, name: string) =>
      filing({
        id,
        owners: [owner],
        filed: "2024-03-05",
        footnotes: trustee(name),
        rows: [
          tx(
            "S",
            DAY,
            574,
            166.2903,
            "D",
            249132,
            { directOrIndirectOwnership: "I", natureOfOwnership: "By Trust" },
            { natureOfOwnership: ["F1"] },
          ),
        ],
      });
    expect(merged(parallel("a", "1", "Alder Holdings"), parallel("bb", "2", "Birch Investments"))).toEqual([]);
    expect(merged(parallel("a", "1", "Alder Holdings"), parallel("bb", "2", "Alder Holdings"))).toEqual([
      ["a", "bb: indirect balances coincide"],
    ]);
    const named = (id: string, owner: string, nature: string) =>
      sold(id, owner, 5000, { directOrIndirectOwnership: "I", natureOfOwnership: nature });
    expect(merged(named("a", "1", "By XYA Revocable Trust"), named("bb", "2", "By XYB Revocable Trust"))).toEqual([]);
    expect(merged(named("a", "1", "By Alder Fund, L.P."), named("bb", "2", "See footnote"))).toEqual([
      ["a", "bb: indirect balances coincide"],
    ]);
  });
  it("are equal purchases from nothing, whose balances coincide by themselves", () => {
    const from = (id: string, owner: string) =>
      filing({ id, owners: [owner], filed: "2024-03-05", rows: [tx("P", DAY, 25000, 10, "A", 25000, byFund)] });
    expect(merged(from("a", "1"), from("bb", "2"))).toEqual([]);
  });
  it("are equal board grants, even to partners who file jointly elsewhere", () => {
    const grant = (id: string, owner: string) =>
      filing({ id, owners: [owner], filed: "2024-03-05", rows: [tx("A", DAY, 500, 0, "A", 500)] });
    const elsewhere = filing({ id: "j", owners: ["1", "2"], filed: "2020-01-05", rows: [] });
    expect(merged(grant("a", "1"), grant("bb", "2"), elsewhere)).toEqual([]);
  });
  it("are identical rows within one filing", () => {
    const rows = [tx("S", DAY, 1000, 20, "D", 5000, byFund), tx("S", DAY, 1000, 20, "D", 5000, byFund)];
    expect(merged(filing({ id: "a", owners: ["1"], filed: "2024-03-04", rows }))).toEqual([]);
    const both = jointEvents(
      [1, 2].map((n) => filing({ id: `f${n}`, owners: [`${n}`], filed: `2024-03-0${n + 3}`, rows })),
    );
    expect(both.map((event) => [event.counted.anchor, event.copies.map((copy) => copy.address)])).toEqual([
      ["t1-tx1", ["f2#t1-tx1"]],
      ["t1-tx2", ["f2#t1-tx2"]],
    ]);
  });
});

describe("the double-count meter", () => {
  const filings = [sold("a", "1", 5000, byFund), sold("bb", "2", 5000, byFund), sold("ccc", "4", 10)];
  it("tells gross, net and what lies between", () => {
    const meter = doubleCountMeter(filings);
    expect([meter.gross.sales.value, meter.net.sales.value]).toEqual([60000, 40000]);
    expect([...meter.net.leftOutByReason]).toEqual([["joint copy", 1]]);
    expect(meter.events).toHaveLength(1);
  });
  it("leaves the counted rows", () => {
    const left = withoutCopies(filings, jointEvents(filings));
    expect(left.map((one) => one.rows.length)).toEqual([1, 0, 1]);
    expect([...jointCopies(jointEvents(filings))]).toEqual([["bb#t1-tx1", "joint copy"]]);
  });

  const anyFiling = fc.record({
    owner: fc.constantFrom("1", "2", "3"),
    shares: fc.constantFrom(100, 200),
    code: fc.constantFrom("P", "S"),
    indirect: fc.boolean(),
    after: fc.constantFrom(500, 900),
  });
  it("never has more net than gross, in any order, whatever the ticker", () => {
    fc.assert(
      fc.property(fc.array(anyFiling, { maxLength: 12 }), fc.boolean(), (specs, reversed) => {
        const build = (ticker: string) =>
          specs.map((one, i) =>
            filing({
              id: `f${String(i).padStart(2, "0")}`,
              ticker,
              owners: [one.owner],
              filed: `2024-03-${10 + i}`,
              rows: [
                tx(one.code, DAY, one.shares, 5, one.code === "P" ? "A" : "D", one.after, one.indirect ? byFund : {}),
              ],
            }),
          );
        const meter = doubleCountMeter(build("AAA"));
        expect(meter.net.buys.value).toBeLessThanOrEqual(meter.gross.buys.value);
        expect(meter.net.sales.value).toBeLessThanOrEqual(meter.gross.sales.value);
        const other = doubleCountMeter(reversed ? build("ZZZ").reverse() : build("ZZZ"));
        expect([other.net.net, other.gross.net, other.events.length]).toEqual([
          meter.net.net,
          meter.gross.net,
          meter.events.length,
        ]);
      }),
    );
  });
});

describe("rows of Table II beside a joint event", () => {
  const sponsor = { cik: "1", name: "Fictional Acquisition Sponsor LLC" };
  const warrants = { securityTitle: "Private Warrants", conversionOrExercisePrice: 11.5 };
  const surrendered = (id: string, owner: string | typeof sponsor, held: object, nature: string[]) =>
    filing({
      id,
      owners: [owner],
      filed: `2024-03-0${id.length + 3}`,
      footnotes: {
        F1: "Founder shares held by Fictional Acquisition Sponsor LLC were surrendered.",
        F2: "Held of record by it.",
      },
      rows: [
        option(
          "D",
          DAY,
          5300,
          "D",
          0,
          { securityTitle: "Class B Shares", ...held },
          { transactionShares: ["F1"], natureOfOwnership: nature },
        ),
        option("D", DAY, 6000, "D", 0, { ...warrants, ...held }, { natureOfOwnership: nature }),
      ],
    });
  const see = { directOrIndirectOwnership: "I", natureOfOwnership: "See footnote" };

  it("are of the holder whom the notes on another of the holder's rows name", () => {
    const copies = jointCopies(
      jointEvents([
        surrendered("a", sponsor, {}, []),
        surrendered("bb", "2", see, ["F2"]),
        surrendered("ccc", "3", see, ["F2"]),
      ]),
    );
    expect([...copies.keys()].sort()).toEqual(["bb#t2-tx1", "bb#t2-tx2", "ccc#t2-tx1", "ccc#t2-tx2"]);
  });
  it("are not of a holder who is described otherwise", () => {
    const mixed = surrendered("bb", "2", see, ["F2"]);
    const other = filing({
      id: "ccc",
      owners: ["3"],
      filed: "2024-03-06",
      footnotes: { F1: "Founder shares held by Fictional Acquisition Sponsor LLC were surrendered." },
      rows: [
        option("D", DAY, 5300, "D", 0, { securityTitle: "Class B Shares", ...see }, { transactionShares: ["F1"] }),
        option("D", DAY, 6000, "D", 0, { ...warrants, ...see, natureOfOwnership: "By spouse's account" }),
      ],
    });
    const copies = jointCopies(jointEvents([surrendered("a", sponsor, {}, []), mixed, other]));
    expect([...copies.keys()].sort()).toEqual(["bb#t2-tx1", "bb#t2-tx2", "ccc#t2-tx1"]);
  });
});
