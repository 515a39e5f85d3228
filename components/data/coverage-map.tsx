import { DayLink } from "@/components/links/day-link";
import { NumberHead } from "@/components/ui/number-head";
import { TableScroll } from "@/components/ui/table-scroll";
import { formatCount } from "@/lib/format/numbers";
import { transactionsPath } from "@/lib/paths";
import type { QuarterCount } from "@/lib/services/get-data";

const QUARTERS = [1, 2, 3, 4] as const;
const LAST_DAYS = ["03-31", "06-30", "09-30", "12-31"];

/** Filings by year and quarter: the more, the darker; a quarter without any is empty. Each leads to its transactions. */
export function CoverageMap({ quarters }: { quarters: readonly QuarterCount[] }) {
  const byName = new Map(quarters.map((one) => [one.quarter, one]));
  const most = Math.max(1, ...quarters.filter((one) => one.quarter !== null).map((one) => one.filings));
  const years = [...new Set(quarters.flatMap(({ quarter }) => (quarter === null ? [] : [quarter.slice(0, 4)])))];
  return (
    <TableScroll label="Filings by quarter">
      <table className="ledger max-w-3xl">
        <thead>
          <tr>
            <th scope="col">Year</th>
            {QUARTERS.map((quarter) => (
              <th key={quarter} scope="col" className="num">
                Q{quarter}
              </th>
            ))}
            <NumberHead>All</NumberHead>
          </tr>
        </thead>
        <tbody>
          {years.map((year) => {
            const of = QUARTERS.map((quarter) => byName.get(`${year}q${quarter}`));
            return (
              <tr key={year}>
                <th scope="row">{year}</th>
                {of.map((count, index) => (
                  <td key={QUARTERS[index]} className="num" style={{ background: shade((count?.filings ?? 0) / most) }}>
                    {count === undefined || count.filings === 0 ? (
                      <span className="text-ink-3">none</span>
                    ) : (
                      <DayLink href={quarterHref(year, index)} className="evidence">
                        {formatCount(count.filings)}
                      </DayLink>
                    )}
                    <Listed count={count} />
                  </td>
                ))}
                <td className="num">{formatCount(of.reduce((sum, count) => sum + (count?.filings ?? 0), 0))}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableScroll>
  );
}

/** How many EDGAR's own data set lists, where it was read and lists more. */
function Listed({ count }: { count: QuarterCount | undefined }) {
  if (count?.listed === null || count?.listed === undefined || count.listed <= count.filings) return null;
  return <span className="text-ink-2"> of {formatCount(count.listed)}</span>;
}

/** Never so dark that the figure on it would be hard to read. */
function shade(part: number): string | undefined {
  return part === 0 ? undefined : `color-mix(in srgb, var(--accent) ${Math.round(4 + part * 18)}%, transparent)`;
}

function quarterHref(year: string, index: number) {
  const first = `${year}-${String(index * 3 + 1).padStart(2, "0")}-01`;
  return transactionsPath([
    ["filedFrom", first],
    ["filedTo", `${year}-${LAST_DAYS[index]}`],
  ]);
}
