import { describe, expect, it } from "vitest";
import { flagOrNull, parseFlag } from "@/lib/ownership/booleans";
import { parseName } from "@/lib/ownership/names";

describe("filed flags", () => {
  it.each([
    ["1", true],
    ["0", false],
    ["true", true],
    ["false", false],
    ["TRUE", true],
    [" 0 ", false],
  ])("%s is %s", (text, value) => {
    expect(parseFlag(text)).toEqual({ value, problem: null });
    expect(flagOrNull(text)).toBe(value);
  });

  it.each(["", "Y", "yes", "2", "X", "01", "null"])("“%s” is a problem, not false", (text) => {
    expect(parseFlag(text)).toMatchObject({ value: null, problem: { code: "flag-malformed", text } });
    expect(flagOrNull(text)).toBeNull();
  });

  it("keeps absence apart", () => {
    expect(flagOrNull(null)).toBeNull();
  });
});

describe("filed names", () => {
  it.each([
    ["POSEY BRUCE K", ["posey", "bruce", "k"]],
    ["Ferncastle  Odo\n", ["ferncastle", "odo"]],
    ["O'BRIEN MARY-ANN", ["obrien", "mary", "ann"]],
    ["O’Brien Mary", ["obrien", "mary"]],
    ["Wäyrynen José", ["wayrynen", "jose"]],
    ["QUALYS, INC.", ["qualys", "inc"]],
    ["Nimbus Kettle L.P.", ["nimbus", "kettle", "lp"]],
    ["KETTLE BANK CORP /DE/", ["kettle", "bank", "corp"]],
    ["KETTLE BANK CORP /OK", ["kettle", "bank", "corp"]],
    ["KETTLE KETTLE & SONS 3", ["kettle", "sons", "3"]],
    ["山田 太郎", ["山田", "太郎"]],
  ])("%s", (text, tokens) => {
    expect(parseName(text).value?.tokens).toEqual(tokens);
  });

  it("keeps the filed name with single spaces", () => {
    expect(parseName(" POSEY   BRUCE K ").value?.filed).toBe("POSEY BRUCE K");
  });

  it.each(["", " ", "-", "/s/".replaceAll("s", "")])("“%s” is a problem", (text) => {
    expect(parseName(text)).toMatchObject({ value: null, problem: { code: "name-without-letters", text } });
  });
});
