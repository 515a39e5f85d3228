import { describe, expect, it } from "vitest";
import { restWords, watchedRowsWords, watchTitle } from "@/lib/format/watch-words";
import type { WatchedRows } from "@/lib/services/watch/watch-view";

const ROW = { filingId: "0000000001-24-000001", anchor: "t1-tx1" };
const SALE: WatchedRows = {
  rows: [ROW, { ...ROW, anchor: "t1-tx2" }],
  table: "I",
  code: "S",
  acquiredDisposed: "D",
  securityTitle: "Common Stock",
  planned: true,
  shares: 2000,
  value: 152_750.75,
  lowPrice: 75.5351,
  highPrice: 77.2,
  firstTrade: "2018-12-10",
  lastTrade: "2018-12-10",
};

describe("the words of a watched filing", () => {
  it.each<[Partial<WatchedRows>, string]>([
    [{}, "sale (S), 10 Dec 2018: 2,000 Common Stock in 2 rows, at $75.5351 to $77.20, $152,750.75; planned (10b5-1)"],
    [
      { rows: [ROW], lowPrice: 77.2, planned: false },
      "sale (S), 10 Dec 2018: 2,000 Common Stock, at $77.20, $152,750.75; not planned",
    ],
    [
      { rows: [ROW], lowPrice: null, highPrice: null, value: null, planned: null },
      "sale (S), 10 Dec 2018: 2,000 Common Stock, price not reported; plan not reported",
    ],
    [
      { rows: [ROW], code: "A", shares: null, value: null, lowPrice: 0, highPrice: 0, securityTitle: null },
      "grant or award (A), 10 Dec 2018: an unreported number of untitled, at $0.00",
    ],
    [
      { rows: [ROW], table: "II", code: "M", value: null, lastTrade: "2019-01-02" },
      "exercise (M), 10 Dec 2018 – 2 Jan 2019: 2,000 Common Stock",
    ],
    [
      { rows: [ROW], code: null, firstTrade: null, lastTrade: null, lowPrice: 1, highPrice: 1, value: 2000 },
      "no code, no date: 2,000 Common Stock, at $1.00, $2,000.00",
    ],
  ])("say what %o reports and no more", (part, words) => {
    expect(watchedRowsWords({ ...SALE, ...part })).toBe(words);
  });

  it("tell holdings from nothing", () => {
    expect(restWords({ groups: [], holdings: 2 })).toEqual(["2 holdings without a transaction"]);
    expect(restWords({ groups: [], holdings: 0 })).toEqual(["no rows"]);
    expect(restWords({ groups: [SALE], holdings: 0 })).toEqual([]);
  });

  it("name a list by its parties", () => {
    const party = (symbol: string | null, name: string | null) => ({ symbol, name, cik: "7" });
    expect(watchTitle([party("AAA", "A"), party(null, "Doe Jane"), party(null, null)])).toBe("AAA, Doe Jane and CIK 7");
    expect(watchTitle(["A", "B", "C", "D", "E"].map((name) => party(name, null)))).toBe("A, B, C and 2 more");
  });
});
