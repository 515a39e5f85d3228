import { reckonIssuer } from "@/lib/services/deriving/reckon-issuer";
import { latestIssuers } from "@/lib/store/boards/read-boards";
import { swingCandidates } from "@/lib/store/boards/swing-candidates";
import type { SignalRow } from "./signal-view";
import type { Board } from "./stored-boards";

/** Issuers whose filings these boards go through: their results are not stored, so they are reckoned while one waits. */
export const MOST_ISSUERS = 25;

/** Purchases and sales less than six months apart, by lowest-in, highest-out. An arithmetic match, not a legal finding. */
export const shortSwingBoard: Board = async (store, _query, { issuerCik, from = "", limit, until }) => {
  const ciks = issuerCik === undefined ? await swingCandidates(store, from, MOST_ISSUERS, until?.instant) : [issuerCik];
  const rows = await throughIssuers(ciks, (cik) => reckonIssuer(store, "swings", cik, until?.day ?? null));
  return latestFirst(rows, from, limit);
};

/** Balances that the rows between them don't explain. */
export const ledgerBoard: Board = async (store, _query, { issuerCik, from = "", limit, until }) => {
  const ciks = issuerCik === undefined ? await latestIssuers(store.db, MOST_ISSUERS, until?.instant) : [issuerCik];
  const rows = await throughIssuers(ciks, (cik) => reckonIssuer(store, "unexplained", cik, until?.day ?? null));
  return latestFirst(rows, from, limit);
};

async function throughIssuers(
  ciks: readonly string[],
  rowsOf: (cik: string) => Promise<SignalRow[]>,
): Promise<SignalRow[]> {
  return (await Promise.all(ciks.map(rowsOf))).flat();
}

function latestFirst(rows: readonly SignalRow[], from: string, limit: number): SignalRow[] {
  return rows
    .filter((row) => row.date !== null && row.date >= from)
    .sort((a, b) =>
      (a.date ?? "") === (b.date ?? "") ? (a.key < b.key ? -1 : 1) : (a.date ?? "") < (b.date ?? "") ? 1 : -1,
    )
    .slice(0, limit);
}
