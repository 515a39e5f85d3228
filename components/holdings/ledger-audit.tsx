import type { ReactNode } from "react";
import { RowLink } from "@/components/links/ledger-link";
import { InsiderLinks } from "@/components/parties/party-links";
import { Cell, Head, Row, StackedTable } from "@/components/ui/stacked-table";
import { formatDate } from "@/lib/format/dates";
import { formatCount, formatPercent, formatShares, formatSharesChange } from "@/lib/format/numbers";
import { countOf } from "@/lib/format/words";
import { filingPath } from "@/lib/paths";
import type { AuditView, ResidualView } from "@/lib/services/sections/section-views";
import { auditAnchor } from "./audit-address";

/** Last balance + rows = next balance? What adds up, and every step that does not, with its explanation. */
export function LedgerAudit({ audit, hide }: { audit: AuditView; hide?: "insider" }) {
  const open = audit.residuals.filter((one) => one.explanation === "unexplained");
  const explained = audit.residuals.filter((one) => one.explanation !== "unexplained");
  return (
    <>
      <p className="max-w-[90ch] text-sm">
        {auditWords(audit)}
        {audit.indistinctLines === 0
          ? null
          : ` ${countOf(audit.indistinctLines, "line")} not checked: nothing filed tells their parts apart.`}
      </p>
      {audit.splits
        .filter((split) => split.confirmed)
        .map((split) => (
          <p key={`${split.words} ${split.by}`} className="mt-1 text-sm text-ink-2">
            A {split.words} split between {formatDate(split.after)} and {formatDate(split.by)}, shown by{" "}
            {countOf(split.rows.length, "balance line")}.
          </p>
        ))}
      {open.length === 0 ? null : (
        <div className="mt-3">
          <ResidualTable residuals={open} label="Unexplained differences" hide={hide} />
        </div>
      )}
      {explained.length === 0 ? null : (
        <details className="mt-3 text-sm">
          <summary className="w-fit text-ink-2 hover:text-ink">
            {countOf(explained.length, "explained difference")}
          </summary>
          <div className="mt-2">
            <ResidualTable residuals={explained} label="Explained differences" hide={hide} />
          </div>
        </details>
      )}
    </>
  );
}

/** The audit in a sentence. */
export function auditWords({ checked, closed, byExplanation }: AuditView): string {
  if (checked === 0) return "No line has two reported balances to compare.";
  const share = `${formatCount(closed)} of ${countOf(checked, "step")} between reported balances add up (${formatPercent(closed / checked)}).`;
  if (byExplanation.length === 0) return share;
  const parts = byExplanation.map(({ explanation, count }) => `${formatCount(count)} ${explanation}`);
  return `${share} The others: ${parts.join(", ")}.`;
}

interface ResidualTableProps {
  residuals: readonly ResidualView[];
  label: string;
  hide?: "insider";
}

function ResidualTable({ residuals, label, hide }: ResidualTableProps) {
  return (
    <StackedTable
      label={label}
      head={
        <>
          <Head>Date</Head>
          {hide === "insider" ? null : <Head>Insider</Head>}
          <Head>Line</Head>
          <Head isNumber>Balance left</Head>
          <Head isNumber>Balance found</Head>
          <Head isNumber>Difference</Head>
          <Head>Explanation</Head>
        </>
      }
    >
      {residuals.map((one) => (
        <Row key={auditAnchor(one.to)} id={auditAnchor(one.to)}>
          <Cell at="first">{formatDate(one.to.date)}</Cell>
          {hide === "insider" ? null : (
            <Cell at="second">
              <InsiderLinks insiders={one.owners} />
            </Cell>
          )}
          <Cell at="line" className="wrap min-w-40 text-ink-2">
            {lineWords(one)}
          </Cell>
          <Cell isNumber name="balance left">
            <Place row={one.from}>{formatShares(one.left)}</Place>
          </Cell>
          <Cell isNumber name="found">
            <Place row={one.to}>{formatShares(one.found)}</Place>
          </Cell>
          <Cell className={`num font-medium ${one.explanation === "unexplained" ? "text-flag" : ""}`}>
            {formatSharesChange(one.residual)}
          </Cell>
          <Cell at="last" className="wrap max-w-[60ch] min-w-40">
            {one.explanation}
            <span className="text-ink-2">{one.evidence === "" ? "" : `: ${shortened(one.evidence)}`}</span>
            {one.hint === null ? null : <span className="block text-ink-2">{one.hint}</span>}
          </Cell>
        </Row>
      ))}
    </StackedTable>
  );
}

const MOST_LETTERS = 220;

function shortened(words: string): string {
  return words.length <= MOST_LETTERS ? words : `${words.slice(0, MOST_LETTERS)} …`;
}

function lineWords({ securityTitle, directOrIndirect, natureOfOwnership }: ResidualView): string {
  return `${securityTitle ?? "untitled"}, ${directOrIndirect === "I" ? `indirect${natureOfOwnership === null ? "" : `: ${natureOfOwnership}`}` : "direct"}`;
}

function Place({ row, children }: { row: ResidualView["from"] | ResidualView["to"]; children: ReactNode }) {
  return (
    <RowLink href={filingPath(row.filingId, row.anchor)} className="evidence">
      {children}
    </RowLink>
  );
}
