import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { IssuerPage } from "@/components/issuers/issuer-page";
import { issuerPath } from "@/lib/paths";
import { loadCodeFilter, unreadCodes } from "@/lib/search-params/code-filter";
import { getIssuer } from "@/lib/services/get-issuer";
import { ledgerStore } from "@/lib/services/ledger-store";
import { resolveIssuer } from "@/lib/services/resolve-issuer";

const find = cache(async (word: string) => resolveIssuer(await ledgerStore(), decodeURIComponent(word)));
const whole = cache(async (cik: string) => getIssuer(await ledgerStore(), { cik, codes: [] }));

export async function generateMetadata({ params }: PageProps<"/issuers/[issuer]">): Promise<Metadata> {
  const found = await find((await params).issuer);
  const issuer = found === null ? null : (await whole(found.cik))?.issuer;
  return { title: issuer ? [issuer.name, issuer.symbol].filter(Boolean).join(" ") : "Issuer not found" };
}

export default async function Issuer({ params, searchParams }: PageProps<"/issuers/[issuer]">) {
  const [{ issuer: word }, query] = [await params, await searchParams];
  const { code: codes } = loadCodeFilter(query);
  const found = await find(word);
  if (found === null) notFound();
  if (found.cik !== word) redirect(issuerPath(found.cik, codes));
  const all = await whole(found.cik);
  const view = codes.length === 0 ? all : await getIssuer(await ledgerStore(), { cik: found.cik, codes });
  if (all === null || view === null) notFound();
  return <IssuerPage view={view} all={all} unread={unreadCodes(query.code)} hasAllFilings={query.filings === "all"} />;
}
