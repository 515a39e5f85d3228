import { connection } from "next/server";
import { FilingsTable } from "@/components/filings/filings-table";
import { KnownAt } from "@/components/filings/known-at";
import { EmptyState } from "@/components/layout/empty-state";
import { FictionalBanner } from "@/components/layout/notice";
import { Page, PageHeading } from "@/components/layout/page";
import { SearchBox } from "@/components/layout/search-box";
import { Section } from "@/components/layout/section";
import { countOf } from "@/lib/format/words";
import { getMarket } from "@/lib/services/get-market";
import { ledgerStore } from "@/lib/services/ledger-store";

export default async function MarketPage() {
  await connection();
  const { filings, counts, fictional } = await getMarket(await ledgerStore());
  return (
    <>
      {fictional ? <FictionalBanner isPartly /> : null}
      <Page>
        <PageHeading title="What insiders filed">
          <span>{countOf(counts.filings, "filing")}</span>
          <span>{countOf(counts.issuers, "issuer")}</span>
          <span>{countOf(counts.insiders, "insider")}</span>
          {counts.failed === 0 ? null : <span>{countOf(counts.failed, "document")} that could not be read</span>}
          {filings[0] === undefined ? null : (
            <span>
              known through <KnownAt filing={filings[0]} />
            </span>
          )}
        </PageHeading>
        <div className="hidden sm:block">
          <SearchBox size="large" />
        </div>
        <Section id="latest" title="Latest filings" about="Newest first, by when the public could know them.">
          {filings.length === 0 ? (
            <EmptyState title="Nothing has been ingested yet.">
              Store filings with{" "}
              <code className="font-mono">npm run -s insider -- ingest &lt;files or folders&gt;</code>; this page shows
              them without a restart.
            </EmptyState>
          ) : (
            <FilingsTable filings={filings} />
          )}
        </Section>
      </Page>
    </>
  );
}
