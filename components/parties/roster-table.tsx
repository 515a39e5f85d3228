import { CitedFigureText } from "@/components/evidence/cited-figure";
import { RowLink } from "@/components/links/ledger-link";
import { Cell, Head, Row, StackedTable } from "@/components/ui/stacked-table";
import { Unknown } from "@/components/ui/unknown";
import { formatDate } from "@/lib/format/dates";
import { formatCount, formatShares } from "@/lib/format/numbers";
import { filingPath } from "@/lib/paths";
import type { RosterEntry } from "@/lib/services/views/shapes/party";
import { InsiderLink } from "./party-links";

/** The issuer's insiders, with what each last reported to hold; classes and forms of ownership are never added up. */
export function RosterTable({ roster }: { roster: readonly RosterEntry[] }) {
  return (
    <StackedTable
      label="Insiders"
      head={
        <>
          <Head>Insider</Head>
          <Head>Role</Head>
          <Head>Holds, last reported; Δ in 12 months</Head>
          <Head isNumber>Last trade</Head>
          <Head isNumber>Rows</Head>
          <Head isNumber>of them planned</Head>
        </>
      }
    >
      {roster.map((entry) => (
        <Row key={entry.insider.cik}>
          <Cell at="first">
            <InsiderLink insider={entry.insider} />
          </Cell>
          <Cell at="second" className="wrap min-w-36 text-ink-2">
            {[
              entry.officerTitle,
              ...entry.roles.filter((role) => !(entry.officerTitle !== null && role.toLowerCase() === "officer")),
            ]
              .filter((role) => role !== null)
              .join(", ")}
          </Cell>
          <Cell at="line" name="holds" className="wrap min-w-72">
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
          </Cell>
          <Cell isNumber at="first end" name="last trade">
            {formatDate(entry.lastTrade)}
          </Cell>
          <Cell isNumber at="second end" name="rows">
            {formatCount(entry.transactions)}
          </Cell>
          <Cell isNumber at="second end" name="planned">
            {formatCount(entry.planned)}
          </Cell>
        </Row>
      ))}
    </StackedTable>
  );
}
