import { expect, QUALYS, test } from "./every-page";

const SCRIPTS = /\/_next\/static\/.*\.js/;
const COST = "$74,560.00";

test("a figure pressed before the page's scripts have come opens its evidence once they have", async ({ page }) => {
  await page.route(SCRIPTS, async (route) => {
    await new Promise((passed) => setTimeout(passed, 400));
    await route.continue();
  });
  await page.goto(QUALYS, { waitUntil: "commit" });
  await page.getByRole("main").getByText(COST, { exact: true }).filter({ visible: true }).first().click();
  await expect(page.getByRole("dialog")).toContainText("Shares exercised × exercise price of the option.");
  await expect(page).toHaveURL(QUALYS);
});

/** React's root, as it stands on the document. */
interface Hydrated {
  stateNode: { current: { memoizedState: { isDehydrated?: boolean } | null } };
}

test("a table sorted the moment it answers shows its new order", async ({ page }) => {
  // The router hears of new addresses a moment after the page is live. The press falls into that moment.
  await page.addInitScript(() => {
    const tasks = new MessageChannel();
    tasks.port1.onmessage = () => {
      const key = Object.keys(document).find((name) => name.startsWith("__reactContainer"));
      const root: Hydrated | null = key === undefined ? null : Reflect.get(document, key);
      if (root?.stateNode.current.memoizedState?.isDehydrated !== false) return tasks.port2.postMessage(null);
      const headings = [...document.querySelectorAll<HTMLElement>("#transactions th a")];
      headings.find((heading) => heading.textContent === "Value")?.click();
    };
    tasks.port2.postMessage(null);
  });
  await page.goto(QUALYS, { waitUntil: "commit" });
  await expect(page).toHaveURL(/\?sort=value(#transactions)?$/);
  const column = page.locator("#transactions").getByRole("columnheader", { name: "Value" });
  await expect(column).toHaveAttribute("aria-sort", "descending");
});

test("a figure leads to its filing where the page's scripts never come", async ({ page }) => {
  await page.route(SCRIPTS, () => undefined);
  await page.goto(QUALYS, { waitUntil: "commit" });
  await page.getByRole("main").getByText(COST, { exact: true }).filter({ visible: true }).first().click();
  await expect(page).toHaveURL(/\/filings\/doc-[0-9a-f]{12}#t2-tx1$/, { timeout: 15_000 });
});
