import { describe, expect, it } from "vitest";
import { watchFeedPath, watchPath } from "@/lib/paths";
import { canonicalSearch } from "@/lib/search-params/canonical";
import { compareParams, readCompareQuery } from "@/lib/search-params/compare";
import { readWatchQuery, watchParams, withoutParty, withParty } from "@/lib/search-params/watch";

describe("the address of a watch list", () => {
  it("names parties, each once", () => {
    expect(readWatchQuery({ issuers: "QLYS, 1107843,qlys,", insiders: ["1254781", "1,2"] })).toEqual({
      query: { issuers: ["QLYS", "1107843"], insiders: ["1254781", "1", "2"], asOf: null },
      unread: [],
    });
  });

  it("has one short form, by number", () => {
    const query = { issuers: ["1107843", "789019"], insiders: ["20", "3"], asOf: "2018-12-11" };
    expect(watchPath(watchParams(query))).toBe("/watch?issuers=789019,1107843&insiders=3,20&asof=2018-12-11");
    expect(watchFeedPath(watchParams({ ...query, asOf: null }))).toBe(
      "/api/v1/watch.atom?issuers=789019,1107843&insiders=3,20",
    );
    expect(watchPath(watchParams({ issuers: [], insiders: [], asOf: null }))).toBe("/watch");
  });

  it("says what it leaves out", () => {
    const { query, unread } = readWatchQuery({
      issuers: Array.from({ length: 52 }, (_, i) => String(i + 1)).join(","),
      colour: "red",
      asof: "2018-02-30",
    });
    expect(query.issuers).toHaveLength(50);
    expect(query.asOf).toBeNull();
    expect(unread).toEqual(["asof=2018-02-30", "colour=red", "issuers past the 50th: 51,52"]);
  });

  it("takes and gives parties", () => {
    const list = { issuers: ["1"], insiders: ["2"], asOf: null };
    expect(withParty(list, "issuer", "3").issuers).toEqual(["1", "3"]);
    expect(withParty(list, "insider", "2")).toBe(list);
    expect(withoutParty(list, "insider", "2")).toEqual({ issuers: ["1"], insiders: [], asOf: null });
    expect(withoutParty(list, "issuer", "2")).toEqual(list);
  });
});

describe("the address of a comparison", () => {
  it("keeps the order given, and six at most", () => {
    const { query, unread } = readCompareQuery({ issuers: "5,1,4,2,6,3,7" });
    expect(query.issuers).toEqual(["5", "1", "4", "2", "6", "3"]);
    expect(unread).toEqual(["issuers past the 6th: 7"]);
    expect(compareParams(query)).toEqual([["issuers", "5,1,4,2,6,3"]]);
  });
});

describe("a shared address", () => {
  it("carries what makes the view, in one order", () => {
    const search = "?asof=2018-12-11&utm_source=x&code=S,M&empty=";
    expect(canonicalSearch(search, ["code", "asof", "empty"])).toBe("?code=S,M&asof=2018-12-11");
    expect(canonicalSearch("?utm_source=x", ["code"])).toBe("");
    expect(canonicalSearch("?code=S&code=M", ["code"])).toBe("?code=S,M");
  });

  it("cuts no letter of a word in half: addresses are made of them", () => {
    const { query, unread } = readWatchQuery({ issuers: `${"a".repeat(39)}💩`, junk: `${"b".repeat(59)}💩` });
    expect(query.issuers).toEqual(["a".repeat(39)]);
    expect(unread).toEqual([`junk=${"b".repeat(59)}`]);
  });
});
