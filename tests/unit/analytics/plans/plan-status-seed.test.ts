import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { filingPlanStatus, planStatus } from "@/lib/analytics/plans/plan-status";
import { filingFacts } from "@/lib/analytics/rows/filing-facts";
import { readOwnershipXml } from "@/lib/sources/xml/read-ownership-xml";

const SENTENCE =
  "The sale transaction reported in this Form 4 was effected pursuant to a Rule 10b5-1 trading plan adopted by the Reporting Person on May 17, 2018.";

test("the seed filing: all five rows carry note 1, so all are planned, adopted on 17 May 2018", () => {
  const { document } = readOwnershipXml(readFileSync("tests/fixtures/seed/qualys-posey-form4.xml", "utf8"));
  const filing = filingFacts("seed", document);
  const status = planStatus(filing);
  expect([...status.keys()]).toEqual(["t1-tx1", "t1-tx2", "t1-tx3", "t1-tx4", "t2-tx1"]);
  for (const row of status.values()) {
    expect(row).toEqual({
      planned: true,
      basis: "row footnote",
      words: SENTENCE,
      footnoteId: "F1",
      adoptionDates: [
        {
          date: "2018-05-17",
          precision: "day",
          words: "adopted by the Reporting Person on May 17, 2018",
          footnoteId: "F1",
        },
      ],
      modifiedDates: [],
      reason: null,
      explained: false,
    });
  }
  expect(filingPlanStatus(filing)).toMatchObject({ box: "not asked", explained: false, checkedWithoutTrade: false });
});
