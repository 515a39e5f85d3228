import { describe, expect, it } from "vitest";
import { timelineMarks } from "@/components/transactions/timeline-marks";
import { row } from "./row";

const ids = (rows: Parameters<typeof timelineMarks>[0]) => timelineMarks(rows, [], "issuer").marks.map(({ id }) => id);

describe("rows on the timeline", () => {
  it("draws an exercise once though it stands in both tables", () => {
    const exercise = { code: "M", transactionClass: "exercise" as const };
    expect(ids([row(exercise), row({ ...exercise, table: "II", anchor: "t2-tx1" })])).toEqual([
      "doc-000000000000#t1-tx1",
    ]);
  });

  it("keeps a derivative trade that has no twin, by its letter", () => {
    const { marks } = timelineMarks([row({ table: "II", anchor: "t2-tx1", code: "A" })], [], "issuer");
    expect(marks[0]).toMatchObject({ id: "doc-000000000000#t2-tx1", isDerivative: true });
  });

  it("leaves superseded rows and holdings out, and counts dates that cannot be", () => {
    const rows = [
      row({ supersededBy: "0000000000-00-000001" }),
      row({ kind: "holding", anchor: "t1-h1" }),
      row({ anchor: "t1-tx2", tradeDate: null }),
      row({ anchor: "t1-tx3", tradeDate: "1918-12-10" }),
      row({ anchor: "t1-tx4", tradeDate: "2081-12-10" }),
      row({ anchor: "t1-tx5" }),
    ];
    const { marks, undated } = timelineMarks(rows, [], "issuer");
    expect(marks.map(({ id }) => id)).toEqual(["doc-000000000000#t1-tx5"]);
    expect(undated).toBe(3);
  });

  it("names the issuer on an insider's page and the insiders on an issuer's", () => {
    const joint = row({ owners: [...row().owners, { cik: "9000000003", name: null }] });
    expect(timelineMarks([joint], [], "issuer").marks[0]?.who).toBe("SAMPLE PERSON; CIK 9000000003");
    expect(timelineMarks([joint], [], "insider").marks[0]?.who).toBe("SMPL");
  });
});
