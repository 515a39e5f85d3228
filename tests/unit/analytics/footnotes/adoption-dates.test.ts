import { describe, expect, test } from "vitest";
import { readPlanDates } from "@/lib/analytics/footnotes/plan-notes/adoption-dates";

/** Sentences written for this test: text, adoption dates, modification dates; labelled by hand. */
const SENTENCES: readonly [string, string[], string[]][] = [
  // Styles
  ["Sold under a Rule 10b5-1 plan adopted on May 17, 2018.", ["2018-05-17"], []],
  ["Sold under a Rule 10b5-1 plan adopted on 5/17/2018.", ["2018-05-17"], []],
  ["Sold under a Rule 10b5-1 plan adopted on 05-17-18.", ["2018-05-17"], []],
  ["Sold under a Rule 10b5-1 plan adopted on 2018-05-17.", ["2018-05-17"], []],
  ["Sold under a Rule 10b5-1 plan adopted on 17 May 2018.", ["2018-05-17"], []],
  ["Sold under a Rule 10b5-1 plan adopted on the 17th of May, 2018.", ["2018-05-17"], []],
  ["Sold under a Rule 10b5-1 plan adopted May 17th, 2018.", ["2018-05-17"], []],
  ["Sold under a Rule 10b5-1 plan adopted on Sept. 2, 2022.", ["2022-09-02"], []],
  ["Sold under a Rule 10b5-1 plan adopted in May 2018.", ["2018-05"], []],
  ["Sold under a Rule 10b5-1 plan adopted in May of 2018.", ["2018-05"], []],
  ["Sold under a Rule 10b5-1 plan adopted in the spring of 2018.", [], []],
  ["Sold under a Rule 10b5-1 plan adopted on or about 17/5/2018.", ["2018-05-17"], []],
  ["Sold under a Rule 10b5-1 plan adopted on February 30, 2018.", [], []],
  // Ties
  ["On May 17, 2018, Ms. Ardent entered into a Rule 10b5-1 trading plan.", ["2018-05-17"], []],
  ["Ms. Ardent entered into a Rule 10b5-1 trading plan on May 17, 2018.", ["2018-05-17"], []],
  ["Sold under a 10b5-1 plan established by Mr. Vell on May 18, 2022.", ["2022-05-18"], []],
  ["Sold under a Rule 10b5-1 plan which she put in place in September 2022.", ["2022-09"], []],
  ["Rule 10b5-1(c) plan. Adoption date: 3/13/2023.", ["2023-03-13"], []],
  ["Sold under a 10b5-1 plan dated December 12, 2022.", ["2022-12-12"], []],
  ["Rule 10b5-1 trading plan (adopted 6/9/22).", ["2022-06-09"], []],
  ["Sold under a Rule 10b5-1 plan signed on June 9, 2022.", ["2022-06-09"], []],
  // Several plans
  [
    "Sold under Rule 10b5-1 plans adopted on February 14, 2022 and February 21, 2023.",
    ["2022-02-14", "2023-02-21"],
    [],
  ],
  ["Sold under Rule 10b5-1 plans adopted on February 14 and May 3, 2022.", ["2022-02-14", "2022-05-03"], []],
  [
    "500 shares were sold under a Rule 10b5-1 plan adopted on March 1, 2022 and 700 under one adopted on June 1, 2022.",
    ["2022-03-01", "2022-06-01"],
    [],
  ],
  // Modified, kept apart
  ["Rule 10b5-1 plan adopted on June 6, 2022 and modified on December 6, 2022.", ["2022-06-06"], ["2022-12-06"]],
  [
    "Rule 10b5-1 plan adopted May 25, 2018, as amended on February 12, 2019 and May 20, 2019.",
    ["2018-05-25"],
    ["2019-02-12", "2019-05-20"],
  ],
  ["On May 2, 2023 the reporting person amended the Rule 10b5-1 plan.", [], ["2023-05-02"]],
  ["She adopted an amendment to her Rule 10b5-1 plan on May 2, 2023.", [], ["2023-05-02"]],
  ["Adopted under Rule 10b5-1 of the Securities Exchange Act of 1934, as amended, on May 2, 2023.", ["2023-05-02"], []],
  // Dates that are none
  ["Sold under a Rule 10b5-1 plan that expires on May 17, 2024.", [], []],
  ["Sold under a Rule 10b5-1 plan adopted on May 1, 2023, which terminates on May 17, 2024.", ["2023-05-01"], []],
  ["Sold under a Rule 10b5-1 plan adopted on May 1, 2023 and completed on June 5, 2023.", ["2023-05-01"], []],
  ["Sold under a Rule 10b5-1 plan on May 17, 2023.", [], []],
  ["On May 17, 2023, shares that vested on May 1, 2023 were sold under a Rule 10b5-1 plan.", [], []],
  ["Sold under a Rule 10b5-1 plan adopted by the Ardent Trust dated May 1, 2010 on March 3, 2023.", ["2023-03-03"], []],
  ["Sold by the Ardent Family Trust u/a/d May 1, 2010 under a Rule 10b5-1 plan.", [], []],
  ["Sold under a Rule 10b5-1 plan adopted prior to February 27, 2023.", [], []],
  ["Sold under a Rule 10b5-1 plan for sales between May 1, 2023 and June 30, 2023.", [], []],
  ["Sold under a Rule 10b5-1 plan disclosed on Form 8-K on March 17, 2025.", [], []],
  ["Sold under Rule 10b5-1 of the Securities Exchange Act of 1934.", [], []],
  ["Sold under a Rule 10b5-1 plan that became effective August 23, 2022.", [], []],
  ["Granted under the 2019 Equity Incentive Plan adopted on May 3, 2019; sold under a Rule 10b5-1 plan.", [], []],
  [
    "Options granted on May 3, 2019 were exercised under a Rule 10b5-1 plan adopted on March 1, 2022.",
    ["2022-03-01"],
    [],
  ],
  ["The reporting person intends to adopt a Rule 10b5-1 plan on June 1, 2024.", [], []],
  ["Sold under a trading plan adopted on May 17, 2018.", [], []],
  ["The 2023 Bonus Plan was adopted on May 17, 2018.", [], []],
  // A second batch, written after the reader passed the first
  [
    "This sale was effected under a Rule 10b5-1 plan the Reporting Person entered into on August 9, 2021.",
    ["2021-08-09"],
    [],
  ],
  ["Sold under the Rule 10b5-1 plan of the reporting person, adopted as of March 1, 2022.", ["2022-03-01"], []],
  ["Sold under a Rule 10b5-1 plan executed by the reporting person on March 1, 2022.", ["2022-03-01"], []],
  [
    "On May 17, 2018, the Reporting Person sold shares pursuant to a Rule 10b5-1 plan adopted on March 1, 2018.",
    ["2018-03-01"],
    [],
  ],
  [
    "Pursuant to a Rule 10b5-1 plan entered into by the reporting person's spouse on 3/1/2022, 500 shares were sold on 6/1/2022.",
    ["2022-03-01"],
    [],
  ],
  [
    "The plan under Rule 10b5-1 was adopted on March 1, 2022, amended on May 2, 2022, and expires March 1, 2024.",
    ["2022-03-01"],
    ["2022-05-02"],
  ],
  [
    "Rule 10b5-1 plan adopted by the reporting person on Mar 1, 2022 (first trade date: June 1, 2022).",
    ["2022-03-01"],
    [],
  ],
  ["Rule 10b5-1 plan adopted March 1, 2022 and effective June 1, 2022.", ["2022-03-01"], []],
  ["Rule 10b5-1 plan, effective June 1, 2022 and adopted March 1, 2022.", ["2022-03-01"], []],
  [
    "The transactions were effected pursuant to Rule 10b5-1 plans adopted on March 1, 2022, May 2, 2022 and June 3, 2022.",
    ["2022-03-01", "2022-05-02", "2022-06-03"],
    [],
  ],
  [
    "Sold pursuant to a Rule 10b5-1 trading plan adopted 1 March 2022 for sales from June 1, 2022 through December 31, 2022.",
    ["2022-03-01"],
    [],
  ],
  ["In March 2022, the reporting person established a plan pursuant to Rule 10b5-1.", ["2022-03"], []],
  [
    "The reporting person's Rule 10b5-1 trading plan, which was adopted during the open window that began on March 1, 2022, provides for sales.",
    [],
    [],
  ],
  ["Sold pursuant to a Rule 10b5-1 plan adopted in the third quarter of 2022.", [], []],
  ["Sold pursuant to a Rule 10b5-1 plan adopted in early March 2022.", ["2022-03"], []],
  ["Sold under a Rule 10b5-1 plan adopted more than 90 days ago, on March 1, 2022.", ["2022-03-01"], []],
  [
    "Sold under a Rule 10b5-1 plan adopted on March 1, 2022 by the Vell 2010 Trust, dated May 3, 2010.",
    ["2022-03-01"],
    [],
  ],
  [
    "RSUs granted March 1, 2020 vested May 1, 2022 and were sold under a 10b5-1 instruction dated February 2, 2022.",
    ["2022-02-02"],
    [],
  ],
  ["Sold pursuant to a Rule 10b5-1 plan. The plan was adopted on March 1, 2022.", ["2022-03-01"], []],
  ["Sold pursuant to a Rule 10b5-1 plan. The trust was established on March 1, 2010.", [], []],
  [
    "Sold pursuant to a Rule 10b5-1 plan. The award was made under the plan adopted by stockholders on March 1, 2010.",
    [],
    [],
  ],
  [
    "Sold under a Rule 10b5-1 plan adopted on March 1, 2022, which replaced the plan adopted on May 5, 2021.",
    ["2022-03-01", "2021-05-05"],
    [],
  ],
  [
    "Sold under a Rule 10b5-1 plan initially adopted on March 1, 2022 and subsequently modified effective May 5, 2022.",
    ["2022-03-01"],
    ["2022-05-05"],
  ],
  [
    'Sold under a Rule 10b5-1 plan adopted on March 1, 2022 (the "Plan"). The Plan was amended on May 5, 2022.',
    ["2022-03-01"],
    ["2022-05-05"],
  ],
  ["Sold under a Rule 10b5-1 plan adopted on Feb 1st, 2022.", ["2022-02-01"], []],
  ["Sold under a Rule 10b5-1 plan adopted by Mr. J. Smith, Jr. on 12.01.2022.", ["2022-12-01"], []],
  ["Sold under the March 1, 2022 Rule 10b5-1 plan.", [], []],
  ["Sold under a Rule 10b5-1 plan adopted on 2022/03/01.", ["2022-03-01"], []],
  [
    "The sales were made by the executor; the decedent, who died on March 1, 2022, had adopted a Rule 10b5-1 plan on May 5, 2021.",
    ["2021-05-05"],
    [],
  ],
  ["Sold under a Rule 10b5-1 plan adopted on March 1, 2022 to sell shares vesting on May 5, 2022.", ["2022-03-01"], []],
  [
    "The Rule 10b5-1 plan (adopted on March 1, 2022) will expire upon the earlier of December 31, 2023 or the sale of all shares.",
    ["2022-03-01"],
    [],
  ],
  ["Rule 10b5-1 plan adopted on March 1, 2022; modification date May 5, 2022.", ["2022-03-01"], ["2022-05-05"]],
  ["Date of adoption of 10b5-1 plan: March 1, 2022.", ["2022-03-01"], []],
  ["10b5-1 Plan Adoption Date - 03/01/2022", ["2022-03-01"], []],
  [
    "This transaction was executed pursuant to a 10b5-1 trading plan that was previously adopted on November 9, 2021 by Ms. Ardent, as disclosed in the issuer's Form 10-Q filed on November 12, 2021.",
    ["2021-11-09"],
    [],
  ],
  [
    "Sold under a Rule 10b5-1 plan entered into on March 1, 2022 between the reporting person and her broker.",
    ["2022-03-01"],
    [],
  ],
  [
    "Shares acquired on May 5, 2021 under the ESPP adopted January 3, 2010 were sold under a 10b5-1 plan adopted March 1, 2022.",
    ["2022-03-01"],
    [],
  ],
  ["Rule 10b5-1 plan was renewed on March 1, 2022.", [], []],
  [
    "Sold pursuant to a 10b5-1 plan which the reporting person had put into effect on March 1, 2022.",
    ["2022-03-01"],
    [],
  ],
  ["Sold pursuant to a 10b5-1 plan created March 1, 2022.", ["2022-03-01"], []],
  ["Sold pursuant to a 10b5-1 plan to which the reporting person became a party on March 1, 2022.", [], []],
  ["Sold pursuant to a 10b5-1 plan adopted on March 1, 2022 and on May 5, 2022.", ["2022-03-01", "2022-05-05"], []],
  ["Sold pursuant to a 10b5-1 plan adopted on 3/1/22 & 5/5/22.", ["2022-03-01", "2022-05-05"], []],
  [
    "The reporting person adopted the Rule 10b5-1 trading plan on March 1, 2022, when the plan's first sale date was set for June 3, 2022.",
    ["2022-03-01"],
    [],
  ],
  // A third batch, likewise
  [
    "Sold pursuant to a Rule 10b5-1 plan adopted on the reporting person's behalf on March 1, 2022.",
    ["2022-03-01"],
    [],
  ],
  [
    "The Rule 10b5-1 plan, adopted March 1, 2022 by the reporting person, and last modified on June 2, 2022, covers up to 10,000 shares through March 31, 2023.",
    ["2022-03-01"],
    ["2022-06-02"],
  ],
  ["Pursuant to a Rule 10b5-1 plan (adoption date: 03/01/2022; expiration date: 03/01/2023).", ["2022-03-01"], []],
  ["Pursuant to a Rule 10b5-1 plan (adoption date 03/01/2022, expiration date 03/01/2023).", ["2022-03-01"], []],
  ["Rule 10b5-1 plan adopted: March 1, 2022. Duration: until March 31, 2023.", ["2022-03-01"], []],
  [
    "On March 1, 2022, the reporting person's spouse adopted a written plan intended to satisfy Rule 10b5-1(c), and on June 2, 2022, 500 shares were sold under it.",
    ["2022-03-01"],
    [],
  ],
  [
    "On June 2, 2022, pursuant to a Rule 10b5-1 plan he had entered into on March 1, 2022, Mr. Vell exercised options granted on May 5, 2015.",
    ["2022-03-01"],
    [],
  ],
  [
    "Shares held by the Vell Family Trust, established May 5, 2010, were sold under a Rule 10b5-1 plan adopted by the trust on March 1, 2022.",
    ["2022-03-01"],
    [],
  ],
  ["Sold under a Rule 10b5-1 plan established in accordance with Rule 10b5-1 on March 1, 2022.", ["2022-03-01"], []],
  [
    "The trading plan under Rule 10b5-1 was originally entered into on March 1, 2021 and was amended and restated on March 1, 2022.",
    ["2021-03-01"],
    ["2022-03-01"],
  ],
  [
    "Sold under a Rule 10b5-1 plan adopted on March 1, 2022, as amended June 2, 2022 and further amended September 1, 2022.",
    ["2022-03-01"],
    ["2022-06-02", "2022-09-01"],
  ],
  ["10b5-1 plan dtd 3/1/22.", ["2022-03-01"], []],
  ["Sold under a Rule 10b5-1 plan of March 1, 2022.", [], []],
  ["Sold under a Rule 10b5-1 plan adopted last March.", [], []],
  ["Sold under a Rule 10b5-1 plan adopted in 2022.", [], []],
  ["Sold under a Rule 10b5-1 plan adopted in Q1 2022.", [], []],
  ["Sold under a Rule 10b5-1 plan adopted in Summer 2022.", [], []],
  ["Sold under a Rule 10b5-1 plan adopted on March 2022.", ["2022-03"], []],
  ["Sold under a Rule 10b5-1 plan adopted 03/2022.", ["2022-03"], []],
  ["Sold under a Rule 10b5-1 plan adopted on MARCH 1, 2022.", ["2022-03-01"], []],
  ["Sold under a Rule 10b5-1 plan adopted on 1-Mar-2022.", ["2022-03-01"], []],
  ["Sold under a Rule 10b5-1 plan adopted on 2022-03-01 and last amended 2022-06-02.", ["2022-03-01"], ["2022-06-02"]],
  ["Sold under a Rule 10b5-1 plan adopted after the trading window opened on March 1, 2022.", [], []],
  [
    "Sold under a Rule 10b5-1 plan adopted on March 1, 2022, after the trading window opened on February 25, 2022.",
    ["2022-03-01"],
    [],
  ],
  [
    "Shares vested on March 1, 2022 under the 2013 Equity Incentive Plan (adopted May 5, 2013) and were sold under a 10b5-1 plan.",
    [],
    [],
  ],
  [
    "Exercised options were granted under the plan established on May 5, 2013. Sales were made under a Rule 10b5-1 plan established on March 1, 2022.",
    ["2022-03-01"],
    [],
  ],
  ["The Rule 10b5-1 plan adopted by Ms. Ardent, who was appointed on May 5, 2019, dates from March 1, 2022.", [], []],
  ["Pursuant to a Rule 10b5-1 plan approved on March 1, 2022.", [], []],
  [
    "The cooling-off period of the Rule 10b5-1 plan adopted on March 1, 2023 ended on May 30, 2023.",
    ["2023-03-01"],
    [],
  ],
  [
    "Sold under a Rule 10b5-1 plan adopted on March 1, 2022 in compliance with the rule as in effect before February 27, 2023.",
    ["2022-03-01"],
    [],
  ],
  [
    "Sales under three Rule 10b5-1 plans, adopted on (i) March 1, 2022, (ii) May 2, 2022 and (iii) June 3, 2022.",
    ["2022-03-01", "2022-05-02", "2022-06-03"],
    [],
  ],
  ["The Rule 10b5-1 plan was adopted March 1, 2022; the exercise price was paid on June 2, 2022.", ["2022-03-01"], []],
  ["The Rule 10b5-1 plan adopted March 1, 2022 June 2, 2022 sale.", ["2022-03-01"], []],
  ["Bought under a Rule 10b5-1 stock purchase plan adopted on March 1, 2022.", ["2022-03-01"], []],
  ["Sold under a Rule 10b5-1 insider trading plan adopted on March 1, 2022.", ["2022-03-01"], []],
  ["The reporting person did not adopt the Rule 10b5-1 plan on March 1, 2022 but on May 2, 2022.", ["2022-05-02"], []],
  ["The Rule 10b5-1 plan was not adopted on March 1, 2022 but rather on May 2, 2022.", ["2022-05-02"], []],
  ["The Rule 10b5-1 plan was not terminated on March 1, 2022 but on May 2, 2022.", [], []],
  ["Bought under the employee stock purchase plan adopted on March 1, 2012; sold under a 10b5-1 plan.", [], []],
];

describe("readPlanDates", () => {
  test.each(SENTENCES)("%s", (text, adopted, modified) => {
    const dates = readPlanDates(text);
    expect(dates.adoptionDates.map((entry) => entry.date)).toEqual(adopted);
    expect(dates.modifiedDates.map((entry) => entry.date)).toEqual(modified);
    for (const entry of [...dates.adoptionDates, ...dates.modifiedDates]) {
      expect(text).toContain(entry.words);
      expect(entry.precision).toBe(entry.date.length === 10 ? "day" : "month");
    }
  });

  test("words run from the tying word to the date", () => {
    const dates = readPlanDates("Sold under a Rule 10b5-1 plan adopted by Ms. Ardent in May 2018.");
    expect(dates.adoptionDates).toEqual([
      { date: "2018-05", precision: "month", words: "adopted by Ms. Ardent in May 2018" },
    ]);
  });
});
