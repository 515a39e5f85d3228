import type { Metadata } from "next";
import { EmptyState } from "@/components/layout/empty-state";
import { SearchBox } from "@/components/layout/header/search-box";
import { Page, PageHeading } from "@/components/layout/page";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <Page>
      <PageHeading title="Not in this ledger" />
      <EmptyState title="No issuer, insider or filing here has this address.">
        <p className="mb-4">
          It may not have been ingested yet. An issuer is found by CIK or ticker, an insider by CIK, a filing by its
          accession number.
        </p>
        <SearchBox size="large" />
      </EmptyState>
    </Page>
  );
}
