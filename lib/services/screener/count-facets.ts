import { CHOICES } from "@/lib/search-params/transactions/choices";
import type { Where } from "@/lib/search-params/transactions/filter";
import type { RowColumn, RowCondition } from "@/lib/store/transactions/row-conditions";
import type { SampleRow } from "@/lib/store/transactions/stored-rows";
import type { ColumnCounts, Found } from "./find-rows";
import type { Facet } from "./screener-view";

type FacetColumn = (RowColumn | "roles") & keyof SampleRow;

/** The column that a facet's answers are about. */
const FACET_COLUMNS: Record<string, FacetColumn> = {
  code: "code",
  plan: "planned",
  role: "roles",
  direction: "acquiredDisposed",
  table: "tableNumber",
  held: "directOrIndirect",
  form: "documentType",
  late: "lateness",
};

/**
 * Of each facet, how many rows each answer has: under all conditions but the facet's own, so that what another answer
 * would give is told too. `countWithout` counts the rows without the named condition by a column.
 */
export async function countFacets(
  found: Found,
  conditions: readonly { name: string; where: RowCondition }[],
  countWithout: (name: string, column: FacetColumn) => Promise<ColumnCounts>,
): Promise<Facet[]> {
  const facets: Facet[] = [];
  for (const choice of CHOICES.filter(({ isFacet }) => isFacet)) {
    const column = FACET_COLUMNS[choice.name];
    if (column === undefined) continue;
    const isActive = conditions.some(({ name }) => name === choice.name);
    const { counts, isWhole } = isActive ? await countWithout(choice.name, column) : countsOf(found, column);
    const options = choice.options.flatMap(({ value, where }) => {
      const meets = where === null ? null : valueMeets(where);
      return meets === null ? [] : [{ value, count: sumOf(counts, meets) }];
    });
    facets.push({
      name: choice.name,
      isCapped: !isWhole,
      options: choice.name === "code" ? [...options, ...otherCodes(counts)] : options,
    });
  }
  return facets;
}

/** Counts rows at hand by the values of a column. */
export function countsOf({ rows, reach }: Found, column: FacetColumn): ColumnCounts {
  const counts = new Map<string | number | boolean | null, number>();
  for (const row of rows) counts.set(row[column], (counts.get(row[column]) ?? 0) + 1);
  return { counts: [...counts].map(([value, count]) => ({ value, count })), isWhole: reach.isWhole };
}

type Value = ColumnCounts["counts"][number]["value"];

/** Whether a stored value meets an option; null where its column doesn't tell (a title's words). */
function valueMeets(where: Where): ((value: Value) => boolean) | null {
  if ("roles" in where) return (value) => (Number(value) & where.roles) !== 0;
  if (!("in" in where)) return null;
  // SQLite gives truth values as 0 and 1.
  const wanted = where.in.map((one) => (typeof one === "boolean" ? Number(one) : one));
  return (value) => wanted.includes(typeof value === "boolean" ? Number(value) : value);
}

function sumOf(counts: ColumnCounts["counts"], meets: (value: Value) => boolean): number {
  return counts.reduce((sum, { value, count }) => (meets(value) ? sum + count : sum), 0);
}

const LISTED = new Set<string>(CHOICES[0].options.map((option) => option.value));

/** Codes that are not in the SEC's list, as filed. */
function otherCodes(counts: ColumnCounts["counts"]): { value: string; count: number }[] {
  const others = new Map<string, number>();
  for (const { value, count } of counts) {
    const isOther = typeof value === "string" && /^[A-Z]$/.test(value) && !LISTED.has(value);
    if (isOther) others.set(value, (others.get(value) ?? 0) + count);
  }
  return [...others].sort(([a], [b]) => (a < b ? -1 : 1)).map(([value, count]) => ({ value, count }));
}
