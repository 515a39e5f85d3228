import { describe, expect, test } from "vitest";
import { readAdoptionDates, readPlanDates } from "@/lib/analytics/footnotes/adoption-dates";

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
    expect(readAdoptionDates("Sold under a Rule 10b5-1 plan adopted by Ms. Ardent in May 2018.")).toEqual([
      { date: "2018-05", precision: "month", words: "adopted by Ms. Ardent in May 2018" },
    ]);
  });
});
