import { describe, expect, it } from "vitest";
import { filterParams, isUnfiltered, partyParams, readPartyQuery } from "@/lib/search-params/party-query";
import { givenPairs, withParams } from "@/lib/search-params/view-params";

describe("a party's page in its address", () => {
  it("is read whole", () => {
    const { query, unread } = readPartyQuery({
      code: "s,M",
      from: "2016",
      to: "2018-06",
      sort: "value",
      order: "asc",
      page: "3",
      asof: "2018-12-31",
    });
    expect(unread).toEqual([]);
    expect(query).toEqual({
      codes: ["S", "M"],
      range: { from: "2016-01-01", to: "2018-06-30" },
      sort: { by: "value", order: "asc" },
      page: 3,
      asOf: "2018-12-31",
    });
    expect(withParams("/issuers/1", [], partyParams(query))).toBe(
      "/issuers/1?code=S,M&from=2016&to=2018-06&sort=value&order=asc&page=3&asof=2018-12-31",
    );
  });

  it("shows the newest rows of all codes where it says nothing, and tells what it cannot read", () => {
    const { query, unread } = readPartyQuery({ code: "sale", sort: "beauty", page: "-2", from: "x" });
    expect(query).toEqual({ codes: [], range: { from: null, to: null }, sort: null, page: 1, asOf: null });
    expect(unread).toEqual(["sale", "from=x", "sort=beauty", "page=-2"]);
    expect(isUnfiltered(query)).toBe(true);
    expect(withParams("/issuers/1", [], partyParams(query))).toBe("/issuers/1");
  });

  it("names a page or an order that is none, and takes the first page and the latest first", () => {
    const told = (given: Record<string, string>) => {
      const { query, unread } = readPartyQuery({ sort: "value", ...given });
      return [query.page, query.sort?.order, unread];
    };
    expect(told({ page: "0" })).toEqual([1, "desc", ["page=0"]]);
    expect(told({ page: "2.5" })).toEqual([1, "desc", ["page=2.5"]]);
    expect(told({ page: "two" })).toEqual([1, "desc", ["page=two"]]);
    expect(told({ page: "1e9" })).toEqual([1, "desc", ["page=1e9"]]);
    expect(told({ page: "0x10" })).toEqual([1, "desc", ["page=0x10"]]);
    expect(told({ page: " 2 ", order: "asc" })).toEqual([2, "asc", []]);
    expect(told({ page: "", order: "desc" })).toEqual([1, "desc", []]);
    expect(told({ order: "sideways" })).toEqual([1, "desc", ["order=sideways"]]);
  });

  it("keeps the filter for a form", () => {
    expect(filterParams(["S"], { from: "2016-01-01", to: null })).toEqual({ code: "S", from: "2016" });
    expect(filterParams([], { from: null, to: null })).toEqual({});
  });
});

describe("another view's address", () => {
  const here: [string, string][] = [
    ["asof", "2018-12-31"],
    ["page", "4"],
    ["code", "S"],
    ["mine", "a b"],
  ];

  it("has its parameters in one order, strange ones kept", () => {
    expect(withParams("/issuers/1", here, { chart: "price" })).toBe(
      "/issuers/1?code=S&page=4&chart=price&asof=2018-12-31&mine=a%20b",
    );
  });

  it("turns back to the first page where other rows are shown", () => {
    expect(withParams("/issuers/1", here, { code: null })).toBe("/issuers/1?asof=2018-12-31&mine=a%20b");
    expect(withParams("/issuers/1", here, { page: "5" })).toContain("page=5");
    expect(withParams("/issuers/1", here, { columns: "traded" })).toContain("page=4");
  });

  it("takes the first of a name's values", () => {
    expect(givenPairs({ code: ["S", "M"], asof: undefined, from: "2016" })).toEqual([
      ["code", "S"],
      ["from", "2016"],
    ]);
  });
});
