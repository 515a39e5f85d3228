import type { FilingSummary } from "@/lib/services/views/shapes/filing";
import { expect, expectAccessible, test } from "./every-page";

const ISSUERS = Array.from({ length: 12 }, (_, n) => `90000000${String(n + 1).padStart(2, "0")}`);

test("an amendment shows what it changed, and leads to the original, which shows it too", async ({ page, request }) => {
  const filings: FilingSummary[] = [];
  for (const cik of ISSUERS) filings.push(...(await (await request.get(`/api/v1/issuers/${cik}`)).json()).filings);
  const amendment = filings.find((filing) => filing.documentType === "4/A");
  if (amendment === undefined) throw new Error("the sample market has no amendment");
  await page.goto(`/filings/${amendment.id}`);
  const section = page.locator("#amendments");
  await expect(section.getByRole("heading", { level: 3 }).first()).toContainText("this form 4/A amends Form 4");
  await expect(section.locator("del").first()).toBeVisible();
  await expectAccessible(page);
  await section
    .getByRole("heading", { level: 3 })
    .first()
    .getByRole("link", { name: /^Form 4/ })
    .click();
  await expect(page).not.toHaveURL(new RegExp(amendment.id));
  await expect(page.locator("#amendments").getByRole("heading", { level: 3 }).first()).toContainText(
    "amends this form 4",
  );
  const replaced = page.locator("tr.superseded").first();
  await expect(replaced.getByRole("link", { name: "replaced" })).toHaveAttribute("href", /#t/);
});
