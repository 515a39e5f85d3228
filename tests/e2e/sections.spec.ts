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
