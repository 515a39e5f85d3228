import { NumberHead } from "@/components/ui/number-head";
import { TableScroll } from "@/components/ui/table-scroll";
import { formatCount } from "@/lib/format/numbers";
import type { LedgerDataView } from "@/lib/services/get-data";

const WORDS: Record<string, string> = {
  submission: "full submission text, with the time of acceptance",
  xml: "ownership XML",
  html: "the form as a web page",
  dataset: "the SEC’s quarterly data sets, rounded to two decimals",
  text: "the form as text",
};

/** What the filings' rows were read from. */
export function SourceTable({ sources }: Pick<LedgerDataView, "sources">) {
  return (
    <TableScroll label="Sources">
      <table className="ledger max-w-3xl">
        <thead>
          <tr>
            <th scope="col">Read from</th>
            <NumberHead>Filings</NumberHead>
            <NumberHead>Rows</NumberHead>
            <NumberHead>Without a filing date</NumberHead>
          </tr>
        </thead>
        <tbody>
          {sources.map(({ format, filings, rows, undated }) => (
            <tr key={format}>
              <th scope="row" className="wrap">
                {WORDS[format] ?? format}
              </th>
              <td className="num">{formatCount(filings)}</td>
              <td className="num">{formatCount(rows)}</td>
              <td className="num">{formatCount(undated)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
