import { conditionsOf, type TransactionQuery, transactionParams } from "@/lib/search-params/transactions";
import type { Store } from "@/lib/store/client";
import { readDataVersion } from "@/lib/store/ledger-state";
import {
  readRowPage,
  readRowSample,
  type SampleRow,
  type StoredTransaction,
} from "@/lib/store/transactions/read-transactions";
import type { RowCondition } from "@/lib/store/transactions/row-conditions";
import { isSampleCik } from "./sample-parties";
import { countFacets } from "./screener/count-facets";
import { partyConditions } from "./screener/find-parties";
import { readCursor, SORT_COLUMNS, writeCursor } from "./screener/row-cursor";
import { withReturns } from "./screener/row-returns";
import { sampleCache } from "./screener/sample-cache";
import { screenRows } from "./screener/screen-rows";
import type { ScreenRow, TransactionsView } from "./screener/screener-view";
import { monthsOf, sumRows } from "./screener/sum-rows";

/** Rows on a page. */
export const PAGE_ROWS = 100;
/** Rows that are counted, summed and exported at once; more are told as “10,000+”. */
export const MOST_ROWS = 10_000;

interface Conditions {
  named: { name: string; where: RowCondition }[];
  notes: string[];
}

/** The screener: transaction rows under a query, with counts, totals, months and facets under the same conditions. */
export async function listTransactions(store: Store, query: TransactionQuery): Promise<TransactionsView> {
  const { named, notes } = await conditions(store, query);
  const version = await readDataVersion(store.db);
  const sample = (of: Conditions["named"]) =>
    sampleCache(`${store.target.location} ${version} ${JSON.stringify(of)}`, () =>
      readRowSample(
        store,
        of.map(({ where }) => where),
        MOST_ROWS + 1,
      ),
    );
  const found = await sample(named);
  const counted = found.slice(0, MOST_ROWS);
  const without = async (name: string): Promise<readonly SampleRow[]> =>
    (await sample(named.filter((condition) => condition.name !== name))).slice(0, MOST_ROWS);
  const after = query.after === null ? null : readCursor(query.after, query.sort);
  const page = await readPage(store, query, named, after, PAGE_ROWS + 1);
  const rows = await withReturns(store, await screenRows(store, page.slice(0, PAGE_ROWS)));
  const last = page[PAGE_ROWS - 1];
  return {
    dataVersion: version,
    params: Object.fromEntries(transactionParams(query)),
    notes:
      query.after !== null && after === null
        ? [...notes, "The place to go on from could not be read: this is the first page."]
        : notes,
    count: counted.length,
    isCapped: found.length > MOST_ROWS,
    totals: sumRows(counted),
    months: monthsOf(counted),
    facets: await countFacets(counted, named, without),
    rows,
    next: page.length > PAGE_ROWS && last !== undefined ? writeCursor(last, query.sort) : null,
    fictional: rows.some((row) => isSampleCik(row.issuer.cik)),
  };
}

/** The same rows without pages, for an export: at most 10,000 from where the query begins, and where to go on. */
export async function exportTransactions(
  store: Store,
  query: TransactionQuery,
): Promise<{ dataVersion: number; rows: ScreenRow[]; next: string | null; notes: string[] }> {
  const { named, notes } = await conditions(store, query);
  const after = query.after === null ? null : readCursor(query.after, query.sort);
  const found = await readPage(store, query, named, after, MOST_ROWS + 1);
  const last = found[MOST_ROWS - 1];
  const rows: ScreenRow[] = [];
  for (let start = 0; start < Math.min(found.length, MOST_ROWS); start += STEP) {
    rows.push(...(await screenRows(store, found.slice(start, Math.min(start + STEP, MOST_ROWS)))));
  }
  const priced = await withReturns(store, rows);
  const next = found.length > MOST_ROWS && last !== undefined ? writeCursor(last, query.sort) : null;
  return { dataVersion: await readDataVersion(store.db), rows: priced, next, notes };
}

/** Filings whose owners are asked for at once. */
const STEP = 400;

async function conditions(store: Store, query: TransactionQuery): Promise<Conditions> {
  const parties = await partyConditions(store, query);
  return { named: [...conditionsOf(query), ...parties.conditions], notes: parties.notes };
}

function readPage(
  store: Store,
  query: TransactionQuery,
  named: Conditions["named"],
  after: ReturnType<typeof readCursor>,
  limit: number,
): Promise<StoredTransaction[]> {
  const order = { by: SORT_COLUMNS[query.sort], descending: query.order === "desc" };
  return readRowPage(store, { conditions: named.map(({ where }) => where), order, after, limit });
}
