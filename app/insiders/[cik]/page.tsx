import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { InsiderPageView } from "@/components/insiders/insider-page-view";
import { insiderMetadata } from "@/lib/http/pages/party-metadata";
import { normaliseCik } from "@/lib/ownership/identity";
import { insiderPath } from "@/lib/paths";
import { readAsOf } from "@/lib/search-params/as-of";
import { isUnfiltered, readPartyQuery } from "@/lib/search-params/party-query";
import { givenPairs, withParams } from "@/lib/search-params/view-params";
import { ledgerStore } from "@/lib/services/ledger-store";
import { getInsider } from "@/lib/services/parties/get-insider";
import { getInsiderSections } from "@/lib/services/sections/get-sections";

const find = cache(async (cik: string, asOf: string | null) => getInsider(await ledgerStore(), { cik, asOf }));

export async function generateMetadata({ params, searchParams }: PageProps<"/insiders/[cik]">): Promise<Metadata> {
  const cik = normaliseCik((await params).cik);
  const given = await searchParams;
  const view = cik === null ? null : await find(cik, readAsOf(given.asof).asOf);
  return view === null ? { title: "Insider not found" } : insiderMetadata(view, given);
}

export default async function InsiderPage({ params, searchParams }: PageProps<"/insiders/[cik]">) {
  const [{ cik: word }, given] = [await params, await searchParams];
  const { query, unread } = readPartyQuery(given);
  const { asOf, unread: unreadDay } = readAsOf(given.asof);
  const cik = normaliseCik(word);
  if (cik === null) notFound();
  if (cik !== word) redirect(withParams(insiderPath(cik), givenPairs(given), {}));
  const all = await find(cik, asOf);
  const view = isUnfiltered(query) ? all : await getInsider(await ledgerStore(), { cik, ...query });
  if (all === null || view === null) notFound();
  const sections = await getInsiderSections(await ledgerStore(), { cik, asOf });
  return (
    <InsiderPageView {...{ query, view, all, sections, unread, unreadDay }} hasAllFilings={given.filings === "all"} />
  );
}
