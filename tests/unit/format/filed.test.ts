import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printFiledDate, printFiledDecimal, printFiledMoney } from "@/lib/format/filed";

describe("filed texts in print", () => {
  it("groups thousands and keeps every filed digit", () => {
    expect(printFiledDecimal("2000")).toBe("2,000");
    expect(printFiledDecimal("1234567.8900")).toBe("1,234,567.8900");
    expect(printFiledDecimal(".99")).toBe(".99");
    expect(printFiledDecimal("-5000")).toBe("-5,000");
    expect(printFiledMoney("75.5351")).toBe("$75.5351");
    expect(printFiledMoney("-12")).toBe("-$12");
    expect(printFiledMoney("0")).toBe("$0");
  });

  it("leaves what is no number or date as filed", () => {
    expect(printFiledDecimal("n/a")).toBe("n/a");
    expect(printFiledMoney("see note")).toBe("see note");
    expect(printFiledDecimal("1e5")).toBe("1e5");
    expect(printFiledDate("soon")).toBe("soon");
  });

  it("writes dates as the form does", () => {
    expect(printFiledDate("2018-12-10")).toBe("12/10/2018");
    expect(printFiledDate("2018-12-10-05:00")).toBe("12/10/2018");
    expect(printFiledDate("2018-02-30")).toBe("2018-02-30");
  });

  it("loses no digit of any decimal", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^-?\d{1,16}(\.\d{1,5})?$/), (text) => {
        expect(printFiledDecimal(text).replaceAll(",", "")).toBe(text);
      }),
    );
  });
});
