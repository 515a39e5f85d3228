import type { Metadata } from "next";
import { connection } from "next/server";
import { FilingsTable } from "@/components/filings/filings-table";
import { EmptyState } from "@/components/layout/empty-state";
import { FictionalBanner } from "@/components/layout/notice";
import { Page } from "@/components/layout/page";
import { Section } from "@/components/layout/section";
import { MarketBoards } from "@/components/market/market-boards";
import { MarketHeading } from "@/components/market/market-heading";
import { marketWords } from "@/lib/format/page-words";
import { pageMetadata } from "@/lib/http/page-metadata";
import { marketPath, shareImagePath } from "@/lib/paths";
import { getMarket } from "@/lib/services/get-market";
import { getMarketBoards } from "@/lib/services/get-market-boards";
import { ledgerStore } from "@/lib/services/ledger-store";

export async function generateMetadata(): Promise<Metadata> {
  const { title, description } = marketWords(await getMarket(await ledgerStore()));
  return pageMetadata({ title, description, path: marketPath(), image: shareImagePath("market") });
}

export default async function MarketPage() {
  await connection();
  const store = await ledgerStore();
  const { filings, counts, fictional } = await getMarket(store);
  return (
    <>
      {fictional ? <FictionalBanner isPartly /> : null}
      <Page>
        <MarketHeading filings={filings} counts={counts} />
        {filings.length === 0 ? null : <MarketBoards boards={await getMarketBoards(store)} />}
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
