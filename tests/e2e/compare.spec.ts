import { expect, expectAccessible, expectNoSidewaysScroll, QUALYS, test } from "./every-page";

const SAMPLE = "9000000034";
const BOTH = `/compare?issuers=1107843,${SAMPLE}`;

test("an analyst compares two issuers and follows a figure to its evidence", async ({ page }) => {
  await page.goto(QUALYS);
  await page.getByRole("link", { name: "compare", exact: true }).click();
  await expect(page.getByRole("main")).toContainText("One issuer is no comparison yet.");
  await page.getByLabel("Add an issuer").fill(SAMPLE);
  await page.getByRole("button", { name: "Add" }).click();
  await expect(page).toHaveURL(new RegExp(`/compare\\?issuers=1107843,${SAMPLE}$`));

  const table = page.getByRole("group", { name: "Issuers side by side" });
  await expect(table.getByRole("row", { name: /^Net open market/ })).toContainText("−$152,750.75");
  await expect(table.getByRole("row", { name: /^Sales under a 10b5-1 plan/ })).toContainText("100 %");
  await expect(page.getByRole("img", { name: /^QLYS: purchases \$0\.00, sales \$152,750\.75/ })).toBeVisible();

  // Its own page says the same of the other issuer.
  const net = table
    .getByRole("row", { name: /^Net open market/ })
    .getByRole("link")
    .nth(2);
  const said = (await net.textContent()) ?? "";
  await net.click();
  await expect(page).toHaveURL(new RegExp(`/issuers/${SAMPLE}#months$`));
  await expect(page.getByRole("main").getByText(said, { exact: true }).first()).toBeVisible();
});

test("an empty comparison and an empty list begin with the issuers of the newest filings", async ({ page }) => {
  for (const path of ["/compare", "/watch"]) {
    await page.goto(path);
    await expect(page.getByText("Fictional sample market.")).toBeVisible();
    const begin = page.getByText("To begin with the issuers of the newest filings:").getByRole("link");
    const tickers = ((await begin.textContent()) ?? "").split(/, | and /);
    expect(tickers).toHaveLength(3);
    await begin.click();
    await expect(page).toHaveURL(new RegExp(`${path}\\?issuers=90000000\\d\\d,90000000\\d\\d,90000000\\d\\d$`));
    for (const ticker of tickers)
      await expect(
        page.getByRole("main").getByText(ticker, { exact: true }).filter({ visible: true }).first(),
      ).toBeVisible();
  }
});

test("tickers become numbers, the day is kept, and what is nobody's is said", async ({ page }) => {
  await page.goto(`/compare?issuers=QLYS,${SAMPLE}&asof=2018-12-10`);
  await expect(page).toHaveURL(new RegExp(`/compare\\?issuers=1107843,${SAMPLE}&asof=2018-12-10$`));
  await expect(page.getByRole("complementary", { name: "As of an earlier day" })).toBeVisible();
  const links = page.getByRole("group", { name: "Issuers side by side" }).locator('a[href^="/issuers/"]');
  for (const link of await links.all()) expect(await link.getAttribute("href")).toContain("asof=2018-12-10");
  await page.goto("/compare?issuers=QLYS,NOSUCH");
  await expect(page.getByRole("note")).toContainText("No filing names “NOSUCH”.");
});

test("the months are a table too", async ({ page }) => {
  await page.goto(BOTH);
  await page.getByText(/months as a table$/).click();
  const months = page.getByRole("group", { name: "Net activity by month, dollars" });
  await expect(months.getByRole("row", { name: /^Dec 2018/ })).toContainText("−$152,750.75");
  await expect(months.getByRole("row", { name: /^Dec 2018/ })).toContainText("no trade");
});

test("a comparison is accessible and fits a phone", async ({ page }) => {
  await page.goto(BOTH);
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
});
