import { NumberHead } from "@/components/ui/number-head";
import { TableScroll } from "@/components/ui/table-scroll";
import { formatCount } from "@/lib/format/numbers";
import type { LedgerDataView } from "@/lib/services/get-data";

/** Filings by quarter and form, newest quarter first. */
export function FormTable({ quarters, forms }: Pick<LedgerDataView, "quarters" | "forms">) {
  return (
    <TableScroll label="Filings by quarter and form">
      <table className="ledger max-w-3xl">
        <thead>
          <tr>
            <th scope="col">Quarter</th>
            {forms.map((form) => (
              <th key={form} scope="col" className="num">
                {form}
              </th>
            ))}
            <NumberHead>Filings</NumberHead>
            <NumberHead>Rows</NumberHead>
          </tr>
        </thead>
        <tbody>
          {quarters.map(({ quarter, byForm, filings, rows }) => (
            <tr key={quarter}>
              <th scope="row">{quarter === null ? "no date" : quarter.replace("q", " Q")}</th>
              {forms.map((form) => (
                <td key={form} className={`num ${byForm[form] === undefined ? "text-ink-3" : ""}`}>
                  {formatCount(byForm[form] ?? 0)}
                </td>
              ))}
              <td className="num">{formatCount(filings)}</td>
              <td className="num">{formatCount(rows)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
