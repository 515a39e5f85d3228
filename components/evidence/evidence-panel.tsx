import { RowLink } from "@/components/links/ledger-link";
import { Cell, Head, Row, StackedTable } from "@/components/ui/stacked-table";
import { formatDate } from "@/lib/format/dates";
import { formatMoney, formatPrice, formatShares } from "@/lib/format/numbers";
import { countOf } from "@/lib/format/words";
import { filingPath } from "@/lib/paths";
import type { EvidenceFigure, EvidenceRow } from "./evidence-figure";
import { addressOf } from "./row-index";

interface EvidencePanelProps {
  title: string;
  /** The figure in full, as text. */
  text: string;
  /** How the figure comes from its rows, in a sentence. */
  rule: string;
  figure: ListedFigure;
}

/** A figure of which the page does not hold all rows. */
export interface ListedFigure extends EvidenceFigure {
  /** Where they are listed; absent: in the table of the page itself. */
  allHref?: string;
}

/** What a figure is made of: its rows, what was left out and why, and the rule. */
export function EvidencePanel({ title, text, rule, figure }: EvidencePanelProps) {
  return (
    <div className="min-w-60">
      <p className="text-ink-2">{title}</p>
      <p className="text-lg font-semibold">{text}</p>
      <p className="mt-1 max-w-[60ch] text-ink-2">{rule}</p>
      {figure.note === null ? null : <p className="mt-1 max-w-[60ch] text-ink-2">{figure.note}</p>}
      <EvidenceRows rows={figure.rows} />
      <More count={figure.rowCount - figure.rows.length} href={figure.allHref} />
      {figure.leftOut.map((group) => (
        <div key={group.reason} className="mt-3">
          <p className="max-w-[60ch] text-ink-2">
            Left out, {countOf(group.count, "row")}: {group.reason}
          </p>
          <EvidenceRows rows={group.rows} />
          <More count={group.count - group.rows.length} />
        </div>
      ))}
    </div>
  );
}

function More({ count, href }: { count: number; href?: string }) {
  if (count <= 0) return null;
  return (
    <p className="mt-1 text-ink-3">
      and {countOf(count, "more row")} in the{" "}
      {href === undefined ? (
        "table of transactions"
      ) : (
        <a href={href} className="link">
          table of transactions
        </a>
      )}
    </p>
  );
}

/** Whose rows they are, where that is not the same of all. */
const PARTIES = [
  { id: "issuer", label: "Issuer" },
  { id: "insiders", label: "Insider" },
] as const;

function EvidenceRows({ rows }: { rows: readonly EvidenceRow[] }) {
  if (rows.length === 0) return null;
  // Rows that the page does not hold say nothing of themselves: a dash would read as unknown.
  if (rows.every((row) => row.code === null && row.shares === null && row.price === null))
    return <Places rows={rows} />;
  const parties = PARTIES.filter(({ id }) => new Set(rows.map((row) => row[id])).size > 1);
  return (
    <div className="mt-2">
      <StackedTable
        label="Its rows"
        head={
          <>
            <Head>Row</Head>
            {parties.map(({ id, label }) => (
              <Head key={id}>{label}</Head>
            ))}
            <Head>Code</Head>
            <Head isNumber>Shares</Head>
            <Head isNumber>Price</Head>
            <Head isNumber>Value</Head>
          </>
        }
      >
        {rows.map((row) => (
          <Row key={addressOf(row)}>
            <Cell at="first">
              <RowLink href={filingPath(row.filingId, row.anchor)} className="link">
                {row.tradeDate === null ? row.filingId : formatDate(row.tradeDate)} · {row.anchor}
              </RowLink>
            </Cell>
            {parties.map(({ id }) => (
              <Cell key={id} at="second">
                <span className="cut max-w-40" title={row[id] ?? undefined}>
                  {row[id]}
                </span>
              </Cell>
            ))}
            <Cell at="first" className="font-mono">
              {row.code}
            </Cell>
            <Cell isNumber name="shares">
              {formatShares(row.shares)}
            </Cell>
            <Cell isNumber name="price">
              {formatPrice(row.price)}
            </Cell>
            <Cell isNumber at="first end">
              {row.value === null ? "" : formatMoney(row.value)}
            </Cell>
          </Row>
        ))}
      </StackedTable>
    </div>
  );
}

function Places({ rows }: { rows: readonly EvidenceRow[] }) {
  return (
    <ul className="mt-2 border-t border-rule">
      {rows.map((row) => (
        <li key={addressOf(row)} className="border-b border-rule py-1">
          <RowLink href={filingPath(row.filingId, row.anchor)} className="link">
            {row.tradeDate === null ? row.filingId : formatDate(row.tradeDate)} · {row.anchor}
          </RowLink>
        </li>
      ))}
    </ul>
  );
}
