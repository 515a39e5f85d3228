import { TableExport } from "@/components/data-table/table-export";
import { AsOfBanner } from "@/components/layout/as-of-banner";
import { AsOfForm } from "@/components/layout/as-of-form";
import { EmptyState } from "@/components/layout/empty-state";
import { Page, PageHeading } from "@/components/layout/page";
import { Section, SectionPair } from "@/components/layout/section";
import { formatInstant } from "@/lib/format/dates";
import { countOf } from "@/lib/format/words";
import { dataPath } from "@/lib/paths";
import type { LedgerDataView } from "@/lib/services/get-data";
import { CoverageMap } from "./coverage-map";
import { failureTable, quarterTable, runTable, sourceTable } from "./data-export";
import { FailureList } from "./failure-list";
import { FormTable } from "./form-table";
import { QueueState, RunTable } from "./live-state";
import { SourceTable } from "./source-table";

/** How far the ledger can be trusted: what it holds, how new it is, and what is missing. */
export function DataPage({ view, unreadDay }: { view: LedgerDataView; unreadDay: string | null }) {
  return (
    <>
      <AsOfBanner asOf={view.asOf} unread={unreadDay} nowHref={dataPath()} />
      <DataSections view={view} />
    </>
  );
}

function DataSections({ view }: { view: LedgerDataView }) {
  const { counts, quarters } = view;
  return (
    <Page>
      <PageHeading title="Data">
        <span>{countOf(counts.filings, "filing")}</span>
        <span>{countOf(counts.issuers, "issuer")}</span>
        <span>{countOf(counts.insiders, "insider")}</span>
        {view.through === null ? null : <span>filings known through {formatInstant(view.through)}</span>}
        {view.changedAt === null || view.asOf !== null ? null : <span>changed {formatInstant(view.changedAt)}</span>}
        {view.stale === 0 ? null : <span>{countOf(view.stale, "issuer")} being brought up to date</span>}
        <AsOfForm path={dataPath()} asOf={view.asOf} />
      </PageHeading>
      <SectionPair>
        <Section
          id="coverage"
          title="Coverage"
          about="Filings in this ledger by filing date, by the time of the signature where no filing date is known."
        >
          {quarters.length === 0 ? (
            <EmptyState title="Nothing has been ingested yet.">
              Store filings with{" "}
              <code className="font-mono">npm run -s insider -- ingest &lt;files or folders&gt;</code>.
            </EmptyState>
          ) : (
            <>
              <CoverageMap quarters={quarters} />
              <details className="mt-3 text-sm">
                <summary className="w-fit text-ink-2 hover:text-ink">
                  By form: {countOf(quarters.length, "quarter")}
                </summary>
                <div className="mt-2">
                  <FormTable quarters={quarters} forms={view.forms} />
                </div>
              </details>
              <div className="mt-2">
                <TableExport {...quarterTable(quarters, view.forms)} fileName="coverage" />
              </div>
            </>
          )}
        </Section>
        <div className="min-w-0">
          <Section
            id="sources"
            title="Sources"
            about="The best source of each filing, which gave its rows."
            aside={<TableExport {...sourceTable(view.sources)} fileName="sources" />}
          >
            <SourceTable sources={view.sources} />
          </Section>
          {view.asOf === null ? (
            <LiveSections view={view} />
          ) : (
            <p className="mt-9 border-t border-rule pt-3 text-sm text-ink-2">
              What could not be read, EDGAR’s queue and the runs of this ledger are no matter of a day in the market:
              they are shown as of now only.
            </p>
          )}
        </div>
      </SectionPair>
    </Page>
  );
}

/** What is of the ledger itself, not of a day. */
function LiveSections({ view }: { view: LedgerDataView }) {
  return (
    <>
      <Section
        id="failures"
        title="Could not be read"
        about="Nothing of these documents is stored."
        aside={
          view.failures.latest.length === 0 ? undefined : (
            <TableExport {...failureTable(view.failures.latest)} fileName="failures" />
          )
        }
      >
        <FailureList failures={view.failures} />
      </Section>
      <Section id="edgar" title="EDGAR" about="The live connection: what is listed there and not here yet.">
        <QueueState queue={view.queue} missed={view.missed} />
      </Section>
      <Section
        id="runs"
        title="Latest runs"
        aside={view.runs.length === 0 ? undefined : <TableExport {...runTable(view.runs)} fileName="runs" />}
      >
        <RunTable runs={view.runs} />
      </Section>
    </>
  );
}
