import { expect, expectAccessible, POSEY, QUALYS, test } from "./every-page";

test("an analyst finds the seed filing from its ticker", async ({ page }) => {
  await page.goto("/");
  await expect(async () => {
    await page.keyboard.press("/");
    await expect(page.getByRole("dialog", { name: "Search" })).toBeVisible({ timeout: 2000 });
  }).toPass();
  await page.keyboard.type("qlys");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("QUALYS, INC.", { timeout: 20_000 });
  await expect(page).toHaveURL(new RegExp(`${QUALYS}$`));
});

test("a ticker in the address leads to the issuer", async ({ page }) => {
  await page.goto("/issuers/qlys");
  await expect(page).toHaveURL(new RegExp(`${QUALYS}$`));
});

test("the issuer page shows the worked example's numbers", async ({ page }) => {
  await page.goto(QUALYS);
  const main = page.getByRole("main");
  for (const figure of ["−$152,750.75", "$74,560.00", "$76.3754", "+$78,190.75", "15,000", "207 days", "57,442"]) {
    await expect(main.getByText(figure, { exact: true }).filter({ visible: true }).first()).toBeVisible();
  }
  for (const band of ["$75.30 – $75.795", "$76.56 – $77.19", "$77.57 – $77.60"]) {
    await expect(main.getByText(band).filter({ visible: true }).first()).toBeVisible();
  }
});

test("the code filter in the URL drives table and totals alike", async ({ page }) => {
  await page.goto(QUALYS);
  const rows = page.getByRole("region", { name: /transactions/i }).getByRole("row");
  await expect(rows).toHaveCount(6);
  await page
    .getByRole("link", { name: /exercise 2/i })
    .or(page.getByRole("button", { name: /exercise 2/i }))
    .first()
    .click();
  await expect(page).toHaveURL(/code=M/);
  await expect(rows).toHaveCount(3);
  await expect(page.getByRole("main").getByText("−$152,750.75", { exact: true })).toHaveCount(0);
  await page.goBack();
  await expect(rows).toHaveCount(6);
  await page.goto(`${QUALYS}?code=S,M`);
  await expect(rows).toHaveCount(6);
  await page.goto(`${QUALYS}?code=S`);
  await expect(rows).toHaveCount(4);
  await expect(page.getByRole("main").getByText("−$152,750.75", { exact: true }).first()).toBeVisible();
});

test("a figure opens its evidence, and the evidence leads to the row on the filing", async ({ page }) => {
  await page.goto(QUALYS);
  const cost = page.getByRole("main").getByText("$74,560.00", { exact: true }).filter({ visible: true }).first();
  await cost.focus();
  await cost.press("Enter");
  const evidence = page.getByRole("dialog");
  await expect(evidence).toContainText("Shares exercised × exercise price of the option.");
  await evidence.getByRole("link", { name: /t2-tx1/ }).click();
  await expect(page).toHaveURL(/\/filings\/doc-[0-9a-f]{12}#t2-tx1$/);
});

test("the insider page draws the balances, the grant line, the episode and the plan", async ({ page }) => {
  await page.goto(POSEY);
  const main = page.getByRole("main");
  await expect(main).toContainText("59,442 → 58,660 → 57,642 → 57,442");
  await expect(main).toContainText("17,000 → 15,000");
  await expect(main).toContainText("Adopted 17 May 2018");
  await expect(main).toContainText(
    "Adopted before 27 February 2023: the waiting period of the 2023 rule did not apply.",
  );
});

test("the filing page shows the form as filed, with footnotes at their fields", async ({ page }) => {
  await page.goto(QUALYS);
  await page.getByRole("link", { name: "Form 4" }).first().click();
  const main = page.getByRole("main");
  await expect(main).toContainText("no accession number: the source gave none");
  await expect(main).toContainText("signed 1 business day after");
  for (const anchor of ["t1-tx1", "t1-tx2", "t1-tx3", "t1-tx4", "t2-tx1"]) {
    await expect(page.locator(`#${anchor}`)).toHaveCount(1);
  }
  await expect(page.locator("#t1-tx2")).toContainText("75.5351");
  await page
    .locator("#t1-tx2")
    .getByRole("button", { name: /2/ })
    .or(page.locator("#t1-tx2").getByRole("link", { name: /2/ }))
    .first()
    .focus();
  await expect(page.getByRole("tooltip").or(page.getByRole("dialog")).first()).toContainText(
    "ranging from $75.30 to $75.795",
  );
  await expect(main).toContainText("This option is fully vested and immediately exercisable.");
  await expect(main).toContainText("/s/ Bruce Posey");
});

test("pages read without JavaScript", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${QUALYS}?code=S`);
  await expect(page.getByRole("main")).toContainText("−$152,750.75");
  await expect(page.getByRole("main")).toContainText("$75.30 – $75.795");
  await page.goto("/search?q=posey+bruce");
  await page
    .getByRole("link", { name: /POSEY BRUCE K/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("POSEY BRUCE K");
  await context.close();
});

for (const path of ["/", QUALYS, POSEY, "/search?q=qualys"]) {
  test(`${path} is accessible in both themes`, async ({ page }) => {
    await page.goto(path);
    await expectAccessible(page);
  });
}

test("the filing page is accessible in both themes", async ({ page }) => {
  await page.goto(QUALYS);
  await page.getByRole("link", { name: "Form 4" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Form 4");
  await expectAccessible(page);
});

test("what is not there says so", async ({ page }) => {
  page.removeAllListeners("console");
  for (const path of ["/issuers/99999", "/issuers/NOSUCH", "/insiders/99999", "/filings/0000000000-00-000000"]) {
    const response = await page.goto(path);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
});

test("sample data says that it is invented, on every page that shows it", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByText(/fictional sample market/i).first()).toBeVisible();
  await page.goto("/issuers/9000000001");
  await expect(page.getByText(/fictional sample market/i).first()).toBeVisible();
  await page.goto(QUALYS);
  await expect(page.getByText(/fictional sample market/i)).toHaveCount(0);
});
