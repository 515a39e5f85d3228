import { RowLink } from "@/components/links/ledger-link";
import { IssuerLink } from "@/components/parties/party-links";
import { Cell, Head, Row, StackedTable } from "@/components/ui/stacked-table";
import { Unknown } from "@/components/ui/unknown";
import { formatDate } from "@/lib/format/dates";
import { formatMoney, formatPrice, formatShares } from "@/lib/format/numbers";
import { filingPath } from "@/lib/paths";
import type { BalanceLineView } from "@/lib/services/views/shapes/balance-line";

const MARK_WORDS: Readonly<Record<string, string>> = {
  indistinct: "several holdings that nothing filed tells apart",
  "unclear-order": "no order of the rows fits",
  "ambiguous-order": "more than one order of the rows fits",
  reordered: "rows put in the order that their balances tell",
};

/** What each balance line holds by its latest report, before the lines that ended at nothing; then the way there, step by step. */
export function BalanceLinesTable({ lines }: { lines: readonly BalanceLineView[] }) {
  const isAcross = new Set(lines.map((line) => line.issuer.cik)).size > 1;
  const open = lines.filter((line) => line.closing?.balance !== 0);
  const ended = lines.filter((line) => line.closing?.balance === 0);
  return (
    <StackedTable
      label="Balance lines"
      head={
        <>
          <Head>Line</Head>
          {isAcross ? <Head>Issuer</Head> : null}
          <Head isNumber>Holds, last reported</Head>
          <Head isNumber>As of</Head>
          <Head>How held</Head>
          <Head>Strike, expiry</Head>
          <Head isNumber>Before</Head>
          <Head>Reported balances, in order</Head>
        </>
      }
    >
      {[...open, ...ended].map((line) => (
        <LineRow key={line.key} line={line} isAcross={isAcross} />
      ))}
    </StackedTable>
  );
}

function grantText(grant: BalanceLineView["grant"]): string {
  if (grant === null) return "";
  if (grant.exercisePrice === null && grant.expirationDate === null) return "none given";
  return `${formatPrice(grant.exercisePrice)}, ${formatDate(grant.expirationDate)}`;
}

const MOST_STEPS = 12;

function LineRow({ line, isAcross }: { line: BalanceLineView; isAcross: boolean }) {
  const write = line.unit === "dollars" ? formatMoney : formatShares;
  const reported = line.points.filter((point) => point.balance !== null);
  const steps = reported.slice(-MOST_STEPS);
  const closing = line.closing?.rows[0];
  return (
    <Row>
      <Cell at="first">
        {line.securityTitle ?? "untitled"}
        {line.marks.length === 0 ? null : (
          <span className="block text-xs text-ink-3">
            {line.marks.map((mark) => MARK_WORDS[mark] ?? mark).join("; ")}
          </span>
        )}
      </Cell>
      {isAcross ? (
        <Cell at="second start">
          <IssuerLink issuer={line.issuer} isShort />
        </Cell>
      ) : null}
      <Cell isNumber at="first end" className="font-medium">
        {line.closing === null || closing === undefined ? (
          <Unknown reason="No balance is reported." />
        ) : (
          <RowLink href={filingPath(closing.filingId, closing.anchor)} className="evidence">
            {write(line.closing.balance)}
          </RowLink>
        )}
      </Cell>
      <Cell isNumber at="second end" name="as of" className="text-ink-2">
        {formatDate(line.closing?.date)}
      </Cell>
      <Cell at="second" className="text-ink-2">
        {line.directOrIndirect === "I"
          ? (line.natureOfOwnership ?? "indirect")
          : line.directOrIndirect === "D"
            ? "direct"
            : "not reported"}
      </Cell>
      <Cell name="strike, expiry" className="text-ink-2">
        {grantText(line.grant)}
      </Cell>
      <Cell isNumber name="before">
        {line.opening === null ? <Unknown reason="Not reported, and not to be worked out." /> : write(line.opening)}
      </Cell>
      <Cell at="last" name="reported" className="wrap min-w-72">
        {reported.length > steps.length ? <span className="text-ink-3">… </span> : null}
        {steps.map((point, index) => (
          <span key={`${point.filingId}#${point.anchor}`}>
            {index === 0 ? "" : <span className="text-ink-3"> → </span>}
            <RowLink href={filingPath(point.filingId, point.anchor)} className="evidence">
              {write(point.balance)}
            </RowLink>
          </span>
        ))}
      </Cell>
    </Row>
  );
}
