import { expect, it } from "vitest";
import { classKey, plainWords } from "@/lib/analytics/rows/class-titles";

it.each([
  ["Common Stock", "common stock"],
  ["COMMON  STOCK, par value $0.01 per share", "common stock"],
  ["Common Stock, $0.01 par value", "common stock"],
  ["Common Stock (par value $.01)", "common stock"],
  ["Common Shares, no par value", "common share"],
  ["Class A Common Stock, $0.0001 par value per share", "class a common stock"],
  ["Class B Common Stock", "class b common stock"],
  ['Common Shares, $0.01 par value per share ("Common Shares")', "common share"],
  ["Common Stock, par value $0.01 per share (the “Common Stock”)", "common stock"],
  ["Common Stock, par value $.01 per share (RSUs)", "common stock rsus"],
  ['("Units")', "unit"],
  ["Common Stock, par value $0.01per share", "common stock"],
  ["Class A Common Stock, $0.0001 per share", "class a common stock"],
  ["Warrants, $11.50 per share", "warrant $11 50 per share"],
  ["Stock Option, $.85 per share exercise price", "stock option $ 85 per share exercise price"],
  ["Restricted Stock Units", "restricted stock unit"],
  ["8.625% Series A Preferred Stock", "8 625% series a preferred stock"],
  [null, ""],
])("%s → %s", (title, key) => {
  expect(classKey(title)).toBe(key);
  expect(classKey(title)).toBe(key);
});

it("plain words have one case, one space, straight quotes", () => {
  expect(plainWords("  By “Trust”\n’s  ")).toBe('by "trust" \'s');
});
