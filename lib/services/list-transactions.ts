import { conditionsOf } from "@/lib/search-params/transactions/conditions";
import type { TransactionQuery } from "@/lib/search-params/transactions/query";
import { transactionParams } from "@/lib/search-params/transactions/query-params";
import type { Store } from "@/lib/store/client";
import { readDataVersion } from "@/lib/store/ledger-state";
import { hasPrices } from "@/lib/store/prices/read-prices";
import type { RowCondition } from "@/lib/store/transactions/row-conditions";
import { ledgerDay } from "./ledger-day";
import { isSampleCik } from "./parties/sample-parties";
import { sampleCache } from "./sample-cache";
import { LIMITS, type Limits } from "./screener/choose-walk";
import { countFacets, countsOf } from "./screener/count-facets";
import { type Fallen, fallenRows, fallNotes, fallSummary, NOTHING } from "./screener/fallen-rows";
import { partyConditions } from "./screener/find-parties";
import { countRows, type Found, findRows } from "./screener/find-rows";
import { nameSums } from "./screener/name-sums";
import { pageRows, type RowPage } from "./screener/page-rows";
import { asOfNotes, type FindingsAt } from "./screener/past/as-of-findings";
import { foundAt, foundToCount, isToldByRows } from "./screener/past/found-at";
import { readCursor, writeCursor } from "./screener/row-cursor";
import { withReturns } from "./screener/row-returns";
import { screenRows } from "./screener/screen-rows";
import type { ScreenRow, TransactionsView } from "./screener/screener-view";
import { citedSums, monthsOf, sumRows } from "./screener/sum-rows";

/** Rows on a page. */
export const PAGE_ROWS = 100;

interface Asked {
  named: { name: string; where: RowCondition }[];
  /** The rows under all conditions, as they stood at the query's day. */
  found: Found;
  at: FindingsAt | null;
  /** Where a fall is asked for. */
  fallen: Fallen | null;
  version: number;
  notes: string[];
  limits: Limits;
}

/** The screener: transaction rows under a query, with counts, totals, months and facets under the same conditions. */
export async function listTransactions(
  store: Store,
  query: TransactionQuery,
  limits: Limits = LIMITS,
): Promise<TransactionsView> {
  const asked = await ask(store, query, limits);
  const { found, version } = asked;
  const page = await readPage(store, query, asked, PAGE_ROWS);
  return {
    dataVersion: version,
    asOf: query.asOf,
    day: query.asOf ?? (await ledgerDay(store)),
    params: Object.fromEntries(transactionParams(query)),
    notes: [...asked.notes, ...page.notes],
    count: found.rows.length,
    isCapped: !found.reach.isWhole,
    reach: found.reach,
    ...(await summary(store, query, asked)),
    hasPrices: await hasPrices(store.db),
    rows: page.rows,
    next: page.next,
    fictional: page.rows.some((row) => isSampleCik(row.issuer.cik)),
  };
}

/** The same rows without pages, for an export: at most 10,000 from where the query begins, and where to go on. */
export async function exportTransactions(
  store: Store,
  query: TransactionQuery,
  limits: Limits = LIMITS,
): Promise<{ dataVersion: number; rows: ScreenRow[]; next: string | null; notes: string[] }> {
  const asked = await ask(store, query, limits);
  const { rows, next, notes } = await readPage(store, query, asked, limits.rows);
  return { dataVersion: asked.version, rows, next, notes: [...asked.notes, ...notes] };
}

/** Filters that look each row up elsewhere cost some fifty times as much a row: so many fewer are looked at. */
const DEAR = 50;

function boundOf(named: Asked["named"], limits: Limits): Limits {
  const isDear = named.some(
    ({ where }) => "history" in where || ("any" in where && where.any.some((one) => "history" in one)),
  );
  return isDear ? { ...limits, lookedAt: Math.ceil(limits.lookedAt / DEAR) } : limits;
}

/** What the rows found add up to: the same for every page and order of them. */
function summary(
  store: Store,
  query: TransactionQuery,
  { named, found, fallen, version, limits }: Asked,
): Promise<Pick<TransactionsView, "totals" | "evidence" | "months" | "facets" | "fall">> {
  const without: Parameters<typeof countFacets>[2] = async (name, column) => {
    const others = named.filter((condition) => condition.name !== name);
    if (query.fall !== null) {
      return countsOf((await findAsked(store, query, others, { version, limits })).found, column);
    }
    if (query.asOf !== null && !isToldByRows(others)) {
      const read = (conditions: Asked["named"]) => foundRows(store, version, conditions, limits);
      return countsOf(await foundToCount(store, read, others, query.asOf), column);
    }
    return countRows(
      store,
      others.map(({ where }) => where),
      column,
      limits,
    );
  };
  const find = async (conditions: Asked["named"]) =>
    (await findAsked(store, { ...query, fall: null }, conditions, { version, limits })).found;
  const key = `${store.target.location} ${version} ${JSON.stringify([named, limits, query.asOf, query.fall])}`;
  return sampleCache(`summary ${key}`, async () => ({
    totals: sumRows(found.rows),
    evidence: await nameSums(store, citedSums(found.rows)),
    months: monthsOf(found.rows),
    facets: await countFacets(found, named, without),
    fall:
      query.fall === null || fallen === null
        ? null
        : await fallSummary(query.fall, named, fallen, (conditions) => find([...conditions])),
  }));
}

async function ask(store: Store, query: TransactionQuery, most: Limits): Promise<Asked> {
  const parties = await partyConditions(store, query);
  const named = [...conditionsOf(query), ...parties.conditions];
  const limits = boundOf(named, most);
  const version = await readDataVersion(store.db);
  const { found, at, fallen } = await findAsked(store, query, named, { version, limits });
  const notes = [...parties.notes, ...(at === null ? [] : asOfNotes(at))];
  if (fallen !== null) notes.push(...(await fallNotes(store, found)));
  return { named, found, version, at, fallen, notes, limits };
}

/** The rows under conditions as they stood at the query's day, and of them those after which the price fell, if that is asked. */
async function findAsked(
  store: Store,
  query: Pick<TransactionQuery, "asOf" | "fall">,
  named: Asked["named"],
  { version, limits }: Pick<Asked, "version" | "limits">,
): Promise<Pick<Asked, "found" | "at" | "fallen">> {
  const read = (conditions: Asked["named"]) => foundRows(store, version, conditions, limits);
  const { asOf, fall } = query;
  const stood = async () =>
    asOf === null ? { found: await read(named), at: null } : foundAt(store, read, named, asOf);
  if (fall === null) return { ...(await stood()), fallen: null };
  const key = `${store.target.location} ${version} ${JSON.stringify([named, limits, asOf, fall])}`;
  return sampleCache(`falls ${key}`, async () => {
    const { found, at } = (await hasPrices(store.db)) ? await stood() : { found: NOTHING, at: null };
    const fallen = await fallenRows(store, found, fall, asOf);
    return { found: fallen.found, at, fallen };
  });
}

function foundRows(store: Store, version: number, named: Asked["named"], limits: Limits): Promise<Found> {
  const conditions = named.map(({ where }) => where);
  const key = `${store.target.location} ${version} ${JSON.stringify([named, limits])}`;
  return sampleCache(`rows ${key}`, () => findRows(store, conditions, limits));
}

/** Filings whose owners are asked for at once. */
const STEP = 400;

async function readPage(
  store: Store,
  query: TransactionQuery,
  { named, found, at, fallen, limits }: Asked,
  limit: number,
): Promise<{ rows: ScreenRow[]; next: string | null; notes: string[] }> {
  const after = query.after === null ? null : readCursor(query.after, query.sort);
  const conditions = named.map(({ where }) => where);
  // No index knows of falls: the page is sorted from the rows at hand.
  const hand = fallen === null ? found : { ...found, reach: { ...found.reach, isWhole: true } };
  const page: RowPage = await pageRows(store, query, conditions, hand, { ...limits, after, limit });
  const rows: ScreenRow[] = [];
  for (let start = 0; start < page.rows.length; start += STEP) {
    rows.push(...(await screenRows(store, page.rows.slice(start, start + STEP), at)));
  }
  const lost = query.after !== null && after === null;
  return {
    rows: withFalls(await withReturns(store, rows, query.asOf), fallen),
    next: page.next === null ? null : writeCursor(page.next),
    notes: lost ? ["The place to go on from could not be read: this is the first page.", ...page.notes] : page.notes,
  };
}

/** Each row with what made it match. */
function withFalls(rows: ScreenRow[], fallen: Fallen | null): ScreenRow[] {
  if (fallen === null) return rows;
  return rows.map((row) => {
    const fall = fallen.falls.matched.get(`${row.filingId}#${row.anchor}`);
    return fall === undefined ? row : { ...row, fall };
  });
}
