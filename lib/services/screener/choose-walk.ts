import { CODES } from "@/lib/ownership/codes";
import type { Store } from "@/lib/store/client";
import { probeRows } from "@/lib/store/transactions/read-transactions";
import type { RowCondition } from "@/lib/store/transactions/row-conditions";
import type { Walk } from "@/lib/store/transactions/walk-rows";
import { type Lane, NARROW_INDEXES, WALK_INDEXES, type WalkColumn } from "@/lib/store/transactions/walk-sql";

/** What bounds the work of one answer, however many rows the ledger has. */
export interface Limits {
  /** Rows that are counted, summed and exported at once; more are told as “10,000+”. */
  rows: number;
  /** Rows looked at. */
  lookedAt: number;
}

export const LIMITS: Limits = { rows: 10_000, lookedAt: 100_000 };

/** Which rows to look at, in which order. */
export type Plan = Pick<Walk, "lanes" | "checked" | "most"> & { by: WalkColumn };

/**
 * How to find the rows under some conditions: by the narrowest of them that an index serves, so that all are looked at; where
 * none is narrow, the newest ones.
 */
export async function chooseWalk(
  store: Store,
  conditions: readonly RowCondition[],
  { lookedAt }: Pick<Limits, "lookedAt">,
): Promise<Plan> {
  const party = partyPlan(conditions);
  if (party !== null) return party;
  const probed = await Promise.all(candidates(conditions, lookedAt).map((plan) => probe(store, plan, lookedAt)));
  const [narrowest] = probed.filter(({ count }) => count <= lookedAt).sort((a, b) => a.count - b.count);
  if (narrowest !== undefined) return { ...narrowest.plan, most: null };
  if (hasRange(conditions, "filingDate")) return walkBy("filingDate", conditions, lookedAt);
  if (hasRange(conditions, "tradeDate")) return walkBy("tradeDate", conditions, lookedAt);
  return walkBy("knownAt", conditions, lookedAt);
}

/** The walk along a column that looks at most at so many rows. */
export function walkBy(by: WalkColumn, conditions: readonly RowCondition[], lookedAt: number): Plan {
  const party = partyPlan(conditions);
  if (party !== null) return { ...party, by };
  const lanes = by === "knownAt" ? newestLanes(conditions) : [{ index: WALK_INDEXES[by], served: [] }];
  const ranges = conditions.filter((one) => "from" in one && one.column === by);
  return {
    by,
    lanes: lanes.map((lane) => ({ ...lane, served: [...lane.served, ...ranges] })),
    checked: conditions,
    most: lookedAt,
  };
}

export function hasRange(conditions: readonly RowCondition[], column: WalkColumn): boolean {
  return conditions.some((one) => "from" in one && one.column === column);
}

/** An issuer's or an insider's rows are few. */
function partyPlan(conditions: readonly RowCondition[]): Plan | null {
  const owners = conditions.filter((one) => "owners" in one);
  const issuers = conditions.filter((one) => "issuers" in one);
  if (owners.length === 0 && issuers.length === 0) return null;
  const lane: Lane =
    owners.length > 0
      ? { index: "sqlite_autoindex_ReportedRow_1", served: owners }
      : { index: "ReportedRow_issuerCik_tradeDate_idx", served: issuers };
  return { by: "knownAt", lanes: [lane], checked: conditions, most: null };
}

function candidates(conditions: readonly RowCondition[], lookedAt: number): Plan[] {
  const columns = (["value", "tradeDate", "filingDate"] as const).filter((column) => hasRange(conditions, column));
  const plans = columns.map((column) => walkBy(column, conditions, lookedAt));
  const newest = walkBy("knownAt", conditions, lookedAt);
  return newest.lanes.some((lane) => lane.served.length > 0) ? [...plans, newest] : plans;
}

async function probe(store: Store, plan: Plan, lookedAt: number): Promise<{ plan: Plan; count: number }> {
  let count = 0;
  for (const lane of plan.lanes) {
    count += await probeRows(store, lane, lookedAt + 1 - count);
    if (count > lookedAt) break;
  }
  return { plan, count };
}

/** Lanes along knownAt: narrow sets of rows that have an index of their own, else each code that is asked for. */
function newestLanes(conditions: readonly RowCondition[]): Lane[] {
  const isOnly = (name: "supersededBy" | "flag") =>
    conditions.some((one) => "isKnown" in one && one.column === name && one.isKnown);
  if (isOnly("supersededBy") || conditions.some((one) => "replacedBy" in one)) {
    return [{ index: NARROW_INDEXES.superseded, served: [{ column: "supersededBy", isKnown: true }] }];
  }
  if (conditions.some(isFlagged)) {
    return [
      { index: NARROW_INDEXES.flagged, served: [{ column: "flag", isKnown: true }] },
      {
        index: NARROW_INDEXES.contradictory,
        served: [
          { column: "contradictory", in: [true] },
          { column: "flag", isKnown: false },
        ],
      },
    ];
  }
  const codes = codesOf(conditions);
  if (codes === null) return [{ index: WALK_INDEXES.knownAt, served: [] }];
  return codes.map((code) => ({ index: NARROW_INDEXES.code, served: [{ column: "code", in: [code] }] }));
}

/** The screener's “flagged”: a price flag, or a code and a direction that contradict each other. */
function isFlagged(condition: RowCondition): boolean {
  if (!("any" in condition)) return false;
  return condition.any.some((one) => "isKnown" in one && one.column === "flag" && one.isKnown);
}

/** More lanes than this take longer than one walk past the other codes. */
const MOST_LANES = 6;

/** The codes that all the conditions leave; null where they leave any, or too many. */
function codesOf(conditions: readonly RowCondition[]): string[] | null {
  const sets = conditions.flatMap((one) => {
    if ("history" in one) return [["P"]];
    if (!("in" in one)) return [];
    if (one.column === "code") return [one.in.filter((code) => typeof code === "string")];
    return one.column === "transactionClass" ? (codesOfClasses(one.in) ?? []) : [];
  });
  const [first, ...others] = sets;
  if (first === undefined) return null;
  const codes = first.filter((code) => others.every((set) => set.includes(code)));
  return codes.length === 0 || codes.length > MOST_LANES ? null : codes;
}

/** A class is one of its codes, but for swaps: those may have any. */
function codesOfClasses(classes: readonly unknown[]): [string[]] | null {
  if (classes.includes("swap")) return null;
  return [CODES.filter((entry) => classes.includes(entry.class)).map((entry) => entry.code)];
}
