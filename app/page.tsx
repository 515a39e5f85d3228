import { connection } from "next/server";
import { FilingsTable } from "@/components/filings/filings-table";
import { EmptyState } from "@/components/layout/empty-state";
import { FictionalBanner } from "@/components/layout/notice";
import { Page, PageHeading } from "@/components/layout/page";
import { SearchBox } from "@/components/layout/search-box";
import { Section } from "@/components/layout/section";
import { formatInstant } from "@/lib/format/dates";
import { countOf } from "@/lib/format/words";
import { getMarket } from "@/lib/services/get-market";
import { ledgerStore } from "@/lib/services/ledger-store";

export default async function MarketPage() {
  await connection();
  const { filings, counts, through, fictional } = await getMarket(await ledgerStore());
  return (
    <>
      {fictional ? <FictionalBanner isPartly /> : null}
      <Page>
        <PageHeading title="What insiders filed">
          <span>{countOf(counts.filings, "filing")}</span>
          <span>{countOf(counts.issuers, "issuer")}</span>
          <span>{countOf(counts.insiders, "insider")}</span>
          {counts.failed === 0 ? null : <span>{countOf(counts.failed, "document")} that could not be read</span>}
          {through === null ? null : <span>known through {formatInstant(through)}</span>}
        </PageHeading>
        <SearchBox size="large" />
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
