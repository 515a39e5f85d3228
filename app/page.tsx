import type { Metadata } from "next";
import { MarketPage } from "@/components/market/market-page";
import { marketWords } from "@/lib/format/page-words";
import { pageMetadata } from "@/lib/http/pages/page-metadata";
import { marketPath, shareImagePath } from "@/lib/paths";
import { readAsOf } from "@/lib/search-params/as-of";
import { ledgerStore } from "@/lib/services/ledger-store";
import { getMarket } from "@/lib/services/market/get-market";
import { getMarketBoards } from "@/lib/services/market/get-market-boards";

export async function generateMetadata(): Promise<Metadata> {
  const { title, description } = marketWords(await getMarket(await ledgerStore()));
  return pageMetadata({ title, description, path: marketPath(), image: shareImagePath("market") });
}

export default async function Market({ searchParams }: PageProps<"/">) {
  const { asOf, unread } = readAsOf((await searchParams).asof);
  const store = await ledgerStore();
  const view = await getMarket(store, asOf);
  const boards = view.filings.length === 0 ? null : await getMarketBoards(store, asOf);
  return <MarketPage {...{ view, boards }} unreadDay={unread} />;
}
