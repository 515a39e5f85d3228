import type { ReactNode } from "react";
import { PageLink } from "@/components/links/ledger-link";
import { Cell, Head, Row, StackedTable } from "@/components/ui/stacked-table";
import { formatKnownDay } from "@/lib/format/known-day";
import { countOf } from "@/lib/format/words";
import { filingPath } from "@/lib/paths";
import type { AmendmentView, FilingSummary } from "@/lib/services/views/shapes/filing";
import type { RowLabel } from "@/lib/services/views/shapes/row";
import { fieldName, fieldText } from "./field-words";
import { RowName } from "./row-name";

/** What one amendment changed: old → new, by row and field. The page's own filing is named, the other linked. */
export function AmendmentChanges({ amendment, own }: { amendment: AmendmentView; own: string }) {
  const { changed, repeated, added, leftOut, problem } = amendment;
  return (
    <article className="border-b border-rule py-4 first-of-type:pt-0 last-of-type:border-b-0">
      <h3 className="mb-2 text-base font-medium">
        <FilingName filing={amendment.amendment} own={own} /> <span className="font-normal text-ink-2">amends</span>{" "}
        {amendment.original === null ? (
          <span className="font-normal text-ink-2">a filing that is not known</span>
        ) : (
          <FilingName filing={amendment.original} own={own} />
        )}
      </h3>
      <p className="mb-2 max-w-[90ch] text-sm text-ink-2">{howKnown(amendment)}</p>
      {changed.length === 0 ? null : <ChangedFields changed={changed} />}
      {problem === null && changed.length === 0 ? <p className="text-sm">No field of a row differs.</p> : null}
      <RowsOf title="added by the amendment" rows={added} />
      <RowsOf title="said again, unchanged" rows={repeated.map(({ after }) => after)} />
      <RowsOf title="not mentioned by the amendment, still in force" rows={leftOut} />
    </article>
  );
}

function howKnown({ rule, problem, amendment }: AmendmentView): string {
  if (problem === "original not found")
    return "The filing that it amends is not in this ledger, so nothing is replaced.";
  if (problem !== null) return "Several filings could be the one that it amends, so nothing is replaced.";
  return rule === "filing date"
    ? "The amendment names the original’s filing date."
    : `The original is found by its period and signature date; form ${amendment.documentType} does not name its filing date, or the source gave none.`;
}

function FilingName({ filing, own }: { filing: FilingSummary; own: string }) {
  const day = formatKnownDay(filing);
  const name = `Form ${filing.documentType}${day === null ? "" : ` of ${day}`}`;
  if (filing.id === own) return <span>this form {filing.documentType}</span>;
  return (
    <PageLink href={filingPath(filing.id)} className="link">
      {name}
    </PageLink>
  );
}

function ChangedFields({ changed }: Pick<AmendmentView, "changed">) {
  return (
    <StackedTable
      label="What the amendment changed"
      head={
        <>
          <Head>Row before</Head>
          <Head>Row now</Head>
          <Head>Field</Head>
          <Head>Before</Head>
          <Head>Now</Head>
        </>
      }
    >
      {changed.flatMap(({ before, after, changes }) =>
        changes.map((change, index) => (
          <Row key={`${before.anchor} ${after.anchor} ${change.field}`}>
            <Cell at="first" name="row">
              {index === 0 ? <RowName row={before} /> : null}
            </Cell>
            <Cell at="first" name="now">
              {index === 0 ? <RowName row={after} /> : null}
            </Cell>
            <Cell className="text-ink-2">{fieldName(change.field)}</Cell>
            <Value isOld>{fieldText(change.field, change.before)}</Value>
            <Value>{fieldText(change.field, change.after)}</Value>
          </Row>
        )),
      )}
    </StackedTable>
  );
}

function Value({ isOld = false, children }: { isOld?: boolean; children: ReactNode }) {
  return (
    <Cell className={`wrap max-w-[40ch] min-w-24 ${isOld ? "text-ink-3" : "font-medium"}`}>
      {isOld ? <del>{children}</del> : <ins className="no-underline">{children}</ins>}
    </Cell>
  );
}

function RowsOf({ title, rows }: { title: string; rows: readonly RowLabel[] }) {
  if (rows.length === 0) return null;
  return (
    <details className="mt-2 text-sm">
      <summary className="w-fit text-ink-2 hover:text-ink">
        {countOf(rows.length, "row")} {title}
      </summary>
      <ul className="mt-1">
        {rows.map((row) => (
          <li key={`${row.filingId}#${row.anchor}`} className="py-0.5">
            <RowName row={row} />
          </li>
        ))}
      </ul>
    </details>
  );
}
