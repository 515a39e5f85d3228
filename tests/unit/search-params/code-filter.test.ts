import { describe, expect, it } from "vitest";
import { readCodes, toggleCode, unreadCodes } from "@/lib/search-params/code-filter";

const read = (text: string) => readCodes(new URLSearchParams(text).get("code"));

describe("?code=", () => {
  it("reads single letters, each once, in the order given", () => {
    expect(read("code=S,M")).toEqual(["S", "M"]);
    expect(read("code=s,S,m")).toEqual(["S", "M"]);
    expect(read("")).toEqual([]);
    expect(read("code=")).toEqual([]);
  });

  it("leaves out what is no code, and can say what", () => {
    expect(read("code=S,10b5,,7")).toEqual(["S"]);
    expect(unreadCodes("S,10b5,,7")).toEqual(["10b5", "7"]);
    expect(unreadCodes(["S", "zz"])).toEqual(["zz"]);
    expect(unreadCodes(undefined)).toEqual([]);
  });

  it("turns a code on and off", () => {
    expect(toggleCode([], "S")).toEqual(["S"]);
    expect(toggleCode(["S"], "M")).toEqual(["S", "M"]);
    expect(toggleCode(["S", "M"], "S")).toEqual(["M"]);
  });
});
