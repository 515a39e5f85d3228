import { SIGNAL_NAMES } from "@/lib/paths";
import { getData } from "@/lib/services/get-data";
import { getMarket } from "@/lib/services/market/get-market";
import { getMarketBoards } from "@/lib/services/market/get-market-boards";
import { getSignals } from "@/lib/services/signals/get-signals";
import type { Store } from "@/lib/store/client";
import { onLargeLedger } from "./large-ledger";
import { taken, told } from "./taken";

/** Rows of a board's page. */
const ROWS = 100;
const DAY = "2016-06-30";

/**
 * `npm run bench -- pages [--rows N] [--keep FILE]`: what the market, the coverage page and every board read of a ledger of N rows,
 * now and as of an earlier day, each for the first time and again.
 */
export async function benchPages(): Promise<void> {
  await onLargeLedger(async (store) => {
    for (const asOf of [null, DAY]) {
      for (const [name, read] of pages(store, asOf)) {
        const [first, again] = [await taken(read), await taken(read)];
        const when = asOf === null ? "" : ` as of ${asOf}`;
        console.log(`${`${name}${when}`.padEnd(40)} ${told(first)}; again ${told(again)}`);
      }
    }
  });
}

function pages(store: Store, asOf: string | null): [name: string, read: () => Promise<unknown>][] {
  return [
    ["newest filings and counts", () => getMarket(store, asOf)],
    ["market boards", () => getMarketBoards(store, asOf)],
    ["coverage", () => getData(store, asOf)],
    ...SIGNAL_NAMES.map((board): [string, () => Promise<unknown>] => [
      board,
      () => getSignals(store, board, {}, { limit: ROWS, asOf }),
    ]),
  ];
}
