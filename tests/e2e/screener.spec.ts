import { readFileSync } from "node:fs";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./every-page";

const SEED_SALES = "/transactions?code=S&issuer=QLYS";

test("an analyst screens for the seed filing's sales and takes them along", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Transactions" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Transactions");
  await page.getByRole("link", { name: /^S sale/ }).click();
  await expect(page).toHaveURL(/\/transactions\?code=S$/);
  await page.getByText("More filters").click();
  await page.getByLabel("Issuer: ticker or CIK").fill("QLYS");
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page).toHaveURL(new RegExp(`${SEED_SALES.replace("?", "\\?")}$`));
  const main = page.getByRole("main");
  await expect(main.getByText("−$152,750.75", { exact: true }).first()).toBeVisible();
  const rows = page.getByRole("region", { name: "Rows" }).getByRole("row");
  await expect(rows).toHaveCount(4);
  await page.getByRole("link", { name: "Value", exact: true }).click();
  await expect(page).toHaveURL(/sort=value$/);
  await expect(rows.nth(1)).toContainText("$78,165.30");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "CSV" }).click();
  const csv = readFileSync(await (await download).path(), "utf8").split("\r\n");
  expect(csv[1]).toContain("t1-tx3,4,1107843,");
  expect(csv[1]).toContain(",1018,76.7832,78165.2976,57642,");
  expect(csv).toHaveLength(5);
  const shown = page.waitForEvent("download");
  await page.getByRole("group", { name: "Export" }).getByRole("button", { name: "JSON", exact: true }).click();
  const taken = JSON.parse(readFileSync(await (await shown).path(), "utf8"));
  expect(taken).toHaveLength(3);
  expect(taken[0]).toMatchObject({ row: "t1-tx3", trade_date: "2018-12-10", shares: 1018, value_usd: 78_165.2976 });
  await rows.nth(1).getByRole("link", { name: "10 Dec 2018" }).click();
  await expect(page).toHaveURL(/\/filings\/doc-[0-9a-f]{12}#t1-tx3$/);
});

test("a sum opens its rows, what was left out, and the way to all of them", async ({ page }) => {
  await page.goto("/transactions?issuer=QLYS");
  await page.getByRole("link", { name: "−$152,750.75" }).focus();
  await page.keyboard.press("Enter");
  const panel = page.getByRole("dialog", { name: "Evidence: Net open market" });
  await expect(panel).toContainText("$78,165.30");
  await expect(panel).toContainText("Left out, 1 row: neither code P nor code S");
  await expect(panel).toContainText("Left out, 1 row: in Table II");
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
});

test("tables can be taken along from the market, a board and the data page", async ({ page }) => {
  for (const [path, label, first] of [
    ["/", "Clusters", "date,issuer_cik,symbol,issuer,insiders,value_usd,left_out,why,evidence"],
    ["/signals/plans?issuer=QLYS", null, "date,issuer_cik,symbol,issuer,insiders,value_usd,left_out,why,evidence"],
    ["/data", "Sources", "read_from,filings,rows,without_filing_date"],
  ] as const) {
    await page.goto(path);
    const room = label === null ? page.getByRole("main") : page.getByRole("region", { name: label });
    const download = page.waitForEvent("download");
    await room.getByRole("button", { name: "CSV" }).click();
    const csv = readFileSync(await (await download).path(), "utf8").split("\r\n");
    expect(csv[0]).toBe(first);
    expect(csv.length).toBeGreaterThan(2);
    if (path.includes("QLYS")) expect(csv[1]).toContain(",152750.7458,");
  }
});

test("back and forward walk through the filters", async ({ page }) => {
  await page.goto("/transactions?issuer=QLYS");
  const rows = page.getByRole("region", { name: "Rows" }).getByRole("row");
  await expect(rows).toHaveCount(6);
  await page.getByRole("link", { name: /^M exercise/ }).click();
  await expect(rows).toHaveCount(3);
  await page.goBack();
  await expect(rows).toHaveCount(6);
  await page.goForward();
  await expect(page).toHaveURL(/code=M/);
  await expect(rows).toHaveCount(3);
});

test("a bad parameter is told, and the rest counts", async ({ page }) => {
  await page.goto(`${SEED_SALES}&valueMin=lots&colour=red`);
  await expect(page.getByRole("note")).toContainText("“valueMin=lots”, “colour”");
  await expect(page.getByRole("region", { name: "Rows" }).getByRole("row")).toHaveCount(4);
});

test("the screener works without JavaScript", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/transactions");
  await page.getByRole("link", { name: "CEO and CFO purchases", exact: true }).click();
  await expect(page).toHaveURL(/code=P&role=ceo,cfo$/);
  await page.goto(SEED_SALES);
  await page.getByText("Columns", { exact: true }).click();
  for (const name of ["Role", "ΔOwn"]) await page.getByRole("checkbox", { name, exact: true }).uncheck();
  await page.getByRole("button", { name: "Show these columns" }).click();
  await expect(page.getByRole("columnheader", { name: "Role" })).toHaveCount(0);
  await expect(page.getByRole("main")).toContainText("$78,165.30");
  await context.close();
});

test("a cluster on the market page leads to its board, and the board to its evidence", async ({ page }) => {
  await page.goto("/");
  const board = page.getByRole("region", { name: "Clusters" });
  await expect(board.getByRole("listitem").first()).toContainText(/\d persons (bought|sold) \$/);
  await board.getByRole("link", { name: "Clusters: all" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Clusters");
  await page
    .getByRole("link", { name: /\d+ rows/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/filings\/.+#t1-tx\d+$/);
});

test("the seed filing's plan stands on the board of plans", async ({ page }) => {
  await page.goto("/signals/plans?issuer=QLYS");
  await expect(page.getByRole("main")).toContainText(
    "Adopted 17 May 2018, first trade 207 days later; single trade so far, sold $152,750.75. Waiting period: rule did not apply.",
  );
});

test("each figure's “how” is a page", async ({ page }) => {
  await page.goto("/signals/short-swing");
  await page.getByRole("link", { name: "How" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Short-swing matches");
  await expect(page.getByRole("main")).toContainText("Together $1,300.");
});

for (const path of [
  "/transactions?flagged=yes",
  "/transactions?code=S&issuer=QLYS",
  "/",
  "/transactions?code=S&asof=2024-06-30",
  "/data",
  "/signals/clusters",
  "/signals/plans",
  "/methods",
  "/methods/clusters",
]) {
  test(`${path} is accessible in both themes and fits a phone`, async ({ page }) => {
    test.slow();
    await page.goto(path);
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await expectNoSidewaysScroll(page);
  });
}
