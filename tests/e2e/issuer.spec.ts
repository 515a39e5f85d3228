import { readFile } from "node:fs/promises";
import { expect, expectAccessible, POSEY, QUALYS, test } from "./every-page";

/** The sample market’s issuer of most rows: more than a page of its table. */
const BUSY = "/issuers/9000000011";

test("the table's order, page and columns are its address, with JavaScript and without", async ({
  browser,
  page,
  baseURL,
}) => {
  await page.goto(BUSY);
  await page.waitForLoadState("networkidle");
  const table = page.locator("#transactions");
  await table.getByRole("link", { name: "Value" }).click();
  await expect(page).toHaveURL(/\?sort=value(#transactions)?$/);
  const column = table.getByRole("columnheader", { name: "Value" });
  await expect(column).toHaveAttribute("aria-sort", "descending");
  await expect
    .poll(async () => (await values(page)).slice(0, 5))
    .toEqual([11_470_269, 9_045_810, 4_157_853.33, 3_165_690.48, 3_003_875.06]);
  await table.getByRole("link", { name: /^next \d+$/ }).click();
  await expect(page).toHaveURL(/sort=value&page=2(#transactions)?$/);
  await expect(table).toContainText(/Rows 41 – 80 of/);
  await table.getByText("Columns").click();
  await table.getByRole("listitem").getByRole("link", { name: "Security" }).click();
  await expect(page).toHaveURL(/columns=/);
  await expect(table.getByRole("columnheader", { name: "Security" })).toHaveCount(0);
  const shown = await table.getByRole("row").allInnerTexts();
  const bare = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1440, height: 900 } });
  const still = await bare.newPage();
  await still.goto(`${baseURL}${new URL(page.url()).pathname}${new URL(page.url()).search}`);
  expect(await still.locator("#transactions").getByRole("row").allInnerTexts()).toEqual(shown);
  await bare.close();
  await page.goBack();
  await expect(table.getByRole("columnheader", { name: "Security" })).toHaveCount(1);
});

test("an address with days that are none says so, and shows the rest", async ({ page }) => {
  await page.goto(`${QUALYS}?from=2018-13&to=2019&code=S`);
  await expect(page.getByRole("note").filter({ hasText: "from=2018-13" })).toBeVisible();
  await expect(page.locator("#transactions")).toContainText("3 rows, S only, traded to 31 Dec 2019");
});

test("a table is taken along as CSV: all its rows, raw", async ({ page }) => {
  await page.goto(`${QUALYS}?code=S`);
  await page.waitForLoadState("networkidle");
  const take = async (group: string, format: string) => {
    const download = page.waitForEvent("download");
    await page.getByRole("group", { name: group }).getByRole("button", { name: format, exact: true }).click();
    return readFile(await (await download).path(), "utf8");
  };
  const rows = (await take("Export transactions", "CSV")).trim().split("\r\n");
  expect(rows).toHaveLength(4);
  expect(rows[1]).toContain(",2018-12-10,");
  expect(rows[1]).toContain(",59068.4482,");
  const insiders = JSON.parse(await take("Export insiders", "JSON"));
  expect(insiders[0]).toMatchObject({ insider: "POSEY BRUCE K", shares_last_reported: 57_442, rows: 5 });
  const audit = (await take("Export ledger-audit", "CSV")).trim().split("\r\n");
  expect(audit[0]).toContain("date,owners,security");
});

test("an insider's page filters as the issuer's, and tells roles and joint filers", async ({ page }) => {
  test.slow();
  await page.goto(POSEY);
  await page.waitForLoadState("networkidle");
  await expect(page.locator("#roles").getByRole("row").nth(1)).toContainText("VP, GC and Corp. Sec.");
  await expect(page.locator("#related")).toContainText("No filing names another reporting owner");
  await page
    .getByRole("navigation", { name: "Filter by transaction code" })
    .getByRole("link", { name: /sale/ })
    .click();
  await expect(page).toHaveURL(/\?code=S$/);
  await expect(page.locator("#transactions")).toContainText("3 rows, S only");
  await page.goBack();
  await expect(page.locator("#transactions")).toContainText("5 rows, all codes");
  await expectAccessible(page);
});

/** Dollars of the rows on the page, by the heading of their column. */
async function values(page: import("@playwright/test").Page): Promise<number[]> {
  const heads = await page.locator("#transactions thead th").allInnerTexts();
  const column = heads.findIndex((head) => head.startsWith("Value")) + 1;
  const texts = await page.locator(`#transactions tbody tr td:nth-child(${column})`).allInnerTexts();
  return texts.map((text) => Number(text.replace(/[^\d.]/g, "")));
}
