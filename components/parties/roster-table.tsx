import { CitedFigureText } from "@/components/evidence/cited-figure";
import { RowLink } from "@/components/links/ledger-link";
import { TableScroll } from "@/components/ui/table-scroll";
import { Unknown } from "@/components/ui/unknown";
import { formatDate } from "@/lib/format/dates";
import { formatCount, formatShares } from "@/lib/format/numbers";
import { filingPath } from "@/lib/paths";
import type { RosterEntry } from "@/lib/services/views/shapes/party";
import { InsiderLink } from "./party-links";

/** The issuer's insiders, with what each last reported to hold; classes and forms of ownership are never added up. */
export function RosterTable({ roster }: { roster: readonly RosterEntry[] }) {
  return (
    <TableScroll label="Insiders">
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">Insider</th>
            <th scope="col">Role</th>
            <th scope="col">Holds, last reported; Δ in 12 months</th>
            <th scope="col" className="num">
              Last trade
            </th>
            <th scope="col" className="num">
              Rows
            </th>
            <th scope="col" className="num">
              of them planned
            </th>
          </tr>
        </thead>
        <tbody>
          {roster.map((entry) => (
            <tr key={entry.insider.cik}>
              <td>
                <InsiderLink insider={entry.insider} />
              </td>
              <td className="wrap min-w-36 text-ink-2">
                {[
                  entry.officerTitle,
                  ...entry.roles.filter((role) => !(entry.officerTitle !== null && role.toLowerCase() === "officer")),
                ]
                  .filter((role) => role !== null)
                  .join(", ")}
              </td>
              <td className="wrap min-w-72">
                {entry.holdings.length === 0 ? <Unknown reason="No Table I balance is reported." /> : null}
                {entry.holdings.map((holding, index) => (
                  <span key={`${holding.row.filingId}#${holding.row.anchor}`}>
                    {index === 0 ? "" : <span className="text-ink-3"> · </span>}
                    <RowLink
                      href={filingPath(holding.row.filingId, holding.row.anchor)}
                      className="evidence"
                      title={holding.note ?? undefined}
                    >
                      {formatShares(holding.shares)}
                    </RowLink>{" "}
                    <span className="text-ink-3">
                      {holding.securityTitle ?? "untitled"}
                      {holding.directOrIndirect === "I" ? ", indirect" : ""}
                      {holding.note === null
                        ? ""
                        : holding.shares === null
                          ? ", the group's, not told apart"
                          : ", several added"}
                    </span>
                    {holding.deltaOwn.rows.length === 0 ? null : (
                      <span className="ml-1 text-xs text-ink-2">
                        Δ{" "}
                        <CitedFigureText
                          figure={holding.deltaOwn}
                          label="Change of the holding in 12 months"
                          rule="Net shares of the trades on this line in the last 12 months ÷ the balance before the first of them."
                          format="percent change"
                        />
                      </span>
                    )}
                  </span>
                ))}
              </td>
              <td className="num">{formatDate(entry.lastTrade)}</td>
              <td className="num">{formatCount(entry.transactions)}</td>
              <td className="num">{formatCount(entry.planned)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
