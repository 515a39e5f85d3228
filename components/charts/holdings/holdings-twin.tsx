import { RowLink } from "@/components/links/ledger-link";
import { Cell, Head, Row, StackedTable } from "@/components/ui/stacked-table";
import { formatDate } from "@/lib/format/dates";
import { formatSharesChange } from "@/lib/format/numbers";
import { rowPath } from "@/lib/paths";
import type { HoldingLine } from "./holding-line";
import { balanceWords } from "./holdings-words";

/** Every reported balance, line by line, in the order of the steps. */
export function HoldingsTwin({ lines }: { lines: readonly HoldingLine[] }) {
  return (
    <StackedTable
      label="Holdings as a table"
      head={
        <>
          <Head>Line</Head>
          <Head>Traded</Head>
          <Head>Code</Head>
          <Head isNumber>Change</Head>
          <Head isNumber>Balance reported</Head>
          <Head isNumber>Not explained</Head>
        </>
      }
    >
      {lines.flatMap((line) =>
        line.points.map((point) => (
          <Row key={point.id}>
            <Cell at="second">{line.label}</Cell>
            <Cell at="first">{formatDate(point.date)}</Cell>
            <Cell at="first">{point.code ?? "holding"}</Cell>
            <Cell isNumber name="change">
              {formatSharesChange(point.change)}
            </Cell>
            <Cell isNumber at="first end">
              <RowLink href={rowPath(point.id)} className="evidence">
                {balanceWords(point.balance, line.group)}
              </RowLink>
            </Cell>
            <Cell isNumber name="not explained">
              {point.residual === 0 ? "" : formatSharesChange(point.residual)}
            </Cell>
          </Row>
        )),
      )}
    </StackedTable>
  );
}
