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

test("the market, its boards and the screener keep the day", async ({ page }) => {
  await page.goto("/?asof=2018-12-11");
  const banner = page.getByRole("complementary", { name: "As of an earlier day" });
  await expect(banner).toContainText("As of 11 Dec 2018.");
  await page.getByRole("link", { name: "Exercise and sell: all" }).click();
  await expect(page).toHaveURL(/\/signals\/exercise-and-sell\?outcome=sale&asof=2018-12-11$/);
  await expect(page.getByRole("main")).toContainText("Results are kept for now only.");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Transactions" }).click();
  await expect(page).toHaveURL(/\/transactions\?asof=2018-12-11$/);
  await page.getByRole("link", { name: /^S sale/ }).click();
  // Forty issuers are reckoned for the day first.
  await expect(page).toHaveURL(/code=S&asof=2018-12-11$/, { timeout: 30_000 });
  await expect(banner).toBeVisible();
  await page.goto("/transactions?issuer=QLYS&asof=2018-12-11");
  await page.getByRole("region", { name: "Rows" }).getByRole("link", { name: "10 Dec 2018" }).first().click();
  await expect(page).toHaveURL(/\/filings\/doc-[0-9a-f]{12}\?asof=2018-12-11#t1-tx1$/);
});

test("the screener's numbers are the day's, on the page, in the API and in the CSV", async ({ page, request }) => {
  await page.goto(`/transactions?issuer=QLYS&code=S&${BEFORE}`);
  await expect(page.getByRole("main")).toContainText("No row has all of these.");
  await page.goto(`/transactions?issuer=QLYS&code=S&${AFTER}`);
  await expect(page.getByRole("main").getByText("−$152,750.75", { exact: true }).first()).toBeVisible();
  const totals = async (day: string) =>
    (await (await request.get(`/api/v1/transactions?issuer=QLYS&code=S&${day}`)).json()).totals.sales;
  expect([await totals(BEFORE), await totals(AFTER)]).toEqual([0, 152750.7458]);
  const lines = async (day: string) =>
    (await (await request.get(`/api/v1/transactions.csv?issuer=QLYS&code=S&${day}`)).text()).trim().split("\r\n")
      .length;
  expect([await lines(BEFORE), await lines(AFTER)]).toEqual([1, 4]);
  for (const path of ["transactions", "transactions.csv", "market", "market/boards", "signals/clusters", "data"]) {
    expect([path, (await request.get(`/api/v1/${path}?asof=yesterday`)).status()]).toEqual([path, 400]);
  }
});

test("a day before all filings has no number, not even a zero", async ({ page }) => {
  await page.goto("/?asof=1999-12-31");
  await expect(page.getByRole("main")).toContainText("No filing was public by 31 Dec 1999.");
  await page.goto("/data?asof=2018-12-11");
  await expect(page.getByRole("main")).toContainText("are no matter of a day in the market");
  await expectAccessible(page);
});
