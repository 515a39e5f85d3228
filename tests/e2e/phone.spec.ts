import type { Locator, Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, POSEY, QUALYS, test } from "./every-page";

const PAGES = [
  "/",
  "/transactions",
  QUALYS,
  POSEY,
  "/issuers/9000000001",
  "/search?q=example",
  "/signals/clusters",
  "/signals/ledger",
  "/compare?issuers=1107843,9000000001,9000000002",
  "/watch?issuers=9000000001&insiders=1254781",
  "/data",
  "/methods",
];

for (const path of PAGES) {
  for (const width of [360, 390]) {
    test(`${path} fits a phone of ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 844 });
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expectNoSidewaysScroll(page);
      expect(await scrollingTables(page)).toEqual([]);
    });
  }
}

test("the filing fits a phone, every field of a row in sight", async ({ page }) => {
  await page.goto(QUALYS);
  await page.getByRole("link", { name: "Form 4" }).first().click();
  const row = page.locator("#t1-tx4");
  await expect(row).toContainText("$77.585");
  for (const text of ["12/10/2018", "200", "$77.585", "57,442"]) await expectInSight(page, row.getByText(text).first());
  await expectNoSidewaysScroll(page);
  expect(await scrollingTables(page)).toEqual([]);
});

test("a board of signals is read without scrolling sideways", async ({ page }) => {
  await page.goto("/signals/clusters");
  const table = page.getByRole("table");
  // What assistive technology knows of a table stays: a phone only lays it out anew.
  await expect(table.getByRole("columnheader")).toHaveText([
    "Visible",
    "Issuer",
    "Together",
    "Why it is here",
    "Insiders",
    "Evidence",
  ]);
  const row = table.getByRole("row").nth(1);
  await expect(row.getByRole("cell")).toHaveCount(6);
  const day = row.getByText("13 Jun 2025", { exact: true });
  const figure = row.getByRole("link", { name: "$674,862.01" });
  for (const told of [day, figure, row.getByRole("link", { name: "ZZAQ" }), row.getByText(/^5 persons bought/)])
    await expectInSight(page, told);
  expect(Math.abs((await heightOf(figure)) - (await heightOf(day)))).toBeLessThan(SAME_LINE);
  await expect(row).toContainText("5 persons bought $674,862.01 together, 2 Jun – 11 Jun 2025");
  await expectAccessible(page);
});

test("a row of the screener tells code, shares, value and plan before the rest", async ({ page }) => {
  await page.goto("/transactions?code=S&issuer=QLYS&sort=value");
  const row = page.getByRole("region", { name: "Rows" }).getByRole("row").nth(1);
  const told = [
    row.getByRole("button", { name: "S sale" }),
    row.getByText("$78,165.30"),
    row.getByText("−1,018"),
    row.getByText("yes", { exact: true }),
  ];
  for (const one of told) await expectInSight(page, one);
  const [code = 0, value = 0, shares = 0, plan = 0] = await Promise.all(told.map(heightOf));
  expect(Math.abs(value - code)).toBeLessThan(SAME_LINE);
  const role = await heightOf(row.getByText("VP, GC and Corp. Sec."));
  for (const height of [code, shares, plan]) expect(height).toBeLessThan(role + SAME_LINE);
  await page.getByRole("link", { name: "Price", exact: true }).click();
  await expect(page).toHaveURL(/sort=price/);
  await expectAccessible(page);
});

test("the ways through the product are one line, the rest behind a press", async ({ page }) => {
  await page.goto(QUALYS);
  const ways = page.getByRole("navigation", { name: "Main" });
  expect((await ways.boundingBox())?.height).toBeLessThan(40);
  await expect(ways.getByRole("link", { name: "Methods" })).toBeHidden();
  await ways.getByRole("button", { name: "More" }).click();
  await expectInSight(page, ways.getByRole("link", { name: "Methods" }));
  await ways.getByRole("link", { name: "Methods" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Methods");
  await expect(ways.getByRole("link", { name: "Compare" })).toBeHidden();
});

test("an issuer on a phone is accessible", async ({ page }) => {
  await page.goto(QUALYS);
  await expectAccessible(page);
});

/** Tables that are wider than their room. */
function scrollingTables(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll(".scroll-x")]
      .filter((room) => room.querySelector("table") !== null && room.scrollWidth > room.clientWidth + 8)
      .map((room) => room.getAttribute("aria-label") ?? "a table"),
  );
}

/** Between the window's left and right edge, nothing cut off. */
async function expectInSight(page: Page, told: Locator): Promise<void> {
  await expect(told).toBeVisible();
  const box = await told.boundingBox();
  if (box === null) throw new Error("nothing is drawn");
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.x + box.width).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
}

/** The height of its middle on the page, pixels: lines of text are 18 and more apart. */
function heightOf(told: Locator): Promise<number> {
  return told.evaluate((element) => {
    const { top, height } = element.getBoundingClientRect();
    return top + scrollY + height / 2;
  });
}

const SAME_LINE = 8;
