import { expect, it } from "vitest";
import { balanceLines } from "@/lib/analytics/holdings/balance-lines";
import { rosterOf } from "@/lib/services/views/roster";
import { filing, holding, type RowSpec, tx } from "../../../support/filing-builder";

function holdingsOf(owners: string[], rows: RowSpec[]) {
  const filed = filing({ id: "a", filed: "2024-03-02", owners, rows });
  return rosterOf([filed], balanceLines([filed]), null).map((entry) => [
    entry.insider.cik,
    ...entry.holdings.map(({ shares, note }) => [shares, note]),
  ]);
}

const granted = (shares: number) => tx("A", "2024-03-01", shares, 0, "A", shares);

it("what a group holds directly, in rows that the form gives to no member, is no member's own", () => {
  const note = "2 owners who file together hold 1,690 directly; the columns of the form do not say who holds which.";
  expect(holdingsOf(["100", "200"], [granted(214), granted(1476)])).toEqual([
    ["100", [null, note]],
    ["200", [null, note]],
  ]);
});

it("holdings of one person that nothing tells apart are added, and that is said", () => {
  const byChild = { directOrIndirectOwnership: "I", natureOfOwnership: "By Child" };
  expect(holdingsOf(["100"], [holding(40, byChild), holding(60, byChild), holding(7)])).toEqual([
    ["100", [7, null], [100, "Several holdings, added: nothing filed tells them apart."]],
  ]);
});
