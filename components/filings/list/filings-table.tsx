"use client";

import { PageLink } from "@/components/links/ledger-link";
import { CodeMark } from "@/components/marks/code-mark";
import { InsiderLinks, IssuerLink, Ticker } from "@/components/parties/party-links";
import { Cell, Head, Row, StackedTable } from "@/components/ui/stacked-table";
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
    <StackedTable
      label="Filings"
      head={
        <>
          <Head>Filed</Head>
          <Head>Form</Head>
          {hide === "issuer" ? null : (
            <>
              <Head>Ticker</Head>
              <Head>Issuer</Head>
            </>
          )}
          {hide === "insider" ? null : <Head>Insider</Head>}
          <Head>Role</Head>
          <Head>Codes</Head>
          <Head isNumber>Rows</Head>
          <Head>Accession</Head>
        </>
      }
    >
      {filings.map((filing) => (
        <Row key={filing.id}>
          <Cell at="first">
            <KnownAt filing={filing} />
          </Cell>
          <Cell at="first">
            <PageLink href={filingPath(filing.id)} className="link">
              Form {filing.documentType}
            </PageLink>
          </Cell>
          {hide === "issuer" ? null : (
            <>
              <Cell at="second start">
                {filing.issuer.symbol === null ? "" : <Ticker symbol={filing.issuer.symbol} />}
              </Cell>
              <Cell at="second">
                <IssuerLink issuer={filing.issuer} />
              </Cell>
            </>
          )}
          {hide === "insider" ? null : (
            <Cell at={hide === "issuer" ? "second" : "line"}>
              <InsiderLinks insiders={filing.owners} />
            </Cell>
          )}
          <Cell className="text-ink-2">{rolesText(filing.owners)}</Cell>
          <Cell at="first end">
            <span className="flex gap-1">
              {filing.codes.map((code) => (
                <CodeMark key={code} code={code} transactionClass={classOf(code, null)} isBare />
              ))}
              {filing.codes.length === 0 ? <span className="text-ink-3">holdings only</span> : null}
            </span>
          </Cell>
          <Cell isNumber name="rows">
            {filing.rowCount}
          </Cell>
          <Cell className="font-mono text-xs text-ink-2">{filing.accession ?? "none given"}</Cell>
        </Row>
      ))}
    </StackedTable>
  );
}
