import { asOfInstant } from "@/lib/search-params/transactions/conditions";
import type { Store } from "@/lib/store/client";
import type { RowCondition } from "@/lib/store/transactions/row-conditions";
import type { SampleRow } from "@/lib/store/transactions/stored-rows";
import type { Found } from "../find-rows";
import { type FindingsAt, findingsAt, rowAt } from "./as-of-findings";

interface NamedCondition {
  name: string;
  where: RowCondition;
}

/** Filters on what filings say of one another, which was another thing at an earlier day. */
const JOINT = "joint";
const CHANGING: ReadonlySet<string> = new Set([JOINT, "flagged", "delta"]);

/** Whether the rows under some conditions are those of an earlier day by what is stored, so that no document need be read. */
export function isToldByRows(named: readonly NamedCondition[]): boolean {
  return named.every(({ name }) => !CHANGING.has(name));
}

/** Finds rows under conditions, as the store has them. */
type Read = (conditions: NamedCondition[]) => Promise<Found>;

/**
 * The rows under some conditions as they stood at the end of a day. Where all rows are at hand, the filters on flags, joint
 * reports and ΔOwn are asked of the day's own findings; where there are too many, of what is stored.
 */
export async function foundAt(
  store: Store,
  read: Read,
  named: readonly NamedCondition[],
  day: string,
): Promise<{ found: Found; at: FindingsAt }> {
  const found = await readAt(read, named);
  const at = await findingsAt(store, found.rows, day, asOfInstant(day));
  const rows = found.rows.map((row) => rowAt(row, at));
  if (!found.reach.isWhole) return { found: { ...found, rows }, at };
  const changing = named.filter(({ name }) => CHANGING.has(name));
  return { found: { ...found, rows: rows.filter((row) => changing.every(({ where }) => meets(row, where))) }, at };
}

/** The same rows, to be counted by a column that no day changes: documents are read only where they tell which rows there are. */
export async function foundToCount(
  store: Store,
  read: Read,
  named: readonly NamedCondition[],
  day: string,
): Promise<Found> {
  const found = await readAt(read, named);
  return found.reach.isWhole ? (await foundAt(store, read, named, day)).found : found;
}

/**
 * All rows but for the changing filters, where they are at hand; else the first under all filters. Without joint reports there are
 * hardly fewer: where those are too many already, the others need not be read.
 */
async function readAt(read: Read, named: readonly NamedCondition[]): Promise<Found> {
  const isJointOnly = named.every(({ name }) => name === JOINT || !CHANGING.has(name));
  const narrow = isJointOnly ? await read([...named]) : null;
  if (narrow !== null && !narrow.reach.isWhole) return narrow;
  const wide = await read(named.filter(({ name }) => !CHANGING.has(name)));
  return wide.reach.isWhole ? wide : (narrow ?? (await read([...named])));
}

/** Whether a row meets one of the changing filters. */
function meets(row: SampleRow, where: RowCondition): boolean {
  if ("all" in where) return where.all.every((one) => meets(row, one));
  if ("any" in where) return where.any.some((one) => meets(row, one));
  if (!("column" in where)) return true;
  if ("isKnown" in where) {
    const isKnown = where.column === "flag" ? row.isFlaggedOut : row.countedAs !== null;
    return isKnown === where.isKnown;
  }
  if ("in" in where) return where.in.includes(row.contradictory);
  const { deltaOwn } = row;
  if (deltaOwn === null) return false;
  return (where.from === null || deltaOwn >= Number(where.from)) && (where.to === null || deltaOwn <= Number(where.to));
}
