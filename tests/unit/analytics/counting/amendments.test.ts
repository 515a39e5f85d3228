import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amendmentDiff } from "@/lib/analytics/counting/amendment-diff";
import { findAmendments } from "@/lib/analytics/counting/amendments";
import { inForce } from "@/lib/analytics/counting/in-force";
import { type FiledRow, type FilingFacts, rowAddress } from "@/lib/analytics/rows/filed-row";
import { filing, holding, option, type RowSpec, tx } from "../../../support/filing-builder";

const DAY = "2024-03-01";
const sale = (shares: number, price: number, after: number, date = DAY, code = "S") =>
  tx(code, date, shares, price, "D", after);
const original = filing({ id: "o", filed: "2024-03-04", period: DAY, rows: [sale(100, 10, 900), sale(200, 11, 700)] });
const amended = (id: string, filed: string, rows: RowSpec[], more = {}) =>
  filing({ id, type: "4/A", filed, original: "2024-03-04", period: DAY, rows, ...more });
const pairs = (...filings: FilingFacts[]) =>
  [...findAmendments(filings).superseded].map(([address, { by }]) => `${address} by ${by}`).sort();
const standing = (filings: readonly FilingFacts[], asOf: string | null = null) =>
  inForce(filings, asOf).filings.flatMap((each) => each.rows.map(rowAddress));

describe("pairing by best match", () => {
  it.each<[string, RowSpec]>([
    ["share count", sale(150, 10, 850)],
    ["date", sale(100, 10, 900, "2024-02-29")],
    ["code", sale(100, 10, 900, DAY, "F")],
    ["price", sale(100, 12.5, 900)],
    ["title", tx("S", DAY, 100, 10, "D", 900, { securityTitle: "Class B Common Stock" })],
    [
      "form of ownership",
      tx("S", DAY, 100, 10, "D", 900, { directOrIndirectOwnership: "I", natureOfOwnership: "By Trust" }),
    ],
  ])("takes an amended %s for the same row", (_, row) => {
    expect(pairs(original, amended("a", "2024-03-20", [row]))).toEqual(["o#t1-tx1 by a#t1-tx1"]);
  });
  it("keeps each row's partner when all are restated", () => {
    const restated = [sale(200, 11, 700), sale(100, 10.5, 900)];
    expect(pairs(original, amended("a", "2024-03-20", restated))).toEqual([
      "o#t1-tx1 by a#t1-tx2",
      "o#t1-tx2 by a#t1-tx1",
    ]);
  });
  it("takes a row that the original forgot for a new one", () => {
    const filings = [original, amended("a", "2024-03-20", [sale(55, 12, 645)])];
    expect(pairs(...filings)).toEqual([]);
    expect(standing(filings)).toEqual(["o#t1-tx1", "o#t1-tx2", "a#t1-tx1"]);
  });
  it("leaves the trades when the amendment has holdings only (T18)", () => {
    const filings = [
      original,
      amended("a", "2024-03-20", [holding(50, { directOrIndirectOwnership: "I", natureOfOwnership: "By Spouse" })]),
    ];
    expect(standing(filings)).toEqual(["o#t1-tx1", "o#t1-tx2", "a#t1-h1"]);
  });
  it("does not pair a share with an option, nor another owner's, issuer's or form's row", () => {
    expect(pairs(original, amended("a", "2024-03-20", [option("S", DAY, 100, "D", 900)]))).toEqual([]);
    expect(pairs(original, amended("a", "2024-03-20", [sale(100, 10, 900)], { owners: ["101"] }))).toEqual([]);
    expect(pairs(original, amended("a", "2024-03-20", [sale(100, 10, 900)], { issuer: "2" }))).toEqual([]);
    expect(pairs(original, amended("a", "2024-03-20", [sale(100, 10, 900)], { type: "5/A" }))).toEqual([]);
  });
});

describe("which original", () => {
  const [whole] = [[sale(100, 10.25, 900), sale(200, 11, 700)]];
  it("is the one filed on the date that the amendment names", () => {
    const { amendments, superseded } = findAmendments([original, amended("a", "2024-03-20", whole)]);
    expect(amendments).toMatchObject([{ rule: "filing date", problem: null, original: { filingId: "o" } }]);
    expect(superseded.get("o#t1-tx1")).toMatchObject({
      supersededAt: "2024-03-20T22:00:00.000Z",
      by: "a#t1-tx1",
      evidence: "4/A names the original filed on 2024-03-04; 6 of 7 fields agree",
    });
  });
  it("is not guessed between two: nothing is superseded, both are named", () => {
    const twin = filing({ id: "p", filed: "2024-03-04", period: DAY, rows: [sale(7, 10, 600)] });
    const { amendments, superseded } = findAmendments([original, twin, amended("a", "2024-03-20", whole)]);
    expect(superseded.size).toBe(0);
    expect(amendments).toMatchObject([{ problem: "several candidate originals", original: null }]);
    expect(amendments[0]?.candidates.map((one) => one.filingId)).toEqual(["o", "p"]);
  });
  it("is not found when the date names none", () => {
    const { amendments } = findAmendments([original, amended("a", "2024-03-20", whole, { original: "2024-03-07" })]);
    expect(amendments).toMatchObject([{ problem: "original not found", candidates: [] }]);
  });
  it("is estimated by period and signature date where the filing date is not known", () => {
    const undated = filing({ id: "u", signed: "2024-03-01", period: DAY, rows: [sale(100, 10, 900)] });
    const later = filing({
      id: "a",
      type: "4/A",
      signed: "2024-03-20",
      original: "2024-03-04",
      period: DAY,
      rows: [sale(101, 10, 899)],
    });
    const { superseded } = findAmendments([undated, later]);
    expect(superseded.get("u#t1-tx1")).toMatchObject({ rule: "estimated", by: "a#t1-tx1" });
    const elsewhere = filing({ id: "v", signed: "2024-01-15", period: "2024-01-12", rows: [sale(100, 10, 900)] });
    expect(pairs(elsewhere, later)).toEqual([]);
  });
});

describe("chains", () => {
  const first = amended("a", "2024-03-10", [sale(110, 10, 890), sale(200, 11, 690)]);
  const ofOriginal = amended("b", "2024-03-20", [sale(120, 10, 880)]);
  const ofFirst = amended("c", "2024-03-25", [sale(205, 11, 675)], { original: "2024-03-10" });

  it("lead through amendments of the original and of amendments", () => {
    expect(pairs(original, first, ofOriginal, ofFirst)).toEqual([
      "a#t1-tx1 by b#t1-tx1",
      "a#t1-tx2 by c#t1-tx1",
      "o#t1-tx1 by a#t1-tx1",
      "o#t1-tx2 by a#t1-tx2",
    ]);
    expect(standing([original, first, ofOriginal, ofFirst])).toEqual(["b#t1-tx1", "c#t1-tx1"]);
  });
  it("go on where the original was never read", () => {
    const again = amended("d", "2024-03-28", [sale(120, 10, 880), sale(200, 11, 680)]);
    expect(pairs(first, again)).toEqual(["a#t1-tx1 by d#t1-tx1", "a#t1-tx2 by d#t1-tx2"]);
  });

  const all = [
    original,
    first,
    ofOriginal,
    ofFirst,
    filing({ id: "z", owners: ["9"], filed: "2024-03-12", rows: [sale(1, 1, 1)] }),
  ];

  it("are the same in any order of arrival", () => {
    const expected = findAmendments(all);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(findAmendments(shuffled)).toEqual(expected);
      }),
    );
  });
  it("as of T equal reading only what was known by T", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 31 }), (day) => {
        const asOf = `2024-03-${String(day).padStart(2, "0")}T23:00:00.000Z`;
        const known = all.filter((one) => one.knownAt !== null && one.knownAt <= asOf);
        expect(standing(all, asOf)).toEqual(standing(known));
        expect(inForce(all, asOf).notKnown).toHaveLength(all.length - known.length);
      }),
    );
    expect(standing(all, "2024-03-12T23:00:00.000Z")).toEqual(["a#t1-tx1", "a#t1-tx2", "z#t1-tx1"]);
  });
  it("keep the whole filing behind a row, and say what was superseded", () => {
    const force = inForce([original, ofOriginal]);
    const rows = force.filings.flatMap((one): readonly FiledRow[] => one.rows);
    expect(rows.map(rowAddress)).toEqual(["o#t1-tx2", "b#t1-tx1"]);
    expect(rows[0]?.filing.rows).toHaveLength(2);
    expect(force.superseded.map((one) => rowAddress(one.row))).toEqual(["o#t1-tx1"]);
  });
});

describe("the diff", () => {
  it("names each changed field, what is added, repeated and left out", () => {
    const more = [sale(150, 10, 850), sale(200, 11, 650), sale(9, 9.5, 641)];
    const [amendment] = findAmendments([original, amended("a", "2024-03-20", more)]).amendments;
    const diff = amendment === undefined ? null : amendmentDiff(amendment);
    expect(
      diff?.changed.map(({ beforeAddress, afterAddress, changes }) => ({ beforeAddress, afterAddress, changes })),
    ).toEqual([
      {
        beforeAddress: "o#t1-tx2",
        afterAddress: "a#t1-tx2",
        changes: [{ field: "sharesAfter", before: 700, after: 650 }],
      },
      {
        beforeAddress: "o#t1-tx1",
        afterAddress: "a#t1-tx1",
        changes: [
          { field: "shares", before: 100, after: 150 },
          { field: "sharesAfter", before: 900, after: 850 },
        ],
      },
    ]);
    expect(diff?.added.map((row) => row.anchor)).toEqual(["t1-tx3"]);
    expect(diff?.leftOut).toEqual([]);
  });
});
