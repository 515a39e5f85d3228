import { RowLink } from "@/components/links/ledger-link";
import { Cell, Head, Row, StackedTable } from "@/components/ui/stacked-table";
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
    <StackedTable
      label="Timeline as a table"
      head={
        <>
          <Head>Traded</Head>
          <Head>Who</Head>
          <Head>Code</Head>
          <Head isNumber>Shares</Head>
          <Head isNumber>Price</Head>
          <Head isNumber>Value</Head>
          <Head>Plan</Head>
        </>
      }
    >
      {binMarks(marks).map((mark) => (
        <Row key={mark.id}>
          <Cell at="first">
            <RowLink href={rowPath(mark.id)} className="evidence">
              {formatDateSpan(mark.date, mark.until ?? mark.date)}
            </RowLink>
          </Cell>
          <Cell at="second">{mark.who}</Cell>
          <Cell at="first">
            {codeWords(mark.code)}
            {mark.count !== undefined && mark.count > 1 ? ` (${countOf(mark.count, "row")})` : ""}
          </Cell>
          <Cell isNumber at="second end">
            {formatShares(mark.shares)}
          </Cell>
          <Cell isNumber name="price">
            {formatPrice(mark.price)}
          </Cell>
          <Cell isNumber at="first end">
            {formatMoney(mark.value)}
          </Cell>
          <Cell name="plan">{PLAN_WORDS[planShape(mark.planned, mark.planBasis)]}</Cell>
        </Row>
      ))}
    </StackedTable>
  );
}
