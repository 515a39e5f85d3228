import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { IssuerPage } from "@/components/issuers/issuer-page";
import { issuerMetadata } from "@/lib/http/pages/party-metadata";
import { issuerPath } from "@/lib/paths";
import { readAsOf } from "@/lib/search-params/as-of";
import { isUnfiltered, readPartyQuery } from "@/lib/search-params/party-query";
import { givenPairs, withParams } from "@/lib/search-params/view-params";
import { ledgerStore } from "@/lib/services/ledger-store";
import { getIssuer } from "@/lib/services/parties/get-issuer";
import { resolveIssuer } from "@/lib/services/parties/resolve-issuer";
import { getIssuerSections } from "@/lib/services/sections/get-sections";

const find = cache(async (word: string) => resolveIssuer(await ledgerStore(), decodeURIComponent(word)));
const whole = cache(async (cik: string, asOf: string | null) =>
  getIssuer(await ledgerStore(), { cik, codes: [], asOf }),
);

export async function generateMetadata({ params, searchParams }: PageProps<"/issuers/[issuer]">): Promise<Metadata> {
  const found = await find((await params).issuer);
  const given = await searchParams;
  const view = found === null ? null : await whole(found.cik, readAsOf(given.asof).asOf);
  return view === null ? { title: "Issuer not found" } : issuerMetadata(view, given);
}

export default async function Issuer({ params, searchParams }: PageProps<"/issuers/[issuer]">) {
  const [{ issuer: word }, given] = [await params, await searchParams];
  const { query, unread } = readPartyQuery(given);
  const { asOf, unread: unreadDay } = readAsOf(given.asof);
  const found = await find(word);
  if (found === null) notFound();
  const { cik } = found;
  if (cik !== word) redirect(withParams(issuerPath(cik), givenPairs(given), {}));
  const all = await whole(cik, asOf);
  const view = isUnfiltered(query) ? all : await getIssuer(await ledgerStore(), { cik, ...query });
  if (all === null || view === null) notFound();
  const sections = await getIssuerSections(await ledgerStore(), { cik, asOf });
  return <IssuerPage {...{ query, view, all, sections, unread, unreadDay }} hasAllFilings={given.filings === "all"} />;
}
