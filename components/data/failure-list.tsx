import { Cell, Head, Row, StackedTable } from "@/components/ui/stacked-table";
import { formatInstant } from "@/lib/format/dates";
import { formatCount } from "@/lib/format/numbers";
import { countOf } from "@/lib/format/words";
import type { LedgerDataView } from "@/lib/services/get-data";

/** What could not be read, with the reason, the place, and what to do. Nothing of such a document is stored. */
export function FailureList({ failures }: Pick<LedgerDataView, "failures">) {
  const total = failures.byCode.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return <p className="text-sm text-ink-2">Every document that was given could be read.</p>;
  return (
    <>
      <p className="mb-2 text-sm text-ink-2">
        {countOf(total, "document")}:{" "}
        {failures.byCode.map(({ code, count }) => `${formatCount(count)} ${code}`).join(", ")}. Once the reason is
        mended, <code className="font-mono">insider retry</code> reads them again.
      </p>
      <StackedTable
        label="Documents that could not be read"
        head={
          <>
            <Head>Document</Head>
            <Head>Reason</Head>
            <Head>Where</Head>
            <Head>What to do</Head>
            <Head>Tried</Head>
          </>
        }
      >
        {failures.latest.map((failure) => (
          <Row key={failure.source}>
            <Cell at="first" className="max-w-80 truncate font-mono text-xs" title={failure.source}>
              {failure.source.split("/").slice(-2).join("/")}
            </Cell>
            <Cell at="line" className="wrap min-w-60">
              {failure.message}
            </Cell>
            <Cell name="where">{placeOf(failure)}</Cell>
            <Cell at="line" className="wrap min-w-48 text-ink-2">
              {failure.advice ?? ""}
            </Cell>
            <Cell name="tried">{formatInstant(failure.failedAt)}</Cell>
          </Row>
        ))}
      </StackedTable>
      {total > failures.latest.length ? (
        <p className="mt-2 text-sm text-ink-2">The latest {formatCount(failures.latest.length)} are listed.</p>
      ) : null}
    </>
  );
}

function placeOf({ line, column }: { line: number | null; column: number | null }): string {
  if (line === null) return "";
  return column === null ? `line ${formatCount(line)}` : `line ${formatCount(line)}, column ${formatCount(column)}`;
}
