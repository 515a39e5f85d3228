import { RowLink } from "@/components/links/ledger-link";
import { NumberHead } from "@/components/ui/number-head";
import { TableScroll } from "@/components/ui/table-scroll";
import { formatDateSpan } from "@/lib/format/dates";
import { formatMoney, formatPrice, formatShares } from "@/lib/format/numbers";
import { countOf } from "@/lib/format/words";
import { rowPath } from "@/lib/paths";
import { PLAN_WORDS, planShape } from "../glyphs/plan-shape";
import { binMarks } from "./bin-marks";
import type { TimelineMark } from "./timeline-mark";
import { codeWords } from "./timeline-words";

/** The timeline's data as a table; binned like the chart where it is. */
export function TimelineTwin({ marks }: { marks: readonly TimelineMark[] }) {
  return (
    <TableScroll label="Timeline as a table">
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">Traded</th>
            <th scope="col">Who</th>
            <th scope="col">Code</th>
            <NumberHead>Shares</NumberHead>
            <NumberHead>Price</NumberHead>
            <NumberHead>Value</NumberHead>
            <th scope="col">Plan</th>
          </tr>
        </thead>
        <tbody>
          {binMarks(marks).map((mark) => (
            <tr key={mark.id}>
              <td>
                <RowLink href={rowPath(mark.id)} className="evidence">
                  {formatDateSpan(mark.date, mark.until ?? mark.date)}
                </RowLink>
              </td>
              <td>{mark.who}</td>
              <td>
                {codeWords(mark.code)}
                {mark.count !== undefined && mark.count > 1 ? ` (${countOf(mark.count, "row")})` : ""}
              </td>
              <td className="num">{formatShares(mark.shares)}</td>
              <td className="num">{formatPrice(mark.price)}</td>
              <td className="num">{formatMoney(mark.value)}</td>
              <td>{PLAN_WORDS[planShape(mark.planned, mark.planBasis)]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
