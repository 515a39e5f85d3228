import { Cell, Head, Row, StackedTable } from "@/components/ui/stacked-table";
import { formatInstant } from "@/lib/format/dates";
import { formatCount } from "@/lib/format/numbers";
import { countOf } from "@/lib/format/words";
import type { LedgerDataView } from "@/lib/services/get-data";

/** What EDGAR lists and the ledger waits for, and the periods that did not come. */
export function QueueState({ queue, missed }: Pick<LedgerDataView, "queue" | "missed">) {
  const failed = Object.entries(queue.failed);
  return (
    <div className="text-sm text-ink-2">
      <p>
        {queue.waiting === 0
          ? "No listed filing is waiting to be fetched. What EDGAR lists is known only for the days and parties that were asked for."
          : `${countOf(queue.waiting, "filing")} that EDGAR lists ${queue.waiting === 1 ? "is" : "are"} waiting to be fetched.`}{" "}
        {failed.length === 0
          ? ""
          : `Tried and failed so far: ${failed.map(([code, count]) => `${formatCount(count)} ${code}`).join(", ")}.`}
      </p>
      {missed.length === 0 ? null : (
        <ul className="mt-2">
          {missed.map(({ kind, period, status, message }) => (
            <li key={`${kind} ${period}`}>
              {kind === "dataset" ? "Data set" : "Daily index"} {period}:{" "}
              {status === "absent" ? "not published yet" : (message ?? "failed")}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** What each of the latest runs of `ingest` did. */
export function RunTable({ runs }: Pick<LedgerDataView, "runs">) {
  if (runs.length === 0) return <p className="text-sm text-ink-2">Nothing has been ingested yet.</p>;
  return (
    <StackedTable
      label="Latest runs"
      className="max-w-4xl"
      head={
        <>
          <Head>Begun</Head>
          <Head>Ended</Head>
          {NUMBERS.map(([label]) => (
            <Head key={label} isNumber>
              {label}
            </Head>
          ))}
        </>
      }
    >
      {runs.map((run) => (
        <Row key={run.id}>
          <Cell at="first" name="begun">
            {formatInstant(run.startedAt)}
          </Cell>
          <Cell at="line" name="ended">
            {run.finishedAt === null ? "not ended" : formatInstant(run.finishedAt)}
          </Cell>
          {NUMBERS.map(([label, of]) => (
            <Cell key={label} isNumber name={label.toLowerCase()}>
              {formatCount(of(run))}
            </Cell>
          ))}
        </Row>
      ))}
    </StackedTable>
  );
}

type Run = LedgerDataView["runs"][number];

const NUMBERS: readonly [label: string, of: (run: Run) => number][] = [
  ["Created", (run) => run.created],
  ["Replaced", (run) => run.replaced],
  ["Unchanged", (run) => run.unchanged],
  ["Failed", (run) => run.failed],
  ["Skipped", (run) => run.skipped],
  ["Warnings", (run) => run.warnings],
];
