import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findAmendments } from "@/lib/analytics/counting/amendments";
import { inForce } from "@/lib/analytics/counting/in-force";
import { jointEvents } from "@/lib/analytics/counting/joint-events";
import type { Episode } from "@/lib/analytics/exercise/episode";
import { exerciseEpisodes } from "@/lib/analytics/exercise/episodes";
import { balanceLines } from "@/lib/analytics/holdings/balance-lines";
import { ledgerAudit } from "@/lib/analytics/holdings/ledger-audit";
import { findSplits } from "@/lib/analytics/holdings/splits";
import { planCards } from "@/lib/analytics/plans/plans";
import { priceFlags } from "@/lib/analytics/prices/price-flags";
import { type FilingFacts, rowAddress } from "@/lib/analytics/rows/filed-row";
import { filingFacts } from "@/lib/analytics/rows/filing-facts";
import { readOwnershipXml } from "@/lib/sources/xml/read-ownership-xml";

const ROOT = join(process.env.FILINGS_DIR ?? "../shared/filings", "xml");
const present = existsSync(ROOT);
if (!present) console.log(`No real filings at ${ROOT}: the measures are not checked against them.`);

function issuer(cik: string): FilingFacts[] {
  const folder = join(ROOT, cik.padStart(10, "0"));
  return readdirSync(folder).map((file) => read(cik, file.replace(".xml", "")));
}

function read(cik: string, accession: string): FilingFacts {
  const file = join(ROOT, cik.padStart(10, "0"), `${accession}.xml`);
  return filingFacts(accession, readOwnershipXml(readFileSync(file)).document);
}

describe.skipIf(!present)("real filings, values read off the forms by hand", () => {
  it("Apple, 1 April 2023: 149,684 units vest, 77,459 withheld, the other 72,225 sold two days later under a plan", () => {
    const filing = read("320193", "0000320193-23-000047");
    const [episode] = exerciseEpisodes([filing]) as [Episode];
    expect(episode).toMatchObject({ type: "vest", outcome: "stock-funded-hold", cost: 0, kept: 72225, flags: [] });
    expect([episode.exercised.shares, episode.withheld.shares, episode.sold.shares]).toEqual([149684, 77459, 0]);
    // 1 − 77,459 / 149,684 = 0.4825165; 33,407 + 38,818 sold on 3 April.
    expect(episode.retention).toEqual({ 0: 0.482517, 30: 0, 365: 0 });
    expect(episode.legs[0]?.derivatives.map((row) => row.shares)).toEqual([59064, 60932, 29688]);
    const [card] = planCards([filing]);
    expect(card?.adoption?.date).toBe("2022-11-28");
    expect(card?.daysToFirstTrade).toEqual({ min: 126, max: 126 });
    expect(card?.holdingSold).toMatchObject([{ sold: 72225, before: 497438, share: 0.145194 }]);
    expect(card?.waiting.outcome).toBe("rule did not apply");
    // The balance steps by 154 shares of the employee plan, and the note says so.
    const { residuals } = ledgerAudit(balanceLines([filing]));
    expect(residuals.map((one) => [one.step.residual, one.explanation])).toEqual([[154, "footnote"]]);
  });

  it("Adobe, 15 March 2023: two grants with one description and one note keep their own balances", () => {
    const lines = balanceLines([read("796343", "0000796343-23-000047")]).filter((line) => line.table === "II");
    expect(lines.map((line) => [line.opening, line.closing?.balance])).toEqual([
      [558, 496],
      [4125, 3667],
    ]);
  });

  it("PACCAR, February 2023: 3-for-2, shown by 13 lines without any price", () => {
    const filings = inForce(issuer("75362")).filings;
    expect(findSplits(balanceLines(filings), filings).filter((split) => split.confirmed)).toMatchObject([
      { ratio: { to: 3, for: 2 }, after: "2023-01-30", by: "2023-02-08", against: [] },
    ]);
  });

  it("Atlassian's founders sell alike from their own trusts: two events though shares, prices and balances agree", () => {
    const both = ["0001562180-23-001700", "0001562180-23-001701"].map((accession) => read("1650372", accession));
    expect(jointEvents(both)).toEqual([]);
  });

  it("a purchase by Hennessy Capital Partners VI, reported by two managing members, is one event", () => {
    const both = ["0001140361-23-015374", "0001140361-23-015377"];
    const folder = readdirSync(ROOT).find((cik) => existsSync(join(ROOT, cik, `${both[0]}.xml`))) ?? "";
    const events = jointEvents(both.map((accession) => read(folder, accession)));
    expect(events.map((event) => [rowAddress(event.counted), event.copies.map((copy) => copy.relation.rule)])).toEqual([
      ["0001140361-23-015374#t2-tx1", ["indirect balances coincide"]],
    ]);
  });

  it("a 4/A that corrects the title of both its rows replaces both", () => {
    const { superseded } = findAmendments(issuer("1232860"));
    expect([...superseded].map(([address, { by, rule }]) => [address, by, rule])).toEqual([
      ["0000070858-25-000370#t1-tx1", "0000070858-25-000376#t1-tx1", "estimated"],
      ["0000070858-25-000370#t1-tx2", "0000070858-25-000376#t1-tx2", "estimated"],
    ]);
  });

  it("$188,139 a share beside a range of $187.875 to $188.41 is flagged twice over", () => {
    const folder = readdirSync(ROOT).find((cik) => existsSync(join(ROOT, cik, "0001209191-23-018495.xml"))) ?? "";
    const flags = priceFlags([read(folder, "0001209191-23-018495")]);
    expect(flags.map((flag) => [flag.address, flag.flag])).toEqual([
      ["0001209191-23-018495#t1-tx7", "price outside its range"],
      ["0001209191-23-018495#t1-tx7", "power of ten"],
    ]);
  });
});
