import { expect, expectAccessible, expectNoSidewaysScroll, POSEY, QUALYS, test } from "./every-page";

const SAMPLE = "9000000034";

test("an analyst makes a watch list, finds it again, and reads its feed", async ({ page, request }) => {
  await page.goto(QUALYS);
  await page.getByRole("link", { name: "watch", exact: true }).click();
  await expect(page).toHaveURL(/\/watch\?issuers=1107843$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("QLYS");
  await expect(page.getByRole("main")).toContainText(
    "2,000 Common Stock in 3 rows, at $75.5351 to $77.585, $152,750.75; planned (10b5-1)",
  );

  await page.getByLabel("Add an issuer or insider").fill("bruce posey");
  await page.getByRole("button", { name: "Add" }).click();
  await expect(page).toHaveURL(/\/watch\?issuers=1107843&insiders=1254781$/);
  await page.getByLabel("Add an issuer or insider").fill(SAMPLE);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/watch\\?issuers=1107843,${SAMPLE}&insiders=1254781$`));
  await expect(page.getByRole("complementary", { name: "Sample data" })).toBeVisible();

  // The lists made on the way are kept in this browser, and one can be opened or joined.
  const recent = page.locator("#recent");
  await expect(recent.getByRole("link", { name: "QLYS and POSEY BRUCE K", exact: true })).toBeVisible();
  await page.goto("/watch");
  await recent.getByRole("link", { name: /^QLYS, \w+ and POSEY BRUCE K$/ }).click();
  await expect(page).toHaveURL(new RegExp(`issuers=1107843,${SAMPLE}`));
  await expect(page.getByRole("main")).toContainText("nothing new since you looked last, through 30 Jun 2026");
  await recent.getByRole("button", { name: "Forget QLYS and POSEY BRUCE K" }).click();
  await expect(recent.getByRole("link", { name: "QLYS and POSEY BRUCE K", exact: true })).toHaveCount(0);

  await page.getByRole("link", { name: "Take POSEY BRUCE K from the list" }).click();
  await expect(page).toHaveURL(new RegExp(`/watch\\?issuers=1107843,${SAMPLE}$`));

  const href = (await page.locator('link[rel="alternate"][type="application/atom+xml"]').getAttribute("href")) ?? "";
  expect(new URL(href).pathname + new URL(href).search).toBe(`/api/v1/watch.atom?issuers=1107843,${SAMPLE}`);
  const feed = await request.get(href);
  expect(feed.headers()["content-type"]).toBe("application/atom+xml; charset=utf-8");
  const entries = await page.evaluate(
    (xml) => {
      const read = new DOMParser().parseFromString(xml, "application/xml");
      return [...read.querySelectorAll("entry")].map((entry) => ({
        id: entry.querySelector("id")?.textContent ?? "",
        link: entry.querySelector("link")?.getAttribute("href") ?? "",
      }));
    },
    await feed.text(),
  );
  const filings = await page
    .getByRole("main")
    .getByRole("link", { name: /^Form / })
    .count();
  expect(entries).toHaveLength(filings);
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  await page.goto(entries[0]?.link ?? "");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Form ");
  const again = await request.get(href, { headers: { "if-none-match": feed.headers().etag ?? "" } });
  expect(again.status()).toBe(304);
});

test("a name that several answer to is offered, and one that nobody has is said", async ({ page }) => {
  await page.goto("/watch?add=example");
  await expect(page.getByText("“example” may be:")).toBeVisible();
  await page
    .getByRole("main")
    .getByRole("link", { name: /^Example / })
    .first()
    .click();
  await expect(page).toHaveURL(/\/watch\?issuers=\d+$/);
  await page.goto("/watch?issuers=QLYS&add=zzqq+nobody");
  await expect(page.getByText("Nobody in this ledger is called “zzqq nobody”.")).toBeVisible();
});

test("a list goes back in time, and takes the day along", async ({ page }) => {
  await page.goto("/watch?issuers=qlys&asof=2018-12-10");
  await expect(page).toHaveURL(/\/watch\?issuers=1107843&asof=2018-12-10$/);
  await expect(page.getByRole("main")).toContainText("None was public by 10 Dec 2018.");
  await page.goto("/watch?issuers=1107843&asof=2018-12-11");
  await page.getByRole("link", { name: "Form 4" }).click();
  await expect(page).toHaveURL(/asof=2018-12-11/);
});

test("copy link puts the short address into the clipboard", async ({ page, context, baseURL }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: baseURL });
  await page.goto(`${QUALYS}?utm_source=mail&asof=2018-12-11&code=S`);
  await expect(async () => {
    await page.getByRole("button", { name: "copy link" }).click({ timeout: 2000 });
    await expect(page.getByRole("button", { name: "link copied" })).toBeVisible({ timeout: 2000 });
  }).toPass();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${baseURL}${QUALYS}?code=S&asof=2018-12-11`);
  await page.goto(POSEY);
  await expect(async () => {
    await page.getByRole("button", { name: /copy link|link copied/ }).click({ timeout: 2000 });
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${baseURL}${POSEY}`);
  }).toPass();
});

test("a shared page shows what it is of, and the picture is drawn here", async ({ page, request }) => {
  await page.goto(QUALYS);
  await expect(page).toHaveTitle("QUALYS, INC. QLYS · the insider ledger");
  const content = (name: string) => page.locator(`meta[property="og:${name}"]`).getAttribute("content");
  expect(await content("description")).toContain("Net open market −$152,750.75");
  const picture = await request.get((await content("image")) ?? "");
  expect([picture.status(), picture.headers()["content-type"]]).toEqual([200, "image/png"]);
  expect((await picture.body()).subarray(1, 4).toString()).toBe("PNG");
  for (const path of [`/share${POSEY}`, "/share/market", `/share/issuers/${SAMPLE}?asof=2024-01-01`])
    expect((await request.get(path)).status(), path).toBe(200);
  expect((await request.get("/share/issuers/NOSUCH")).status()).toBe(404);
  expect(await (await request.get("/robots.txt")).text()).toContain("Disallow: /api/");
});

for (const path of ["/watch", `/watch?issuers=1107843,${SAMPLE}&insiders=1254781`]) {
  test(`${path} is accessible and fits a phone`, async ({ page }) => {
    await page.goto(path);
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await expectNoSidewaysScroll(page);
  });
}
