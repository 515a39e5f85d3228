import { RowLink } from "@/components/links/ledger-link";
import { NumberHead } from "@/components/ui/number-head";
import { TableScroll } from "@/components/ui/table-scroll";
import { formatDate } from "@/lib/format/dates";
import { formatSharesChange } from "@/lib/format/numbers";
import { rowPath } from "@/lib/paths";
import type { HoldingLine } from "./holding-line";
import { balanceWords } from "./holdings-words";

/** Every reported balance, line by line, in the order of the steps. */
export function HoldingsTwin({ lines }: { lines: readonly HoldingLine[] }) {
  return (
    <TableScroll label="Holdings as a table">
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">Traded</th>
            <th scope="col">Code</th>
            <NumberHead>Change</NumberHead>
            <NumberHead>Balance reported</NumberHead>
            <NumberHead>Not explained</NumberHead>
          </tr>
        </thead>
        <tbody>
          {lines.flatMap((line) =>
            line.points.map((point) => (
              <tr key={point.id}>
                <td>{line.label}</td>
                <td>{formatDate(point.date)}</td>
                <td>{point.code ?? "holding"}</td>
                <td className="num">{formatSharesChange(point.change)}</td>
                <td className="num">
                  <RowLink href={rowPath(point.id)} className="evidence">
                    {balanceWords(point.balance, line.group)}
                  </RowLink>
                </td>
                <td className="num">{point.residual === 0 ? "" : formatSharesChange(point.residual)}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </TableScroll>
  );
}
