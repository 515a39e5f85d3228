import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, QUALYS, test } from "./every-page";

/** The sample market's first issuer: years of trades. */
const BUSY = "/issuers/9000000001";

test("a drag across the timeline looks closer, and all follows; back and forward work", async ({ page }) => {
  await page.goto(BUSY);
  await settled(page);
  const before = await figures(page);
  const plot = page.locator("#timeline [data-gutter]");
  const box = await plot.boundingBox();
  if (box === null) throw new Error("no plot");
  await page.mouse.move(box.x + box.width * 0.4, box.y + 4);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.6, box.y + 6, { steps: 5 });
  await page.mouse.up();
  await expect(page).toHaveURL(/from=\d{4}(-\d\d){0,2}&to=\d{4}/);
  await expect.poll(() => figures(page)).not.toEqual(before);
  const closer = await figures(page);
  expect(closer.rows).toBeLessThan(before.rows);
  await page.goBack();
  await expect.poll(() => figures(page)).toEqual(before);
  await page.goForward();
  await expect.poll(() => figures(page)).toEqual(closer);
  await page.reload();
  expect(await figures(page)).toEqual(closer);
  await page.getByRole("link", { name: "all time" }).click();
  await expect.poll(() => figures(page)).toEqual(before);
  await expect(page).toHaveURL(BUSY);
});

test("the strip below is moved by keys, and a month leads to its own trades", async ({ page }) => {
  await page.goto(`${BUSY}?code=S`);
  await settled(page);
  const first = page.getByRole("slider", { name: "First day shown" });
  await first.focus();
  await page.keyboard.press("PageUp");
  await expect(page).toHaveURL(/code=S&from=\d{4}(-\d\d)?&to=\d{4}/);
  await expect(page.getByRole("slider", { name: "Last day shown" })).toHaveAttribute("aria-valuetext", /\d{4}$/);
  await page.getByRole("link", { name: "all time" }).click();
  const month = page.locator("#months a[data-index]").last();
  const words = (await month.getAttribute("aria-label")) ?? "";
  const rows = Number(/(\d+) rows?/.exec(words)?.[1]);
  await month.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/code=S&from=(\d{4}-\d\d)&to=\1$/);
  await expect.poll(async () => (await figures(page)).rows).toBeGreaterThanOrEqual(rows);
  await expect(page.locator("#months figcaption")).toContainText("in 1 month with trades");
});

test("charts are drawn without JavaScript, and not moved by it", async ({ browser, page, baseURL }) => {
  const bare = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1440, height: 900 } });
  const still = await bare.newPage();
  await still.goto(`${baseURL}${QUALYS}`);
  await page.goto(QUALYS);
  await settled(page);
  for (const id of ["timeline", "months", "holdings"]) {
    const shapes = await drawn(still, id);
    expect(shapes.length).toBeGreaterThan(5);
    expect(await drawn(page, id)).toEqual(shapes);
    expect(await still.locator(`#${id} figure`).first().boundingBox()).toEqual(
      await page.locator(`#${id} figure`).first().boundingBox(),
    );
  }
  // The seed filing: one exercise, three planned sales, each a link to its row.
  await expect(still.locator("#timeline a.mark")).toHaveCount(4);
  await bare.close();
});

test("a mark tells its trade to the pointer and to the keyboard, and leads to its row", async ({ page }) => {
  await page.goto(QUALYS);
  await settled(page);
  const marks = page.locator("#timeline a.mark");
  await marks.first().focus();
  await page.keyboard.press("ArrowRight");
  await expect(marks.nth(1)).toBeFocused();
  await expect(page.locator("#timeline")).toContainText("prices from $75.30 to $75.795");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/filings\/.+#t1-tx2$/);
});

test("charts are saved as SVG and as PNG, invented ones marked", async ({ page }) => {
  await page.goto(BUSY);
  await settled(page);
  for (const id of ["timeline", "months", "holdings"]) {
    const svg = await saved(page, id, "SVG");
    expect(svg.name).toMatch(/\.svg$/);
    const text = svg.bytes.toString("utf8");
    expect(text).toContain("Fictional sample data");
    expect(text).toContain("Source: invented filings.");
    expect(text).not.toContain(">Fother codes");
    // Styles are written down, links and the page's variables are gone.
    expect(text).not.toMatch(/var\(--|class="|<a |light-dark/);
    expect(
      await page.evaluate(
        (xml) => new DOMParser().parseFromString(xml, "image/svg+xml").querySelector("parsererror"),
        text,
      ),
    ).toBeNull();
  }
  const png = await saved(page, "timeline", "PNG");
  expect(png.bytes.subarray(1, 4).toString()).toBe("PNG");
  // Twice as dense as the page: wider than its window.
  expect(png.bytes.readUInt32BE(16)).toBeGreaterThan(1440);
  expect(png.bytes.length).toBeGreaterThan(20_000);
});

test("holdings stack by person, in the address", async ({ page }) => {
  test.slow();
  await page.goto(BUSY);
  await settled(page);
  // On a busy machine the page's code may still be waking up when the network has been quiet for a while.
  await expect(async () => {
    await page.locator("#holdings").getByRole("button", { name: "stacked by person" }).first().click();
    await expect(page).toHaveURL(/shares=people/, { timeout: 3000 });
  }).toPass();
  await expect(page.locator("#holdings figcaption").first()).toContainText(/balances of \d+ insiders/);
  await expectAccessible(page);
  await page.reload();
  await expect(page.locator("#holdings figcaption").first()).toContainText(/balances of \d+ insiders/);
  await page.setViewportSize({ width: 360, height: 800 });
  await expectNoSidewaysScroll(page);
});

/** Charts answer once their code has come. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
}

/** What the filter moves, as numbers. */
async function figures(page: Page): Promise<{ net: string; rows: number; marks: number; months: string }> {
  const about = (await page.locator("#transactions p").first().textContent()) ?? "";
  return {
    net: (await page.locator("dl > div", { hasText: "Net open market" }).locator("dd").first().textContent()) ?? "",
    rows: Number(/^([\d,]+) rows?/.exec(about)?.[1]?.replaceAll(",", "")),
    marks: await page.locator("#timeline a.mark").count(),
    months: (await page.locator("#months figcaption").textContent()) ?? "",
  };
}

/** Shapes of a section's first plot: their kind and geometry. */
function drawn(page: Page, id: string): Promise<string[]> {
  const names = ["d", "x", "y", "x1", "x2", "y1", "y2", "width", "height", "r"];
  return page
    .locator(`#${id} [data-gutter] > svg`)
    .first()
    .locator("path, line, rect, circle, svg, text")
    .evaluateAll(
      (shapes, geometry) =>
        shapes.map((shape) => [shape.tagName, ...geometry.map((name) => shape.getAttribute(name) ?? "")].join(" ")),
      names,
    );
}

async function saved(page: Page, id: string, format: "SVG" | "PNG"): Promise<{ name: string; bytes: Buffer }> {
  const download = page.waitForEvent("download");
  await page.locator(`#${id}`).getByRole("button", { name: format, exact: true }).first().click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}
