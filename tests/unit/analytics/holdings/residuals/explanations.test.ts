import { describe, expect, it } from "vitest";
import { balanceLines } from "@/lib/analytics/holdings/balance-lines";
import { ledgerAudit } from "@/lib/analytics/holdings/ledger-audit";
import type { FilingFacts } from "@/lib/analytics/rows/filed-row";
import { filing, holding, type RowSpec, tx } from "@/tests/support/filing-builder";

/** Each gap: what it comes to, how it is explained, and by what. */
const gaps = (...filings: FilingFacts[]) =>
  ledgerAudit(balanceLines(filings)).residuals.map(({ step, explanation, evidence }) => [
    step.residual,
    explanation,
    evidence,
  ]);
const form = (id: string, filed: string, rows: RowSpec[], more = {}) => filing({ id, filed, rows, ...more });
const bought = (id: string, date: string, shares: number, after: number, more = {}, filed = date) =>
  form(id, filed, [tx("P", date, shares, 5, "A", after, more)]);
const indirect = (natureOfOwnership: string) => ({ directOrIndirectOwnership: "I", natureOfOwnership });

describe("a plan account", () => {
  it.each([
    "By 401(k)",
    "401(k) Plan",
    "By Svgs Plan Trustee",
    "By Larch Savings Plan",
    "by ESPP",
    "Thrift/401(K) Plan Trust",
  ])("%s explains what came between two statements", (nature) => {
    const held = (id: string, date: string, shares: number) =>
      form(id, date, [tx("P", date, 10, 5, "A", id === "a" ? 110 : 120), holding(shares, indirect(nature))]);
    expect(gaps(held("a", "2024-01-02", 4730), held("b", "2024-03-01", 4801))).toEqual([
      [71, "plan account", `held in a plan (“${nature}”), whose purchases need no row`],
    ]);
  });
  it.each(["By Spouse", "By Plan Partners LLC", "By IRA", "By Trust"])("%s is none", (nature) => {
    const held = (id: string, date: string, shares: number) => form(id, date, [holding(shares, indirect(nature))]);
    expect(gaps(held("a", "2024-01-02", 4730), held("b", "2024-03-01", 4801))).toEqual([[71, "unexplained", ""]]);
  });
});

describe("a change of form", () => {
  const daughters = (shares: number) =>
    [1, 2, 3].map((n) => holding(shares, indirect("By daughter"), { natureOfOwnership: [`F${n}`] }));
  const footnotes = { F1: "Held for Ada.", F2: "Held for Bea.", F3: "Held for Cleo." };

  it("is told where one filing moves shares between the owner's lines, whatever else came within the year", () => {
    // 1,350 leave the direct line, 450 arrive on each of three; a fourth line rises by 70 in another filing.
    const trust = (shares: number) => holding(shares, indirect("By Trust"));
    const filings = [
      form("a", "2024-01-02", [tx("P", "2024-01-02", 5, 5, "A", 9000), ...daughters(1293), trust(300)], { footnotes }),
      form("b", "2024-02-01", [tx("P", "2024-02-01", 10, 5, "A", 7660), ...daughters(1743), trust(300)], { footnotes }),
      form("c", "2024-03-01", [tx("P", "2024-03-01", 10, 5, "A", 7670), ...daughters(1743), trust(370)], { footnotes }),
    ];
    expect(gaps(...filings).map(([residual, explanation]) => [residual, explanation])).toEqual([
      [450, "change of form"],
      [450, "change of form"],
      [450, "change of form"],
      [-1350, "change of form"],
      [70, "unexplained"],
    ]);
  });
  it("is told by a line that the next form lists no more", () => {
    const award = (name: string, shares: number) => holding(shares, indirect(`By Stock Award ${name}`));
    expect(
      gaps(
        form("a", "2024-01-25", [tx("G", "2024-01-25", 100, 0, "D", 400), award("X", 1500), award("XI", 5406)]),
        // 1,500 + 1,802 = 3,302 vested and are held directly.
        form("b", "2024-03-01", [tx("G", "2024-01-29", 200, 0, "D", 3502), award("XI", 3604)]),
      ),
    ).toEqual([
      [-1802, "change of form", "+3302 shares on the line direct; −1500 shares on the line indirect, By Stock Award X"],
      [
        3302,
        "change of form",
        "−1802 shares on the line indirect, By Stock Award XI; −1500 shares on the line indirect, By Stock Award X",
      ],
    ]);
  });
  it("is told by a row of another line that hands the shares on, or by all of them", () => {
    const fund = indirect("By Larch Fund, L.P.");
    const holder = indirect("By Larch Holdings LLC");
    const sold = (date: string, shares: number, after: number) => tx("S", date, shares, 9, "D", after, holder);
    const handed = (date: string, shares: number, after: number) => tx("J", date, shares, 0, "D", after, fund);
    expect(
      gaps(
        form("a", "2024-05-02", [handed("2024-05-01", 300, 900), sold("2024-05-01", 300, 0)]),
        form("b", "2024-05-09", [
          handed("2024-05-08", 80, 820),
          sold("2024-05-08", 100, 20),
          handed("2024-05-08", 40, 780),
          sold("2024-05-08", 20, 0),
        ]),
      ),
    ).toEqual([
      [
        120,
        "change of form",
        "80 shares of the row t1-tx1, code J, on the line indirect, By Larch Fund, L.P.; 40 shares of the row t1-tx3, code J, on the line indirect, By Larch Fund, L.P.",
      ],
    ]);
    const gift = tx("G", "2024-02-01", 250, 0, "D", 750);
    const trust = tx("S", "2024-02-01", 50, 9, "D", 400, indirect("By Trust"));
    expect(
      gaps(
        form("a", "2024-01-02", [tx("P", "2024-01-02", 9, 5, "A", 1000), holding(200, indirect("By Trust"))]),
        form("b", "2024-02-02", [gift, trust]),
      ),
    ).toEqual([[250, "change of form", "250 shares of the row t1-tx1, code G, on the line direct"]]);
  });
  it("is not told by a sale of as many shares", () => {
    const trust = (shares: number) => holding(shares, indirect("By Trust"));
    expect(
      gaps(
        form("a", "2024-01-02", [tx("P", "2024-01-02", 9, 5, "A", 1000), trust(200)]),
        form("b", "2024-02-02", [tx("S", "2024-02-01", 250, 9, "D", 750), trust(450)]),
      ),
    ).toEqual([[250, "unexplained", ""]]);
  });
});

describe("a line named otherwise", () => {
  const misspelled = { securityTitle: "Common A Stock" };
  it("goes on from the balance under another title, and back", () => {
    expect(
      gaps(
        bought("a", "2024-01-02", 100, 1000),
        bought("b", "2024-02-01", 500, 1500, misspelled),
        bought("c", "2024-03-01", 50, 1550),
        bought("d", "2024-04-01", 10, 1560, misspelled),
      ),
    ).toEqual([
      [500, "named otherwise", "goes on from the balance under the title “Common A Stock”"],
      [50, "named otherwise", "goes on from the balance under the title “Common Stock”"],
    ]);
  });
  it("goes on from the balance under another nature of ownership", () => {
    const trust = (id: string, date: string, shares: number, after: number, nature: string) =>
      bought(id, date, shares, after, indirect(nature));
    expect(
      gaps(
        trust("a", "2024-01-02", 100, 1000, "By Fund I, LP"),
        trust("b", "2024-02-01", 500, 1500, "By Fund I, L.P."),
        trust("c", "2024-03-01", 50, 1550, "By Fund I, LP"),
      ),
    ).toEqual([[500, "named otherwise", "goes on from the balance under the nature “By Fund I, L.P.”"]]);
  });
  it("does not where the other line goes on from that balance itself", () => {
    expect(
      gaps(
        bought("a", "2024-01-02", 100, 1000),
        bought("b", "2024-02-01", 500, 1500, misspelled),
        bought("c", "2024-03-01", 50, 1550),
        bought("d", "2024-04-01", 10, 1510, misspelled),
      ),
    ).toEqual([[500, "unexplained", ""]]);
  });
  it("does not for a handful of shares", () => {
    expect(
      gaps(
        bought("a", "2024-01-02", 1, 10),
        bought("b", "2024-02-01", 5, 50, misspelled),
        bought("c", "2024-03-01", 5, 55),
      ),
    ).toEqual([[40, "unexplained", ""]]);
  });
  it("repeats the direct line of a spouse who files alone", () => {
    const ada = [{ cik: "100", name: "Larch Ada" }];
    const ben = [{ cik: "200", name: "Larch Ben" }];
    const spouse = (id: string, date: string, shares: number) =>
      form(id, date, [holding(shares, indirect("By Spouse"))], { owners: ada });
    const own = (id: string, date: string, shares: number, after: number) =>
      form(id, date, [tx("A", date, shares, 0, "A", after)], { owners: ben });
    const filings = [
      own("a", "2024-01-02", 100, 5000),
      spouse("b", "2024-01-03", 5000),
      own("c", "2024-02-01", 700, 5700),
      spouse("d", "2024-02-02", 5700),
    ];
    expect(gaps(...filings)).toEqual([
      [700, "named otherwise", "the direct line of Larch Ben went from 5000 to 5700 shares"],
    ]);
    expect(gaps(...filings.slice(1, 2), ...filings.slice(3))).toEqual([[700, "unexplained", ""]]);
    // On the one's own page the other's lines are known too.
    const [hers, all] = [balanceLines(filings.filter((one) => one.ownerKey === "100")), balanceLines(filings)];
    expect(ledgerAudit(hers, [], all).residuals).toMatchObject([{ explanation: "named otherwise" }]);
  });
});

describe("the order of filing", () => {
  it("closes what the order of trading leaves open, where a form came late", () => {
    // Traded on 15, 24 and 29 March; the form on the 24th came last and states the balance of its day.
    expect(
      gaps(
        bought("a", "2024-03-15", 500, 29800),
        bought("b", "2024-03-24", 200, 30500, {}, "2024-03-30"),
        bought("c", "2024-03-29", 500, 30300),
        bought("d", "2024-04-25", 100, 30600),
      ),
    ).toEqual([
      [500, "filing order", "goes on from c#t1-tx1, filed before it"],
      [-700, "filing order", "goes on from a#t1-tx1, filed before it"],
      [200, "filing order", "goes on from b#t1-tx1, filed before it"],
    ]);
  });
  it("closes nothing where it doesn't add up either", () => {
    expect(
      gaps(
        bought("a", "2024-03-15", 500, 29800),
        bought("b", "2024-03-24", 200, 30600, {}, "2024-03-30"),
        bought("c", "2024-03-29", 500, 30300),
      ),
    ).toEqual([
      [600, "unexplained", ""],
      [-800, "filing order", "goes on from a#t1-tx1, filed before it"],
    ]);
  });
});

describe("slips", () => {
  it("a row in two filings is filed twice", () => {
    expect(
      gaps(
        bought("a", "2024-01-02", 50, 500),
        bought("b", "2024-02-01", 100, 600),
        bought("c", "2024-02-01", 100, 600),
      ),
    ).toEqual([[-100, "filed twice", "c#t1-tx1 says again what b#t1-tx1 says"]]);
  });
  it("one balance stands out of line where the reports around it add up", () => {
    expect(
      gaps(
        bought("a", "2024-01-02", 50, 500),
        bought("b", "2024-02-01", 100, 6600),
        bought("c", "2024-03-01", 10, 610),
      ),
    ).toEqual([
      [6000, "balance out of line", "the reports before and after b#t1-tx1 add up as if it had left 600, not 6600"],
      [-6000, "balance out of line", "the reports before and after b#t1-tx1 add up as if it had left 600, not 6600"],
    ]);
  });
  it("all balances of one filing stand out of line alike", () => {
    const shifted = form("b", "2024-02-02", [
      tx("S", "2024-02-01", 100, 9, "D", 40),
      tx("S", "2024-02-02", 10, 9, "D", 30),
    ]);
    expect(
      gaps(bought("a", "2024-01-02", 50, 500), shifted, bought("c", "2024-03-01", 10, 400)).map(
        ([residual, explanation]) => [residual, explanation],
      ),
    ).toEqual([
      [-360, "balance out of line"],
      [360, "balance out of line"],
    ]);
  });
  it("a gap that a later filing undoes only in part, or two filings on, stays unexplained", () => {
    expect(
      gaps(
        bought("a", "2024-01-02", 50, 500),
        bought("b", "2024-02-01", 100, 700),
        bought("c", "2024-03-01", 10, 710),
        bought("d", "2024-04-01", 10, 620),
        bought("e", "2024-05-01", 10, 629),
      ).map(([residual, explanation]) => [residual, explanation]),
    ).toEqual([
      [100, "unexplained"],
      [-100, "unexplained"],
      [-1, "unexplained"],
    ]);
  });
  it("a balance from before its row is a hint, no explanation", () => {
    const filings = [
      bought("a", "2024-01-02", 50, 500),
      form("b", "2024-02-02", [tx("S", "2024-02-01", 200, 9, "D", 500)]),
    ];
    const [residual] = ledgerAudit(balanceLines(filings)).residuals;
    expect(residual).toMatchObject({
      explanation: "unexplained",
      hint: "balance before the row",
      step: { residual: 200 },
    });
  });
});

describe("a note on the balance", () => {
  type Field = "sharesOwnedFollowingTransaction" | "transactionShares" | "securityTitle";
  const noted = (words: string, on: Field, after = 410) =>
    form("b", "2024-02-01", [tx("P", "2024-02-01", 10, 5, "A", after, {}, { [on]: ["F1"] })], {
      footnotes: { F1: words },
    });
  const before = bought("a", "2024-01-02", 50, 500);

  it.each([
    "Includes shares acquired under the issuer's employee stock purchase plan.",
    "Total shares reported includes dividend shares held as of January 25, 2024.",
    "Share numbers have been adjusted to reflect changes in form of beneficial ownership.",
  ])("says that it takes shares in, without the number: %s", (words) => {
    expect(gaps(before, noted(words, "sharesOwnedFollowingTransaction"))).toEqual([
      [-100, "note on the balance", words],
    ]);
  });
  it("is a footnote to the gap where it gives the number", () => {
    const words =
      "Reflects 100 shares transferred to the holder's former spouse pursuant to a domestic relations order.";
    expect(gaps(before, noted(words, "sharesOwnedFollowingTransaction"))).toEqual([[-100, "footnote", words]]);
  });
  it("may hang on the shares where it counts shares that were moved", () => {
    const words = "The holder transferred 250 shares to a grantor retained annuity trust on January 9, 2024.";
    expect(gaps(before, noted(words, "transactionShares"))).toEqual([[-100, "note on the balance", words]]);
  });
  it.each([
    "This transaction is being reported late due to inadvertent administrative error.",
    "Reflects the withholding of shares to satisfy tax obligations on restricted stock that vested.",
    "The prices reported above reflect the weighted average purchase prices.",
    "Represents dividend equivalent units accrued on May 12, 2024.",
  ])("is none where it speaks of the row: %s", (words) => {
    expect(gaps(before, noted(words, "transactionShares"))).toEqual([[-100, "unexplained", ""]]);
    expect(gaps(before, noted(words, "securityTitle"))).toEqual([[-100, "unexplained", ""]]);
  });
  it("gives no number that a column of the form has", () => {
    const words = "The remaining 400 shares, granted under Stock Award XI, will vest on March 1, 2025.";
    const award = (shares: number, notes = {}) => holding(shares, indirect("By Stock Award XI"), notes);
    const filings = [
      form("a", "2024-01-02", [tx("P", "2024-01-02", 50, 5, "A", 500), award(800)]),
      form("b", "2024-02-01", [tx("P", "2024-02-01", 10, 5, "A", 910), award(400, { natureOfOwnership: ["F1"] })], {
        footnotes: { F1: words },
      }),
    ];
    expect(gaps(...filings).map(([residual, explanation]) => [residual, explanation])).toEqual([
      [-400, "change of form"],
      [400, "change of form"],
    ]);
    const alone = (id: string, date: string, shares: number, notes = {}) =>
      form(id, date, [award(shares, notes)], { footnotes: { F1: words } });
    expect(gaps(alone("a", "2024-01-02", 800), alone("b", "2024-02-01", 400, { natureOfOwnership: ["F1"] }))).toEqual([
      [-400, "unexplained", ""],
    ]);
  });
  it("comes behind what an exact figure tells", () => {
    const words =
      "The number of shares held directly includes certain shares that were previously held by Stock Awards.";
    const award = (shares: number) => holding(shares, indirect("By Stock Award IX"));
    const filings = [
      form("a", "2024-01-02", [tx("P", "2024-01-02", 50, 5, "A", 500), award(900)]),
      form(
        "b",
        "2024-02-01",
        [tx("P", "2024-02-01", 10, 5, "A", 810, {}, { sharesOwnedFollowingTransaction: ["F1"] }), award(600)],
        { footnotes: { F1: words } },
      ),
    ];
    expect(gaps(...filings)).toEqual([
      [-300, "change of form", "+300 shares on the line direct"],
      [300, "change of form", "−300 shares on the line indirect, By Stock Award IX"],
    ]);
  });

  const remarks =
    "Amount of securities beneficially owned following reported transaction in the first row of Table 1 reflects a transfer of the pecuniary interest in certain shares in a transaction exempt from Section 16 pursuant to Rule 16a-12.";
  const remarked = (words: string) =>
    form("b", "2024-02-01", [tx("P", "2024-02-01", 10, 5, "A", 410)], { remarks: words });
  it("may be a remark on the balance column", () => {
    expect(gaps(before, remarked(`Exhibit 24. ${remarks}`))).toEqual([[-100, "note on the balance", remarks]]);
  });
  it("is none where the remark speaks of something else", () => {
    expect(gaps(before, remarked("The transfer agent was notified. Executive Vice President."))).toEqual([
      [-100, "unexplained", ""],
    ]);
  });
});
