"use client";

import { PageLink } from "@/components/links/ledger-link";
import { CodeMark } from "@/components/marks/code-mark";
import { InsiderLinks, IssuerLink, Ticker } from "@/components/parties/party-links";
import { TableScroll } from "@/components/ui/table-scroll";
import { classOf } from "@/lib/ownership/codes";
import { filingPath } from "@/lib/paths";
import type { FilingSummary } from "@/lib/services/views/shapes/filing";
import { KnownAt } from "../known-at";
import { rolesText } from "./roles-text";

interface FilingsTableProps {
  filings: readonly FilingSummary[];
  /** What the page is about needs no column. */
  hide?: "issuer" | "insider";
}

/** Filings, newest first: form, parties, codes, and when each was known. */
export function FilingsTable({ filings, hide }: FilingsTableProps) {
  return (
    <TableScroll label="Filings">
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">Filed</th>
            <th scope="col">Form</th>
            {hide === "issuer" ? null : (
              <>
                <th scope="col">Ticker</th>
                <th scope="col">Issuer</th>
              </>
            )}
            {hide === "insider" ? null : <th scope="col">Insider</th>}
            <th scope="col">Role</th>
            <th scope="col">Codes</th>
            <th scope="col" className="num">
              Rows
            </th>
            <th scope="col">Accession</th>
          </tr>
        </thead>
        <tbody>
          {filings.map((filing) => (
            <tr key={filing.id}>
              <td>
                <KnownAt filing={filing} />
              </td>
              <td>
                <PageLink href={filingPath(filing.id)} className="link">
                  Form {filing.documentType}
                </PageLink>
              </td>
              {hide === "issuer" ? null : (
                <>
                  <td>{filing.issuer.symbol === null ? "" : <Ticker symbol={filing.issuer.symbol} />}</td>
                  <td>
                    <IssuerLink issuer={filing.issuer} />
                  </td>
                </>
              )}
              {hide === "insider" ? null : (
                <td>
                  <InsiderLinks insiders={filing.owners} />
                </td>
              )}
              <td className="text-ink-2">{rolesText(filing.owners)}</td>
              <td>
                <span className="flex gap-1">
                  {filing.codes.map((code) => (
                    <CodeMark key={code} code={code} transactionClass={classOf(code, null)} isBare />
                  ))}
                  {filing.codes.length === 0 ? <span className="text-ink-3">holdings only</span> : null}
                </span>
              </td>
              <td className="num">{filing.rowCount}</td>
              <td className="font-mono text-xs text-ink-2">{filing.accession ?? "none given"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
