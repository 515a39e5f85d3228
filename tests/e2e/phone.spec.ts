import { expect, expectNoSidewaysScroll, POSEY, QUALYS, test } from "./every-page";

for (const path of ["/", QUALYS, POSEY, "/issuers/9000000001", "/search?q=example"]) {
  test(`${path} fits a phone`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectNoSidewaysScroll(page);
  });
}

test("the filing fits a phone; wide tables scroll inside themselves", async ({ page }) => {
  await page.goto(QUALYS);
  await page.getByRole("link", { name: "Form 4" }).first().click();
  await expect(page.locator("#t1-tx4")).toBeAttached();
  await expectNoSidewaysScroll(page);
});
