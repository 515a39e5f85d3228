import { CHOICES, type Where } from "@/lib/search-params/transaction-filters";
import type { SampleRow } from "@/lib/store/transactions/read-transactions";
import type { RowCondition } from "@/lib/store/transactions/row-conditions";
import type { Facet } from "./screener-view";

/** Whether a row meets an option's condition; null where the columns at hand don't tell. */
function meets(row: SampleRow, where: Where): boolean | null {
  if ("roles" in where) return (row.roles & where.roles) !== 0;
  if (!("in" in where) || !(where.column in row)) return null;
  const value = row[where.column as keyof SampleRow];
  return where.in.includes(value);
}

/**
 * Of each facet, how many rows each answer has: under all conditions but the facet's own, so that what another answer
 * would give is told too. `sampleWithout` gives the rows without the named condition.
 */
export async function countFacets(
  rows: readonly SampleRow[],
  conditions: readonly { name: string; where: RowCondition }[],
  sampleWithout: (name: string) => Promise<readonly SampleRow[]>,
): Promise<Facet[]> {
  const facets: Facet[] = [];
  for (const choice of CHOICES.filter(({ isFacet }) => isFacet)) {
    const isActive = conditions.some(({ name }) => name === choice.name);
    const counted = isActive ? await sampleWithout(choice.name) : rows;
    const options = choice.options.flatMap(({ value, where }) => {
      const count = where === null ? null : countOf(counted, where);
      return count === null ? [] : [{ value, count }];
    });
    facets.push({
      name: choice.name,
      options: choice.name === "code" ? [...options, ...otherCodes(counted)] : options,
    });
  }
  return facets;
}

function countOf(rows: readonly SampleRow[], where: Where): number | null {
  let count = 0;
  for (const row of rows) {
    const met = meets(row, where);
    if (met === null) return null;
    if (met) count += 1;
  }
  return count;
}

const LISTED = new Set<string>(CHOICES[0].options.map((option) => option.value));

/** Codes that are not in the SEC's list, as filed. */
function otherCodes(rows: readonly SampleRow[]): { value: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { code } of rows) {
    if (code !== null && /^[A-Z]$/.test(code) && !LISTED.has(code)) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([value, count]) => ({ value, count }));
}
