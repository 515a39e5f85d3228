import type { Metadata } from "next";
import { DataPage } from "@/components/data/data-page";
import { pageMetadata } from "@/lib/http/pages/page-metadata";
import { dataPath } from "@/lib/paths";
import { readAsOf } from "@/lib/search-params/as-of";
import { getData } from "@/lib/services/get-data";
import { ledgerStore } from "@/lib/services/ledger-store";

export const metadata: Metadata = pageMetadata({
  title: "Data",
  description: "What this ledger holds and from where: filings by quarter and form, sources, failures and freshness.",
  path: dataPath(),
});

export default async function Data({ searchParams }: PageProps<"/data">) {
  const { asOf, unread } = readAsOf((await searchParams).asof);
  return <DataPage view={await getData(await ledgerStore(), asOf)} unreadDay={unread} />;
}
