import { expect, expectAccessible, POSEY, QUALYS, test } from "./every-page";

test("a gap in the holdings opens the ledger audit, and the audit its rows", async ({ page }) => {
  test.slow();
  await page.goto("/issuers/9000000001");
  const audit = page.locator("#ledger-audit");
  await expect(audit).toContainText(/steps? between reported balances add up/);
  await expect(page.locator("#conduct").getByRole("row").nth(1)).toBeVisible();
  await expect(page.locator("#double-count")).toBeVisible();
  await expectAccessible(page);
});

test("the seed filing's option stands in the book at the insider's own last price", async ({ page }) => {
  for (const path of [QUALYS, POSEY]) {
    await page.goto(`${path}?asof=2018-12-31`);
    const book = page.locator("#option-book").getByRole("row").nth(1);
    // 15,000 options at $37.28; the last sale at $77.585: (77.585 − 37.28) × 15,000.
    await expect(book).toContainText("15,000");
    await expect(book).toContainText("+$604,575.00");
    await book.getByText("+$604,575.00", { exact: true }).click();
    await expect(page.getByRole("dialog")).toContainText("× what is left");
    await page.keyboard.press("Escape");
    await expect(page.locator("#exercise-and-sell")).toContainText("2,000 sold, planned (100 %)");
    await expect(page.locator("#ledger-audit")).toContainText("3 of 3 steps between reported balances add up");
  }
});

test("the trading pattern says why, over which days, and opens its rows", async ({ page }) => {
  await page.goto(`${POSEY}?asof=2018-12-31`);
  const pattern = page.locator("#trading-pattern");
  await expect(pattern).toContainText("2018, 3 rows: not assessed.");
  await expect(pattern).toContainText("No trade reported here in 2015, 2016 and 2017");
  await expect(pattern).toContainText("1 Jul – 31 Dec 2018");
  await pattern.getByText("−1.00", { exact: true }).click();
  // 782, 1,018 and 200 shares sold: no purchase, three sales.
  await expect(page.getByRole("dialog").getByRole("row")).toHaveCount(4);
  await expect(page.getByRole("dialog")).toContainText("1,018");
  await page.keyboard.press("Escape");
  await expect(pattern.getByRole("link", { name: "How" })).toHaveAttribute("href", "/methods/trading-patterns");
});
