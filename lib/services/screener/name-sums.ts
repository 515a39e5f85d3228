import type { Store } from "@/lib/store/client";
import { partiesOfFilings } from "@/lib/store/transactions/read-row-parties";
import type { SummedRow, SummedRows } from "./screener-view";
import type { CitedSums, SumRow } from "./sum-rows";

/** Gives the rows that sums cite their parties, as each row's filing names them; all filings are asked for at once. */
export async function nameSums(store: Store, { buys, sales, leftOut }: CitedSums): Promise<SummedRows> {
  const cited = [...buys, ...sales, ...leftOut.flatMap((group) => group.rows)];
  const filings = await partiesOfFilings(
    store.db,
    cited.map((row) => row.filingId),
  );
  const byId = new Map(filings.map((filing) => [filing.id, filing]));
  const named = (rows: readonly SumRow[]): SummedRow[] =>
    rows.map(({ issuerCik, ...row }) => {
      const filing = byId.get(row.filingId);
      return {
        ...row,
        issuer: { cik: issuerCik, name: filing?.issuerName ?? null, symbol: filing?.tradingSymbol ?? null },
        owners: (filing?.owners ?? []).map(({ ownerCik, name }) => ({ cik: ownerCik, name })),
      };
    });
  return {
    buys: named(buys),
    sales: named(sales),
    leftOut: leftOut.map((group) => ({ ...group, rows: named(group.rows) })),
  };
}
