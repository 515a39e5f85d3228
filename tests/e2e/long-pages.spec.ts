import type { Page } from "@playwright/test";
import { expect, test } from "./every-page";

/** An issuer of the sample market with years of trades, planned and not, and joint filers. */
const BUSY = "/issuers/9000000023";

test("a long page leads to each of its sections, whose ways stay in sight", async ({ page }) => {
  for (const path of [BUSY, "/insiders/9100037001"]) {
    await page.goto(path);
    const ways = page.getByRole("navigation", { name: "On this page" });
    const ids = await ways.getByRole("link").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    expect(ids.length).toBeGreaterThanOrEqual(12);
    for (const id of ids) await expect(page.locator(id ?? "")).toHaveCount(1);
    expect(await page.locator("main section[id]").evaluateAll((all) => all.map(({ id }) => `#${id}`).sort())).toEqual(
      [...ids].sort(),
    );
    await ways.getByRole("link", { name: "Transactions" }).click();
    await expect(page.locator("#transactions-title")).toBeInViewport();
    await expect(ways).toBeInViewport();
    const [bar, title] = [await ways.boundingBox(), await page.locator("#transactions-title").boundingBox()];
    expect(title?.y).toBeGreaterThan((bar?.y ?? 0) + (bar?.height ?? 0));
  }
});

test("days past all trades neither run backwards nor widen the page", async ({ page }) => {
  for (const [query, words] of [
    ["from=2090", "from 1 Jan 2090"],
    ["to=1991", "to 31 Dec 1991"],
  ]) {
    await page.goto(`${BUSY}?${query}`);
    await expect(page.locator("main dl").first()).toContainText(words ?? "");
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  }
});

test("what a total leaves out opens from its own words", async ({ page }) => {
  const left = fact(page, "Net open market").getByRole("link", { name: /^\d+ rows$/ });
  const panel = page.getByRole("dialog");
  // Before its code is there, a figure leads to its first row instead.
  await expect(async () => {
    await page.goto(BUSY, { waitUntil: "networkidle" });
    await left.click();
    await expect(panel).toContainText("in neither sum", { timeout: 3000 });
  }).toPass();
  const count = Number.parseInt((await left.textContent()) ?? "", 10);
  expect(count).toBeGreaterThan(0);
  const told = await panel.getByText(/^Left out, /).allTextContents();
  expect(told.reduce((sum, words) => sum + Number.parseInt(words.slice("Left out, ".length), 10), 0)).toBe(count);
});

test("sales outside a plan lead to the rows that make them", async ({ page }) => {
  await page.goto(BUSY);
  const sales = dollars(await fact(page, "Sales (S)").locator("dd").first().textContent());
  const unplanned = fact(page, "Sales under a 10b5-1 plan").getByRole("link", { name: /\$/ }).first();
  const share = Number.parseFloat((await unplanned.textContent()) ?? "");
  await unplanned.click();
  await expect(page).toHaveURL(/\/transactions\?code=S&plan=no&issuer=9000000023$/);
  const listed = dollars(await fact(page, "Sales (S)").locator("dd").first().textContent());
  // Told to a tenth of a percent.
  expect(Math.abs(share - (listed / sales) * 100)).toBeLessThanOrEqual(0.051);
});

/** A headline figure by its label. */
function fact(page: Page, label: string) {
  return page.locator(".fact", { has: page.getByText(label, { exact: true }) });
}

function dollars(text: string | null): number {
  return Number((text ?? "").replace(/[$,]/g, ""));
}
