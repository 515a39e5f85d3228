import { KnownAt } from "@/components/filings/known-at";
import { PageLink, RowLink } from "@/components/links/ledger-link";
import { CodeMark } from "@/components/marks/code-mark";
import { InsiderLinks, IssuerLink } from "@/components/parties/party-links";
import { restWords, watchedRowsFigures } from "@/lib/format/watch-words";
import { classOf } from "@/lib/ownership/codes";
import { filingPath } from "@/lib/paths";
import type { WatchedFiling, WatchedRows } from "@/lib/services/watch/watch-view";

/** Filings newest first, each with what it reports in few lines; a line leads to its rows. */
export function WatchedFilings({ filings }: { filings: readonly WatchedFiling[] }) {
  return (
    <ol className="border-t border-rule text-sm wide:grid wide:grid-cols-2 wide:gap-x-12">
      {filings.map((filing) => (
        <li
          key={filing.id}
          className="grid gap-x-6 gap-y-1 border-b border-rule py-2 sm:grid-cols-[10.5rem_1fr] sm:items-baseline"
        >
          <span className="text-ink-2">
            <KnownAt filing={filing} />
          </span>
          <div className="min-w-0">
            <p className="flex flex-wrap gap-x-2">
              <PageLink href={filingPath(filing.id)} className="link">
                Form {filing.documentType}
              </PageLink>
              <InsiderLinks insiders={filing.owners} />
              <span className="text-ink-3">of</span>
              <IssuerLink issuer={filing.issuer} />
            </p>
            <ul>
              {filing.groups.map((group) => (
                <li key={group.rows[0]?.anchor} className="mt-0.5">
                  <RowsLine filingId={filing.id} group={group} />
                </li>
              ))}
              {restWords(filing).map((words) => (
                <li key={words} className="mt-0.5 text-ink-3">
                  {words}
                </li>
              ))}
            </ul>
          </div>
        </li>
      ))}
    </ol>
  );
}

function RowsLine({ filingId, group }: { filingId: string; group: WatchedRows }) {
  const figures = watchedRowsFigures(group);
  const [first] = group.rows;
  return (
    <>
      <CodeMark code={group.code} transactionClass={classOf(group.code, null)} />{" "}
      {first === undefined ? (
        figures
      ) : (
        <RowLink href={filingPath(filingId, first.anchor)} className="evidence">
          {figures}
        </RowLink>
      )}
    </>
  );
}
