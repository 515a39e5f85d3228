import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalDecimal, decimalFromPrint, parseDecimal } from "@/lib/ownership/decimals";

describe("filed decimals", () => {
  it.each([
    ["37.28", 37.28],
    [".99", 0.99],
    [".003", 0.003],
    ["5.", 5],
    ["0", 0],
    ["-0", 0],
    ["0.0000", 0],
    ["-5", -5],
    ["+5", 5],
    ["3.49780", 3.4978],
    ["893.6230", 893.623],
    [" 2000 ", 2000],
    ["999999999999.9999", 999999999999.9999],
  ])("%s is %d", (text, value) => {
    expect(parseDecimal(text)).toEqual({ value, problem: null });
  });

  it("never gives minus zero", () => {
    expect(Object.is(parseDecimal("-0.00").value, 0)).toBe(true);
  });

  it.each(["", " ", ".", "-", "1,000", "$5", "1e5", "Infinity", "NaN", "0x10", "1 000", "12.3.4", "٣", "--5", "5%"])(
    "“%s” is a problem, not a guess",
    (text) => {
      expect(parseDecimal(text)).toMatchObject({ value: null, problem: { code: "decimal-malformed", text } });
    },
  );

  it("says when a number is beyond a double", () => {
    expect(parseDecimal("9".repeat(400)).problem?.code).toBe("decimal-out-of-range");
  });

  it("gives a finite number or a problem for any text", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { value, problem } = parseDecimal(text);
        expect(value === null ? problem?.text : Number.isFinite(value)).toBe(value === null ? text : true);
      }),
    );
  });
});

describe("canonical spelling", () => {
  it.each([
    [".990", "0.99"],
    ["2000.00", "2000"],
    ["0002000", "2000"],
    ["37.28", "37.28"],
    ["-0.0", "0"],
    ["+1.50", "1.5"],
    ["-1.50", "-1.5"],
    ["10", "10"],
    ["5.", "5"],
    ["0", "0"],
    [" see note ", "see note"],
    ["1,000", "1,000"],
  ])("%s → %s", (text, canonical) => {
    expect(canonicalDecimal(text)).toBe(canonical);
  });

  it("is one for equal numbers and keeps every digit", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0 }), fc.integer({ min: 0, max: 9999 }), fc.nat(3), (whole, part, zeros) => {
        const digits = String(part).padStart(4, "0");
        const spelled = `${"0".repeat(zeros)}${whole}.${digits}${"0".repeat(zeros)}`;
        expect(canonicalDecimal(spelled)).toBe(canonicalDecimal(`${whole}.${digits}`));
        expect(Number(canonicalDecimal(spelled))).toBe(Number(`${whole}.${digits}`));
      }),
    );
  });
});

describe("decimals as the form prints them", () => {
  it.each([
    ["$37.28", "37.28"],
    ["2,000", "2000"],
    ["$1,234,567.5", "1234567.5"],
    ["$ 0.00", "0.00"],
    ["15,000", "15000"],
    ["2000", "2000"],
    [".99", ".99"],
    ["$.385", ".385"],
    ["($5.00)", "-5.00"],
    ["(1,000)", "-1000"],
    ["-$5", "-5"],
    ["-12.5", "-12.5"],
  ])("%s → %s", (text, plain) => {
    expect(decimalFromPrint(text)).toBe(plain);
  });

  it.each([
    "",
    "$",
    "0,125",
    "2,00",
    "1,2345",
    "1234,567",
    "1.000,50",
    "(5",
    "5)",
    "(-5)",
    "5 shares",
    "1,,000",
    "N/A",
  ])("“%s” is none", (text) => {
    expect(decimalFromPrint(text)).toBeNull();
  });

  it("reads what en-US prints", () => {
    fc.assert(
      fc.property(fc.nat(1e12), (number) => {
        expect(decimalFromPrint(`$${number.toLocaleString("en-US")}`)).toBe(String(number));
      }),
    );
  });
});
