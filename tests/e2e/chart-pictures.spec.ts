import { resolve } from "node:path";
import type { Page } from "@playwright/test";
import { expect, QUALYS, test } from "./every-page";

/** The sample market's first issuer: years of trades. */
const BUSY = "/issuers/9000000001";

/** Every chart, from the seed filing or the sample market of the demo: both are always the same. */
const CHARTS = [
  { name: "timeline-of-one-filing", path: QUALYS, chart: "#timeline [data-gutter] > svg" },
  { name: "timeline-of-years", path: BUSY, chart: "#timeline [data-gutter] > svg" },
  { name: "months-of-one-filing", path: QUALYS, chart: "#months [data-gutter] > svg" },
  { name: "months-of-years", path: BUSY, chart: "#months [data-gutter] > svg" },
  { name: "holdings-of-one-filing", path: QUALYS, chart: "#holdings [data-gutter] > svg" },
  { name: "holdings-by-person", path: `${BUSY}?shares=people`, chart: "#holdings [data-gutter] > svg" },
  { name: "holdings-row-by-row", path: BUSY, chart: "#holdings [data-gutter] > svg" },
  { name: "compared-months", path: "/compare?issuers=9000000001,9000000002", chart: "main svg[viewBox][role=img]" },
  { name: "plan-span", path: QUALYS, chart: "#plans .keep > div:first-child" },
  { name: "market-months", path: "/", chart: "#months svg.recharts-surface" },
  { name: "screened-months", path: "/transactions?code=P", chart: "#months svg.recharts-surface" },
];

for (const { name, path, chart } of CHARTS) {
  test(`${name} is drawn as it was, in both themes`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    await page.goto(path);
    await page.waitForLoadState("networkidle");
    await expectPicture(page, chart, `${name}-light.png`);
    await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    await expectPicture(page, chart, `${name}-dark.png`);
  });
}

/** Letters are left out: machines differ in their fonts, and the geometry of words is compared elsewhere. */
async function expectPicture(page: Page, chart: string, file: string): Promise<void> {
  const drawing = page.locator(chart).first();
  await drawing.scrollIntoViewIfNeeded();
  await expect(drawing).toHaveScreenshot(file, {
    stylePath: resolve("tests/e2e/pictures/no-letters.css"),
    animations: "disabled",
    maxDiffPixelRatio: 0.01,
  });
}
