import { describe, expect, it } from "vitest";
import { sortRows } from "@/components/transactions/table/sort-rows";
import type { RowColumn } from "@/lib/search-params/party-query";
import { row } from "./row";

describe("the order of rows", () => {
  const rows = [
    row({ anchor: "a", value: 900, code: "S" }),
    row({ anchor: "b", value: null, code: "M" }),
    row({ anchor: "c", value: 10_000, code: "S" }),
    row({ anchor: "d", value: 900, code: "P" }),
  ];
  const anchors = (by: RowColumn, isDescending: boolean) =>
    sortRows(rows, { by, isDescending }).map((one) => one.anchor);

  it("is by amount, not by spelling; unknown last either way, ties as they were", () => {
    expect(anchors("value", true)).toEqual(["c", "a", "d", "b"]);
    expect(anchors("value", false)).toEqual(["a", "d", "c", "b"]);
  });

  it("is by word where the column has words", () => {
    expect(anchors("code", false)).toEqual(["b", "d", "a", "c"]);
  });

  it("is by the day known where no filing date is given, as the column shows it", () => {
    const known = (anchor: string, filingDate: string | null, knownAt: string | null) =>
      row({ anchor, filingDate, knownAt, knownAtBasis: filingDate === null ? "signature-date" : "filing-date" });
    const filed = [
      known("a", "2024-03-06", "2024-03-07T03:00:00.000Z"),
      known("b", null, null),
      known("c", null, "2024-03-05T03:00:00.000Z"),
      known("d", null, "2024-03-09T03:00:00.000Z"),
    ];
    const order = (isDescending: boolean) => sortRows(filed, { by: "filed", isDescending }).map((one) => one.anchor);
    expect(order(true)).toEqual(["d", "a", "c", "b"]);
    expect(order(false)).toEqual(["c", "a", "d", "b"]);
  });
});
