import { EvidenceText } from "@/components/evidence/cited-figure";
import { RowLink } from "@/components/links/ledger-link";
import { InsiderLinks, IssuerLink } from "@/components/parties/party-links";
import { Cell, Head, Row, StackedTable } from "@/components/ui/stacked-table";
import { Unknown } from "@/components/ui/unknown";
import { formatDate, newYorkDate } from "@/lib/format/dates";
import { countOf } from "@/lib/format/words";
import { filingPath, issuerPath, type SignalName } from "@/lib/paths";
import type { SignalRow } from "@/lib/services/signals/signal-view";
import { BOARDS } from "./board-words";

interface SignalTableProps {
  board: SignalName;
  rows: readonly SignalRow[];
}

/** A board's rows, each with the reason why it is there and a way to its evidence. */
export function SignalTable({ board, rows }: SignalTableProps) {
  const words = BOARDS[board];
  return (
    <StackedTable
      label={words.title}
      head={
        <>
          <Head>{words.date}</Head>
          <Head>Issuer</Head>
          <Head isNumber>{words.figure}</Head>
          <Head>Why it is here</Head>
          <Head>Insiders</Head>
          <Head>Evidence</Head>
        </>
      }
    >
      {rows.map((row) => (
        <Row key={row.key}>
          <Cell at="first">{formatDate(dayOf(row.date))}</Cell>
          <Cell at="first">
            <IssuerLink issuer={row.issuer} isShort />
          </Cell>
          <Cell isNumber at="first end">
            {row.figure === null ? (
              <Unknown reason="No value is known: see why it is here." />
            ) : (
              <SignalFigure board={board} row={row} />
            )}
          </Cell>
          <Cell at="line" className="wrap min-w-72">
            {row.reason}
          </Cell>
          <Cell at="second" className="wrap max-w-72 min-w-40">
            <InsiderLinks insiders={row.insiders} />
          </Cell>
          <Cell at="last">
            <EvidenceLinks row={row} />
          </Cell>
        </Row>
      ))}
    </StackedTable>
  );
}

/** The figure opens the rows that it stands on; a filing's own figure leads to the filing. */
function SignalFigure({ board, row }: { board: SignalName; row: SignalRow }) {
  const words = BOARDS[board];
  const [first] = row.evidence;
  if (first === undefined) return <span>{words.write(row.figure)}</span>;
  if (first.anchor === "") {
    return (
      <RowLink href={filingPath(first.filingId)} className="evidence">
        {words.write(row.figure)}
      </RowLink>
    );
  }
  const rows = row.evidence
    .slice(0, MOST_LISTED)
    .map((ref) => ({ ...ref, tradeDate: null, code: null, shares: null, price: null, value: null }));
  const figure = { value: row.figure, note: row.reason, rows, rowCount: row.evidence.length, leftOut: [] };
  return <EvidenceText figure={figure} label={words.figure} rule={words.about} format={words.format} />;
}

/** Rows that a figure's panel lists. */
const MOST_LISTED = 20;

function EvidenceLinks({ row }: { row: SignalRow }) {
  const [first] = row.evidence;
  if (first === undefined) return null;
  const href = first.anchor === "" ? filingPath(first.filingId) : filingPath(first.filingId, first.anchor);
  return (
    <>
      <RowLink href={href} className="link">
        {first.anchor === "" ? "the filing" : countOf(row.evidence.length, "row")}
      </RowLink>
      {row.section === null ? null : (
        <RowLink href={`${issuerPath(row.issuer.cik)}#${row.section}`} className="link ml-3">
          on the issuer
        </RowLink>
      )}
    </>
  );
}

/** The day of a date, or of an instant in New York. */
export function dayOf(date: string | null): string | null {
  return date === null || date.length === 10 ? date : newYorkDate(date);
}
