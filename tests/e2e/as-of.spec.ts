import { expect, expectAccessible, POSEY, QUALYS, test } from "./every-page";

/** The seed filing was signed on 11 December 2018; nothing else dates it. */
const BEFORE = "asof=2018-12-10";
const AFTER = "asof=2018-12-11";

test("an analyst goes back in time, keeps the day from page to page, and comes back", async ({ page }) => {
  await page.goto(`${QUALYS}?${AFTER}`);
  const banner = page.getByRole("complementary", { name: "As of an earlier day" });
  await expect(banner).toContainText("As of 11 Dec 2018.");
  await expect(page.getByRole("main").getByText("−$152,750.75", { exact: true }).first()).toBeVisible();
  await page
    .locator("#insiders")
    .getByRole("link", { name: /POSEY BRUCE K/ })
    .click();
  await expect(page).toHaveURL(new RegExp(`${POSEY}\\?${AFTER}$`));
  await expect(banner).toBeVisible();
  await page.getByRole("link", { name: "Form 4" }).first().click();
  await expect(page).toHaveURL(new RegExp(`/filings/doc-[0-9a-f]{12}\\?${AFTER}$`));
  await banner.getByRole("link", { name: "Back to now" }).click();
  await expect(page).toHaveURL(/\/filings\/doc-[0-9a-f]{12}$/);
  await expect(banner).toHaveCount(0);
});

test("the day before, nothing was known", async ({ page, request }) => {
  await page.goto(`${QUALYS}?${BEFORE}`);
  await expect(page.getByRole("main").getByText("−$152,750.75", { exact: true })).toHaveCount(0);
  await expect(page.getByRole("main")).toContainText("No filing was public by 10 Dec 2018.");
  await expectAccessible(page);
  const { filings } = await (await request.get(`/api/v1/issuers/1107843`)).json();
  await page.goto(`/filings/${filings[0].id}?${BEFORE}`);
  await expect(page.getByRole("main")).toContainText("Not known by 10 Dec 2018.");
  await expect(page.locator("#t1-tx1")).toHaveCount(0);
  await page.getByRole("link", { name: "Read it as of now" }).click();
  await expect(page.locator("#t1-tx1")).toHaveCount(1);
});

test("the filter and the day go together", async ({ page }) => {
  await page.goto(`${QUALYS}?${AFTER}`);
  await page
    .getByRole("link", { name: /exercise 2/i })
    .first()
    .click();
  await expect(page).toHaveURL(/code=M/);
  await expect(page).toHaveURL(new RegExp(AFTER));
  await expect(page.getByRole("complementary", { name: "As of an earlier day" })).toBeVisible();
});

test("a day that is none shows now, and says so; a program is told", async ({ page, request }) => {
  await page.goto(`${QUALYS}?asof=2018-02-30`);
  await expect(page.getByRole("note").first()).toContainText("“2018-02-30” is no day of the calendar");
  await expect(page.getByRole("main").getByText("−$152,750.75", { exact: true }).first()).toBeVisible();
  const answer = await request.get("/api/v1/issuers/1107843?asof=2018-02-30");
  expect(answer.status()).toBe(400);
  expect((await answer.json()).error.code).toBe("bad-request");
  const early = await request.get(`/api/v1/issuers/1107843?${BEFORE}`);
  expect((await early.json()).totals.sales.value).toBe(0);
});
