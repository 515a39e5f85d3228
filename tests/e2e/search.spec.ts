import type { Page } from "@playwright/test";
import { expect, expectAccessible, POSEY, QUALYS, test } from "./every-page";

/** Presses the key until the page has woken up and the search stands. */
async function openSearch(page: Page, key: "/" | "Control+k") {
  const dialog = page.getByRole("dialog", { name: "Search" });
  await expect(async () => {
    await page.keyboard.press(key);
    await expect(dialog).toBeVisible({ timeout: 2000 });
  }).toPass();
  return dialog;
}

/** Opening a page takes its time on a busy machine. */
const SLOW = { timeout: 20_000 };

test("by keyboard alone: open, type, choose, and come back to it", async ({ page }) => {
  await page.goto("/");
  const dialog = await openSearch(page, "/");
  const input = dialog.getByRole("combobox");
  await expect(input).toBeFocused();
  await page.keyboard.type("bruce pos");
  await expect(dialog.getByRole("option", { name: /POSEY BRUCE K/ })).toBeVisible();
  await expect(dialog.getByRole("status")).toHaveText("1 result");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`${POSEY}$`), SLOW);
  await expect(dialog).toHaveCount(0);

  await openSearch(page, "Control+k");
  await expect(dialog.getByRole("option", { name: /POSEY BRUCE K/ })).toBeVisible();
  await expect(dialog.getByRole("status")).toHaveText("Where you were lately");
  await page.keyboard.type("example");
  await expect(dialog.getByRole("status")).toHaveText(/results/);
  const second = (await dialog.getByRole("option").nth(1).textContent()) ?? "";
  await page.keyboard.press("ArrowDown");
  await expect(dialog.getByRole("option").nth(1)).toHaveAttribute("data-highlighted", "");
  await expect(input).toHaveAttribute("aria-activedescendant", /.+/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/issuers\/9\d+$/, SLOW);
  expect(second).toContain((await page.getByRole("heading", { level: 1 }).textContent()) ?? "nothing");
});

test("keys pressed before the page's scripts have come lead into the search all the same", async ({ page }) => {
  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/_next/static/**/*.js", async (route) => {
    await gate;
    await route.continue();
  });
  await page.goto("/methods", { waitUntil: "commit" });
  const box = page.getByRole("banner").getByRole("searchbox");
  await expect(box).toBeVisible(SLOW);
  await page.keyboard.press("/");
  await expect(box).toBeFocused();
  await page.keyboard.type("bruce");
  await expect(box).toHaveValue("bruce");
  release();
  const dialog = page.getByRole("dialog", { name: "Search" });
  await expect(dialog.getByRole("combobox")).toHaveValue("bruce", SLOW);
  await expect(dialog.getByRole("option", { name: /POSEY BRUCE K/ })).toBeVisible(SLOW);
});

test("fast typing and Enter open what was typed, not what stood there before", async ({ page }) => {
  await page.goto("/");
  const dialog = await openSearch(page, "Control+k");
  await page.keyboard.type("example");
  await expect(dialog.getByRole("option").first()).toBeVisible();
  await dialog.getByRole("combobox").fill("qlys");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`${QUALYS}$`), SLOW);
});

test("results stay while new ones load, and Escape gives the page back", async ({ page }) => {
  await page.goto(`${QUALYS}?asof=2018-12-11`);
  const dialog = await openSearch(page, "/");
  await page.keyboard.type("qual");
  await expect(dialog.getByRole("option", { name: /QUALYS/ })).toBeVisible();
  await page.route("**/api/v1/search?q=quals", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 600));
    await route.continue();
  });
  await page.keyboard.type("s");
  await expect(dialog.getByRole("status")).toHaveText("Searching…");
  await expect(dialog.getByRole("option", { name: /QUALYS/ })).toBeVisible();
  await expect(dialog.getByRole("status")).toHaveText("Nothing here is called “quals”.");
  await dialog.getByRole("combobox").fill("1254781");
  await expect(dialog.getByRole("option", { name: /POSEY BRUCE K/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await openSearch(page, "/");
  await page.keyboard.type("posey");
  await dialog.getByRole("option", { name: /POSEY BRUCE K/ }).click();
  // The day goes along.
  await expect(page).toHaveURL(new RegExp(`${POSEY}\\?asof=2018-12-11$`), SLOW);
});

test("a filing is found by its number, and typing in the header opens the search with what was typed", async ({
  page,
  request,
}) => {
  const { filings } = await (await request.get("/api/v1/market")).json();
  const [{ id, issuer }] = filings;
  await page.goto("/data");
  const dialog = page.getByRole("dialog", { name: "Search" });
  await expect(async () => {
    await page.getByRole("banner").getByRole("searchbox").click();
    await expect(dialog).toBeVisible({ timeout: 2000 });
  }).toPass();
  await page.keyboard.type(id);
  const option = dialog.getByRole("option", { name: new RegExp(id) });
  await expect(option).toContainText(issuer.name);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/filings/${id}$`), SLOW);
});

test("the search is accessible", async ({ page }) => {
  await page.goto(QUALYS);
  await openSearch(page, "/");
  await page.keyboard.type("example");
  await expect(page.getByRole("option").first()).toBeVisible();
  await expectAccessible(page);
});
