import type { Metadata } from "next";
import { EmptyState } from "@/components/layout/empty-state";
import { SearchBox } from "@/components/layout/header/search-box";
import { Page, PageHeading } from "@/components/layout/page";
import { SearchResults } from "@/components/search/search-results";
import { countOf } from "@/lib/format/words";
import { pageMetadata } from "@/lib/http/pages/page-metadata";
import { searchPath } from "@/lib/paths";
import { ledgerStore } from "@/lib/services/ledger-store";
import { searchLedger } from "@/lib/services/parties/search-ledger";

async function queryOf(searchParams: PageProps<"/search">["searchParams"]): Promise<string> {
  return [(await searchParams).q ?? ""].flat()[0]?.trim() ?? "";
}

export async function generateMetadata({ searchParams }: PageProps<"/search">): Promise<Metadata> {
  const query = await queryOf(searchParams);
  return pageMetadata({
    title: query === "" ? "Search" : `Search: ${query}`,
    description: "Issuers by ticker, old ones too; issuers and insiders by name or CIK; filings by accession number.",
    path: query === "" ? searchPath() : searchPath(query),
    isPrivate: true,
  });
}

export default async function SearchPage({ searchParams }: PageProps<"/search">) {
  const query = await queryOf(searchParams);
  const { hits } = query === "" ? { hits: [] } : await searchLedger(await ledgerStore(), query);
  return (
    <Page>
      <PageHeading title="Search">
        <span>
          {query === ""
            ? "Ticker, issuer, insider, CIK or accession number."
            : `${countOf(hits.length, "hit")} for “${query}”`}
        </span>
      </PageHeading>
      <div className="mb-6">
        <SearchBox size="large" defaultValue={query} />
      </div>
      {hits.length > 0 ? <SearchResults hits={hits} /> : null}
      {hits.length === 0 && query !== "" ? (
        <EmptyState title={`Nothing here is called “${query}”.`}>
          Words of a name may stand in any order; a ticker, CIK or accession number must be whole. What was not ingested
          cannot be found.
        </EmptyState>
      ) : null}
    </Page>
  );
}
