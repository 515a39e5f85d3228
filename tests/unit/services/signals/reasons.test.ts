import { expect, it } from "vitest";
import { planFigure } from "@/lib/services/signals/reasons";

it("a plan's figure is its sales, else its purchases, and unknown where neither has a value", () => {
  expect(planFigure({ saleValue: 152750.75, buyValue: 0 })).toBe(152750.75);
  expect(planFigure({ saleValue: 100, buyValue: 900 })).toBe(100);
  expect(planFigure({ saleValue: 0, buyValue: 900 })).toBe(900);
  expect(planFigure({ saleValue: 0, buyValue: 0 })).toBeNull();
});
