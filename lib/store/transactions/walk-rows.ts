import type { Store } from "@/lib/store/client";
import { column, type RowColumn, type RowCondition, Statement } from "./row-conditions";
import { PAGE_COLUMNS, plainRow, SAMPLE_COLUMNS, type SampleRow, type StoredTransaction } from "./stored-rows";
import {
  type Lane,
  markSql,
  type RowCursor,
  type Stretch,
  stretchSql,
  type WalkMark,
  type WalkOrder,
} from "./walk-sql";

/** A walk along one index (or along several of the same order at once), with an end to its patience. */
export interface Walk {
  /** At least one; no row is in two of them. Their rows are merged. */
  lanes: readonly Lane[];
  /** Looked at row by row. */
  checked: readonly RowCondition[];
  order: WalkOrder;
  after: RowCursor | null;
  /** Rows wanted. */
  limit: number;
  /** Rows looked at, at most; null: the served conditions let few enough through. */
  most: number | null;
}

export interface Walked<T> {
  rows: T[];
  /** Rows beyond this place were not looked at, because the walk had to end; null: it came to its limit or to the end. */
  stoppedAt: WalkMark | null;
}

/** Whole rows along a walk. */
export function walkRows(store: Store, walk: Walk): Promise<Walked<StoredTransaction>> {
  return walkLanes<StoredTransaction>(store, walk, PAGE_COLUMNS);
}

/** Of each row what counting needs. */
export function walkSample(store: Store, walk: Walk): Promise<Walked<SampleRow>> {
  return walkLanes<SampleRow>(store, walk, SAMPLE_COLUMNS);
}

type AnyRow = StoredTransaction | SampleRow;

/** How many rows along a walk have each value of a column; counted where they lie, so that no row travels. */
export async function walkCounts(
  store: Store,
  walk: Walk,
  name: RowColumn | "roles",
): Promise<{ counts: { value: string | number | boolean | null; count: number }[]; isWhole: boolean }> {
  const counts: { value: string | number | boolean | null; count: number }[] = [];
  let isWhole = true;
  for (const lane of walk.lanes) {
    let taken = 0;
    const stoppedAt = await walkLane(store, walk, lane, async (stretch, upTo) => {
      const statement = new Statement(store.target.provider);
      const part = { columns: `${column(name)} AS "value"`, upTo, limit: walk.limit - taken };
      const sql = `SELECT x."value", COUNT(*) AS "count" FROM (${stretchSql(statement, stretch, part)}) x GROUP BY x."value"`;
      const found = await store.db.$queryRawUnsafe<{ value: string | number | boolean | null; count: bigint }[]>(
        sql,
        ...statement.params,
      );
      counts.push(...found.map(({ value, count }) => ({ value, count: Number(count) })));
      taken += found.reduce((sum, { count }) => sum + Number(count), 0);
      return taken;
    });
    if (stoppedAt !== null || taken >= walk.limit) isWhole = false;
  }
  return { counts, isWhole };
}

async function walkLanes<T extends AnyRow>(store: Store, walk: Walk, columns: string): Promise<Walked<T>> {
  const { lanes, order, limit } = walk;
  const found: Walked<T>[] = [];
  for (const lane of lanes) {
    const rows: T[] = [];
    const stoppedAt = await walkLane(store, walk, lane, async (stretch, upTo) => {
      const statement = new Statement(store.target.provider);
      const sql = stretchSql(statement, stretch, { columns, upTo, limit: limit - rows.length });
      const part = await store.db.$queryRawUnsafe<T[]>(sql, ...statement.params);
      for (const row of part) rows.push(plainRow(row));
      return rows.length;
    });
    found.push({ rows, stoppedAt });
  }
  const merged = found
    .flatMap((lane) => lane.rows)
    .sort((a, b) => inOrder(placeOf(a, order), placeOf(b, order), order));
  // Beyond the place where the first lane gave up, the merged order has holes.
  const [stop] = found.flatMap(({ stoppedAt }) => stoppedAt ?? []).sort((a, b) => inOrder(a, b, order));
  const whole =
    stop === undefined
      ? merged
      : merged.filter((row) => inOrder({ ...placeOf(row, order), position: 0 }, stop, order) <= 0);
  if (whole.length >= limit) return { rows: whole.slice(0, limit), stoppedAt: null };
  return { rows: whole, stoppedAt: stop ?? null };
}

/** Rows looked at in the first part of a walk; each next part is so many times longer. */
const FIRST_PART = 2_000;
const GROWTH = 6;

/** Reads the rows of a part, up to a mark; answers how many it has in all. */
type ReadPart = (stretch: Stretch, upTo: WalkMark | null) => Promise<number>;

/** Walks one lane: the rows with the value walked by, then those without. Null, or where it had looked at enough. */
async function walkLane(store: Store, walk: Walk, lane: Lane, read: ReadPart): Promise<WalkMark | null> {
  const way = { lane, most: walk.most === null ? null : Math.ceil(walk.most / walk.lanes.length), looked: 0, taken: 0 };
  if (walk.after === null || walk.after.value !== null) {
    const stoppedAt = await walkStretch(store, walk, way, { hasValue: true, after: walk.after }, read);
    if (stoppedAt !== null || way.taken >= walk.limit) return stoppedAt;
  }
  const after = walk.after?.value === null ? walk.after : null;
  return walkStretch(store, walk, way, { hasValue: false, after }, read);
}

/** One lane of a walk, and how far it has come. */
interface LaneWalk {
  lane: Lane;
  most: number | null;
  looked: number;
  taken: number;
}

/** Walks part after part until it has its rows, its end (null), or has looked at enough. */
async function walkStretch(
  store: Store,
  { checked, order, limit }: Walk,
  way: LaneWalk,
  from: Pick<Stretch, "hasValue" | "after">,
  read: ReadPart,
): Promise<WalkMark | null> {
  let { after } = from;
  let part = Math.max(FIRST_PART, limit * 2);
  for (;;) {
    const stretch: Stretch = { ...from, lane: way.lane, checked, order, after };
    const left = way.most === null ? null : Math.max(1, Math.min(part, way.most - way.looked));
    const mark = left === null ? null : await readMark(store, stretch, left);
    way.taken = await read(stretch, mark);
    if (left === null || mark === null || way.taken >= limit) return null;
    way.looked += left;
    if (way.looked >= (way.most ?? way.looked)) return mark;
    after = { ...mark, position: Number.MAX_SAFE_INTEGER };
    part *= GROWTH;
  }
}

async function readMark(store: Store, stretch: Stretch, count: number): Promise<WalkMark | null> {
  const statement = new Statement(store.target.provider);
  const sql = markSql(statement, stretch, count);
  const [mark] = await store.db.$queryRawUnsafe<WalkMark[]>(sql, ...statement.params);
  return mark ?? null;
}

/** A row's place in an order. */
export function placeOf(row: AnyRow, { by }: Pick<WalkOrder, "by">): RowCursor {
  return { value: row[by], filingId: row.filingId, position: row.position };
}

/** Compares two places as the database sorts them: the unknown last, in either direction; positions as filed. */
export function inOrder(
  a: WalkMark & { position?: number },
  b: WalkMark & { position?: number },
  { descending }: Pick<WalkOrder, "descending">,
): number {
  const sign = descending ? -1 : 1;
  if (a.value !== b.value) {
    if (a.value === null) return 1;
    if (b.value === null) return -1;
    return a.value < b.value ? -sign : sign;
  }
  if (a.filingId !== b.filingId) return a.filingId < b.filingId ? -sign : sign;
  return (a.position ?? 0) - (b.position ?? 0);
}
