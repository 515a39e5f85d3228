import { describe, expect, it } from "vitest";
import { readAsOf, withAsOf } from "@/lib/search-params/as-of";

describe("the day of a page", () => {
  it("is a calendar date, else now with what could not be read", () => {
    expect(readAsOf("2018-12-11")).toEqual({ asOf: "2018-12-11", unread: null });
    expect(readAsOf(" 2018-12-11 ")).toEqual({ asOf: "2018-12-11", unread: null });
    expect(readAsOf("2018-02-29")).toEqual({ asOf: null, unread: "2018-02-29" });
    expect(readAsOf("yesterday")).toEqual({ asOf: null, unread: "yesterday" });
    expect(readAsOf(["2018-12-11", "x"])).toEqual({ asOf: "2018-12-11", unread: null });
    for (const nothing of [undefined, null, "", []]) expect(readAsOf(nothing)).toEqual({ asOf: null, unread: null });
  });

  it("is kept in links, before their anchors", () => {
    expect(withAsOf("/filings/a#t1-tx2", "2018-12-11")).toBe("/filings/a?asof=2018-12-11#t1-tx2");
    expect(withAsOf("/issuers/9?code=S,M", "2018-12-11")).toBe("/issuers/9?code=S,M&asof=2018-12-11");
    expect(withAsOf("/issuers/9", null)).toBe("/issuers/9");
  });
});
