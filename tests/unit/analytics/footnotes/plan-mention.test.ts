import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPlanMention } from "@/lib/analytics/footnotes/plan-notes/plan-mention";

type Stance = "planned" | "not planned" | "neither" | "mixed" | null;

/** Sentences written for this test and labelled by hand; null = no mention of Rule 10b5-1. */
const SENTENCES: readonly [Stance, string][] = [
  // Spellings
  ["planned", "Sold under a Rule 10b5-1(c) plan."],
  ["planned", "Sold under a Rule 10B5-1 plan."],
  ["planned", "Sold under a Rule 10b51 plan."],
  ["planned", "Sold under a Rule 10b-51 plan."],
  ["planned", "Sold under a Rule 10b5-l plan."],
  ["planned", "Sold under a Rule 10b5–1 plan."],
  ["planned", "Sold under a Rule 10b-5-1 plan."],
  ["planned", "Sold under a Rule 10b5-1trading plan."],
  ["planned", "Sold under a 10(b)5-1 plan."],
  ["planned", "Bought under a plan that meets Rule 10b5-1(c)(1)(i)(B)."],
  // Other rules and plan-like words
  [null, "The reporting person relied on Rule 10b-5 of the Exchange Act."],
  [null, "Rule 10b-5 1934."],
  [null, "The order was routed under Rule 10b-5. 1 share was sold later."],
  [null, "Repurchases were made in reliance on Rule 10b-18."],
  [null, "A family relationship under Rule 10b5-2 is disclaimed."],
  [null, "Sold under a pre-arranged written trading plan adopted on May 3, 2022."],
  [null, "Shares withheld under the 2010 Equity Plan, section 10b."],
  [null, "Schedule 110b5-1 to the lease."],
  // Negations
  ["not planned", "These sales were not made pursuant to a Rule 10b5-1 trading plan."],
  ["not planned", "The sale was not pursuant to a 10b5-1 plan."],
  ["not planned", "This transaction wasn't effected under a Rule 10b5-1 plan."],
  ["not planned", "The shares were sold outside of the reporting person's Rule 10b5-1 plan."],
  ["not planned", "Shares were sold other than pursuant to a Rule 10b5-1 plan."],
  ["not planned", "No Rule 10b5-1 plan was in place when the shares were sold."],
  ["not planned", "No transaction reported on this form was made pursuant to a Rule 10b5-1 trading arrangement."],
  ["not planned", "None of the transactions reported herein was effected pursuant to a Rule 10b5-1 plan."],
  ["not planned", "Neither sale was part of a 10b5-1 plan."],
  ["not planned", "The reporting person has never adopted a Rule 10b5-1 trading plan."],
  ["not planned", "The reporting person does not have a Rule 10b5-1 plan."],
  ["not planned", "Rule 10b5-1 plan: No."],
  ["not planned", "Rule 10b5-1 trading plan - not applicable."],
  ["not planned", "A Rule 10b5-1 trading plan was not used for this sale."],
  ["not planned", "This was a non-Rule 10b5-1 sale."],
  ["not planned", "The sale was made without a Rule 10b5-1 plan."],
  ["not planned", "The sale was not made under, and is separate from, his Rule 10b5-1 plan."],
  [
    "not planned",
    "The sale was not made pursuant to a Rule 10b5-1 plan, although the reporting person has a Rule 10b5-1 plan.",
  ],
  // No negation, though a “not” or “no” stands near
  ["planned", "The sale was not discretionary and was made pursuant to a Rule 10b5-1 plan."],
  ["planned", "This sale does not represent a discretionary transaction; it was made under a Rule 10b5-1 plan."],
  ["planned", "The sale does not represent a discretionary transaction by Ms. Ardent under her Rule 10b5-1 plan."],
  ["planned", "The sale, which was not reported on time, was made pursuant to a Rule 10b5-1 plan."],
  ["planned", "The sales were not made at her discretion but pursuant to a Rule 10b5-1 plan."],
  ["planned", "No further shares remain to be sold under the Rule 10b5-1 plan."],
  ["planned", "The reporting person has no discretion over sales under the Rule 10b5-1 plan."],
  ["planned", "The sale completed the reporting person's Rule 10b5-1 plan."],
  ["planned", "Sold under a Rule 10b5-1 plan that expires on March 31, 2024."],
  ["planned", "Sold under a Rule 10b5-1 plan, which terminates on March 31, 2024."],
  ["planned", "None of the sales was made other than pursuant to a Rule 10b5-1 plan."],
  ["planned", "Not only the sale but also the exercise was made under a Rule 10b5-1 plan."],
  ["planned", "The Rule 10b5-1 plan does not permit the reporting person to change the orders."],
  ["planned", "The reporting person was not aware of inside information when she adopted the Rule 10b5-1 plan."],
  ["planned", "The Rule 10b5-1 plan under which these shares were sold was terminated on May 2, 2023."],
  // Intentions and ends: a plan is named, and nothing is said of this trade
  ["neither", "The reporting person intends to adopt a Rule 10b5-1 trading plan."],
  ["neither", "The reporting person may sell further shares pursuant to a Rule 10b5-1 plan."],
  ["neither", "The trustee expects to enter into a Rule 10b5-1 plan after the next earnings release."],
  ["neither", "On May 2, 2023 the reporting person terminated his Rule 10b5-1 plan."],
  ["neither", "The reporting person's Rule 10b5-1 plan was cancelled on May 2, 2023."],
  // Two voices
  [
    "mixed",
    "1,000 shares were sold pursuant to a Rule 10b5-1 plan. The other 500 shares were not sold pursuant to a Rule 10b5-1 plan.",
  ],
  ["planned", "Sold under a Rule 10b5-1 plan. The reporting person intends to adopt a new Rule 10b5-1 plan."],
  ["not planned", "Not sold under a Rule 10b5-1 plan. The reporting person intends to adopt a Rule 10b5-1 plan."],
  // A second batch, written after the reader passed the first
  ["not planned", "This sale was not executed pursuant to a pre-arranged trading plan under Rule 10b5-1."],
  [
    "not planned",
    "The transactions reported herein were not made pursuant to a plan intended to satisfy the affirmative defense conditions of Rule 10b5-1(c).",
  ],
  ["not planned", "The reported sale was discretionary and was not effected pursuant to any Rule 10b5-1 plan."],
  ["not planned", "The reporting person did not sell these shares pursuant to a Rule 10b5-1 trading plan."],
  ["not planned", "These shares were not sold in reliance on Rule 10b5-1."],
  ["not planned", "The purchase was made in the open market and not pursuant to a Rule 10b5-1 plan."],
  ["not planned", "No 10b5-1 plan."],
  ["not planned", "Not a 10b5-1 sale."],
  ["not planned", "There was no Rule 10b5-1 plan in effect with respect to these sales."],
  ["not planned", "The sales reported were not subject to a Rule 10b5-1 trading plan."],
  ["not planned", "This sale was unrelated to the reporting person's Rule 10b5-1 plan."],
  ["not planned", "Sale made independent of the reporting person's existing Rule 10b5-1 trading plan."],
  ["not planned", "The sale was in addition to, and not under, her Rule 10b5-1 plan."],
  ["not planned", "The box was checked in error; the sale was not made pursuant to a Rule 10b5-1 plan."],
  [
    "not planned",
    "This Form 4/A corrects the original, which stated incorrectly that the sale was made pursuant to a Rule 10b5-1 plan. The sale was not made under such a plan.",
  ],
  ["not planned", "The transaction was not intended to satisfy the affirmative defense conditions of Rule 10b5-1(c)."],
  [
    "not planned",
    "The transactions were not effected under the Rule 10b5-1 trading plan adopted by the Reporting Person on May 17, 2018.",
  ],
  [
    "planned",
    "The sale was effected pursuant to a Rule 10b5-1 trading plan and not at the discretion of the reporting person.",
  ],
  ["planned", "Shares sold, not for tax purposes, pursuant to a Rule 10b5-1 plan."],
  ["planned", "These shares are not held in the trust. Sold pursuant to Rule 10b5-1."],
  ["planned", "Does not include shares held by spouse. The sales were made pursuant to a Rule 10b5-1 plan."],
  ["planned", "The reporting person had no involvement in the timing of sales made pursuant to a Rule 10b5-1 plan."],
  [
    "planned",
    "The reporting person did not exercise any subsequent influence over how, when or whether to effect sales under the Rule 10b5-1 plan.",
  ],
  ["planned", "The reporting person, who is no longer an officer, sold these shares under a Rule 10b5-1 plan."],
  ["planned", "The sale was made pursuant to a Rule 10b5-1 plan, no shares of which remain to be sold."],
  ["planned", "No consideration was paid; the shares were distributed pursuant to a Rule 10b5-1 plan."],
  ["planned", "For no consideration, in accordance with a Rule 10b5-1 plan adopted by the Partnership."],
  ["planned", "The Reporting Person has no pecuniary interest in the shares sold pursuant to the Rule 10b5-1 plan."],
  [
    "planned",
    "The reporting person disclaims beneficial ownership, and this report shall not be deemed an admission; sold pursuant to a Rule 10b5-1 plan.",
  ],
  ["planned", "Because no limit price was reached earlier, the shares were sold on June 1 under a 10b5-1 plan."],
  ["planned", "Previously not reported sale pursuant to a Rule 10b5-1 plan."],
  [
    "planned",
    "This sale was inadvertently not timely reported by the broker administering the reporting person's Rule 10b5-1 plan.",
  ],
  ["planned", "The sale was made pursuant to a Rule 10b5-1 plan that is not yet completed."],
  ["planned", "Following this sale no plan shares remain under the 10b5-1 plan."],
  ["planned", "This transaction completed the sales under the Rule 10b5-1 plan, which has now expired."],
  ["planned", "The Rule 10b5-1 plan terminated automatically upon the sale of these shares."],
  [
    "planned",
    "Without any further direction from the reporting person, the broker sold the shares under a Rule 10b5-1 plan.",
  ],
  [
    "planned",
    "Upon the recommendation of his adviser the reporting person sold outside counsel-approved limits? No: sold under a Rule 10b5-1 plan.",
  ],
  ["planned", "The plan, which was adopted outside of a blackout period, complies with Rule 10b5-1."],
  [
    "planned",
    "The reporting person adopted the plan when not in possession of material non-public information in compliance with Rule 10b5-1.",
  ],
  [
    "planned",
    "The Rule 10b5-1 plan was entered into before the amended rule and is not subject to the cooling-off period.",
  ],
  ["planned", "The 10b5-1 box is not checked because the Rule 10b5-1 plan was adopted before February 27, 2023."],
  ["planned", "Sold under a Rule 10b5-1 plan; box not checked because plan predates the amendments."],
  ["neither", "The Company has been advised that the reporting person will adopt a Rule 10b5-1 plan next quarter."],
  ["neither", "The reporting person plans to sell shares pursuant to a Rule 10b5-1 plan in the third quarter."],
  [
    "neither",
    "Mr. Vell has informed the issuer that he terminated the Rule 10b5-1 trading plan adopted on March 1, 2023.",
  ],
  ["neither", "The reporting person is considering a Rule 10b5-1 plan."],
  ["neither", "Future sales may be made under a Rule 10b5-1 plan."],
  ["not planned", "The reporting person's Rule 10b5-1 plan had not yet become effective at the time of this sale."],
  [
    "not planned",
    "The sale occurred before the reporting person's Rule 10b5-1 plan took effect and was not made under it.",
  ],
  ["not planned", "These sales weren’t made pursuant to a 10b5-1 plan."],
  ["not planned", "Sold by the reporting person in his discretion, rather than pursuant to a Rule 10b5-1 plan."],
  ["not planned", "Sold at her discretion instead of under a Rule 10b5-1 plan."],
  ["not planned", "The transaction is not covered by a Rule 10b5-1 plan."],
  ["not planned", "The transactions reported on this Form 4 were not pre-planned under Rule 10b5-1."],
  ["not planned", "The reporting person sold these shares in the absence of a 10b5-1 plan."],
  ["not planned", "Rule 10b5-1 does not apply to this sale."],
  [
    "not planned",
    "This sale was not made in accordance with a previously adopted trading plan that satisfies Rule 10b5-1.",
  ],
  ["not planned", "Neither the sale nor the exercise was made pursuant to a Rule 10b5-1 plan."],
  ["not planned", "The shares were sold on the open market, and no part of the sale was pursuant to a 10b5-1 plan."],
  // A third batch, likewise
  [
    "not planned",
    "The sales reported on this Form 4 were not effected pursuant to the Reporting Person's Rule 10b5-1 trading plan.",
  ],
  [
    "not planned",
    "This transaction was not made pursuant to a contract, instruction or written plan intended to satisfy the affirmative defense conditions of Rule 10b5-1(c).",
  ],
  ["not planned", "For the avoidance of doubt, the shares were not sold under a 10b5-1 plan."],
  ["not planned", "Open market sale; not pursuant to 10b5-1 plan."],
  ["not planned", "Open market sale - no 10b5-1 plan."],
  ["not planned", "The reporting person had no Rule 10b5-1 trading plan in place at the time of the sale."],
  ["not planned", "At the time of the sale, no plan under Rule 10b5-1 was in effect."],
  ["not planned", "No trading plan under Rule 10b5-1 governed this sale."],
  ["not planned", "These trades were executed outside any Rule 10b5-1 plan."],
  ["not planned", "This purchase was made outside the parameters of the reporting person's 10b5-1 plan."],
  ["not planned", "No such plan under Rule 10b5-1 was in place."],
  ["not planned", "The reporting person has not entered into any Rule 10b5-1 trading arrangement."],
  ["not planned", "The gift was not a transaction under a Rule 10b5-1 plan."],
  ["not planned", "The sale to cover taxes was mandated by the issuer and is not a sale under a 10b5-1 plan."],
  ["not planned", "The sale isn't part of any 10b5-1 plan."],
  ["not planned", "Sale was not pre-arranged under a Rule 10b5-1 plan."],
  ["not planned", "This sale does not relate to the Rule 10b5-1 plan adopted on May 1, 2023."],
  ["not planned", "None of these sales were pursuant to a Rule 10b5-1 plan."],
  ["mixed", "Not all of the shares were sold pursuant to a Rule 10b5-1 plan."],
  ["mixed", "Not every sale reported here was made under the reporting person's Rule 10b5-1 plan."],
  ["not planned", "Not all trades are shown; none was made pursuant to a Rule 10b5-1 plan."],
  ["planned", "Not all of the shares are held directly. The sales were made pursuant to a Rule 10b5-1 plan."],
  [
    "not planned",
    "The reporting person's previously adopted Rule 10b5-1 plan was not in effect on the date of this sale.",
  ],
  ["not planned", "The Rule 10b5-1(c) checkbox was checked in error."],
  ["not planned", "The box indicating a Rule 10b5-1(c) plan was inadvertently checked."],
  ["planned", "The Rule 10b5-1(c) checkbox was inadvertently not checked."],
  ["planned", "The box was inadvertently left unchecked; the sale was made pursuant to a Rule 10b5-1 plan."],
  ["planned", "The sale was made pursuant to a Rule 10b5-1 plan that was not terminated before its expiry."],
  ["planned", "The sale was pursuant to a Rule 10b5-1 plan and does not reflect a lack of confidence in the issuer."],
  ["planned", "The sale was made under a Rule 10b5-1 plan. The reporting person has not sold any other shares."],
  [
    "planned",
    "The reporting person did not have any discretion with respect to these sales, which were made pursuant to a Rule 10b5-1 plan.",
  ],
  ["planned", "The reporting person does not control the timing of sales under his Rule 10b5-1 plan."],
  ["planned", "Shares sold automatically, without the involvement of the reporting person, under a 10b5-1 plan."],
  [
    "planned",
    "The sale was executed, without the reporting person's knowledge of its timing, pursuant to a 10b5-1 plan.",
  ],
  ["planned", "The shares were sold at prices not lower than $10.00 pursuant to a Rule 10b5-1 plan."],
  ["planned", "The last sale under the Rule 10b5-1 plan, which has now been completed and terminated."],
  ["planned", "These sales complete the reporting person's 10b5-1 plan and no further sales will be made under it."],
  ["planned", "Sales made under a Rule 10b5-1 plan which will expire on May 1, 2024."],
  ["planned", "The plan is intended to comply with Rule 10b5-1 and may be terminated at any time."],
  ["planned", "The broker, not the reporting person, determined the time of the sale under the Rule 10b5-1 plan."],
  ["planned", "Includes shares not previously reported. The sale was pursuant to a 10b5-1 plan."],
  ["planned", "The exercise and sale were not coordinated and were each made pursuant to a Rule 10b5-1 plan."],
  ["planned", "As required by the plan, and not by choice, the shares were sold under Rule 10b5-1."],
  [
    "planned",
    "Filed late because the broker did not notify the reporting person of the execution under the Rule 10b5-1 plan.",
  ],
  [
    "planned",
    "This report was not timely filed because the broker executing the Rule 10b5-1 plan failed to give notice.",
  ],
  [
    "planned",
    "Neither the issuer nor the reporting person controls the timing of sales made pursuant to the Rule 10b5-1 plan.",
  ],
  ["neither", "The reporting person expects to adopt a new plan complying with Rule 10b5-1."],
  ["neither", "The trust will be selling under a Rule 10b5-1 plan to be adopted in June."],
  ["neither", "The reporting person terminated early her Rule 10b5-1 plan on May 1, 2023."],
  ["neither", "The reporting person entered into an agreement to terminate the Rule 10b5-1 plan."],
  ["planned", "Sold pursuant to a Rule 10b5-1 plan terminated on May 1, 2023."],
  [
    "planned",
    "The Reporting Person terminated the Rule 10b5-1 plan pursuant to which these sales were made on May 1, 2023.",
  ],
  [
    "planned",
    "Following the termination of an earlier plan, the sale was made under a Rule 10b5-1 plan adopted on May 1, 2023.",
  ],
  [
    "planned",
    "The Reporting Person may be deemed to beneficially own the shares sold pursuant to the Rule 10b5-1 plan.",
  ],
  [
    "planned",
    "The Reporting Person will provide full information on sales made under the Rule 10b5-1 plan upon request.",
  ],
  ["planned", "Sale of shares that would otherwise have expired, made pursuant to a 10b5-1 plan."],
  ["planned", "Sold under a Rule 10b5-1 stock trading plan, an instrument of her adviser's."],
];

describe("readPlanMention", () => {
  test.each(SENTENCES)("%s: %s", (stance, text) => {
    const mention = readPlanMention(text);
    expect(mention?.stance ?? null).toBe(stance);
    expect(mention?.negated ?? false).toBe(stance === "not planned" || stance === "mixed");
  });

  test("words are the deciding sentence, exactly as filed", () => {
    const text = "Held by the Ardent Trust.  These shares were\n sold pursuant to a 10B5-1 plan. See Inc. filings.";
    expect(readPlanMention(text)?.words).toBe("These shares were\n sold pursuant to a 10B5-1 plan.");
  });

  test.each([
    ["The sales reported in this Form 4 were effected pursuant to a Rule 10b5-1 plan.", "sales", false],
    ["The sale transaction reported in this Form 4 was effected pursuant to a Rule 10b5-1 plan.", "sales", false],
    ["The sale(s) reported was/were effected pursuant to a Rule 10b5-1 plan.", "sales", false],
    ["This sale was made pursuant to a Rule 10b5-1 plan.", "sales", true],
    ["Shares sold pursuant to a 10b5-1 sales plan.", "sales", true],
    ["All transactions were made under a Rule 10b5-1 plan.", "all", false],
    ["The transactions reported were effected pursuant to a Rule 10b5-1 plan.", "transactions", false],
    ["This transaction was effected pursuant to a Rule 10b5-1 plan.", "transactions", true],
    ["Purchased pursuant to Rule 10b5-1.", "purchases", true],
    ["The gifts were made under a Rule 10b5-1 plan.", "gifts", false],
    ["The sale was made under a Rule 10b5-1 plan adopted before the exercise of the options.", "sales", false],
    ["Pursuant to a Rule 10b5-1 plan, the reporting person sold shares.", "sales", true],
    [
      "The transactions reported were made pursuant to a written plan for the purchase or sale of equity securities that is intended to satisfy Rule 10b5-1(c).",
      "transactions",
      false,
    ],
  ] as const)("%s names %s", (text, rows, pointing) => {
    expect(readPlanMention(text)?.scope).toEqual([{ rows, pointing }]);
  });

  test("option exercises and sales are both named", () => {
    const text = "All reported option exercises and stock sales were executed under a Rule 10b5-1 trading plan.";
    expect(readPlanMention(text)?.scope).toEqual([
      { rows: "sales", pointing: false },
      { rows: "exercises", pointing: false },
    ]);
  });

  test("a plan that nothing is said of names no rows", () => {
    expect(readPlanMention("The 10b5-1(c) sales plan was adopted on March 10, 2022.")?.scope).toEqual([]);
  });

  test("words are always a part of the text", () => {
    const piece = fc.constantFrom(
      "10b5-1",
      "not",
      "sold",
      ". ",
      " plan ",
      "under a ",
      "no",
      "\n",
      "Mr. ",
      "$1.50",
      "; ",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join(" ");
        const mention = readPlanMention(text);
        expect(mention === null).toBe(!text.includes("10b5-1"));
        for (const sentence of mention?.mentions ?? []) {
          expect(text.slice(sentence.start, sentence.end)).toBe(sentence.words);
          expect(sentence.words).toContain("10b5-1");
        }
      }),
    );
  });
});
