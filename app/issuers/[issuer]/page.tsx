import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { IssuerPage } from "@/components/issuers/issuer-page";
import { issuerPath } from "@/lib/paths";
import { readAsOf, withAsOf } from "@/lib/search-params/as-of";
import { readCodes, unreadCodes } from "@/lib/search-params/code-filter";
import { getIssuer } from "@/lib/services/get-issuer";
import { ledgerStore } from "@/lib/services/ledger-store";
import { resolveIssuer } from "@/lib/services/resolve-issuer";
import { getIssuerSections } from "@/lib/services/sections/get-sections";

const find = cache(async (word: string) => resolveIssuer(await ledgerStore(), decodeURIComponent(word)));
const whole = cache(async (cik: string, asOf: string | null) =>
  getIssuer(await ledgerStore(), { cik, codes: [], asOf }),
);

export async function generateMetadata({ params, searchParams }: PageProps<"/issuers/[issuer]">): Promise<Metadata> {
  const found = await find((await params).issuer);
  const { asOf } = readAsOf((await searchParams).asof);
  const issuer = found === null ? null : (await whole(found.cik, asOf))?.issuer;
  return { title: issuer ? [issuer.name, issuer.symbol].filter(Boolean).join(" ") : "Issuer not found" };
}

export default async function Issuer({ params, searchParams }: PageProps<"/issuers/[issuer]">) {
  const [{ issuer: word }, query] = [await params, await searchParams];
  const codes = readCodes(query.code);
  const { asOf, unread } = readAsOf(query.asof);
  const found = await find(word);
  if (found === null) notFound();
  const { cik } = found;
  if (cik !== word) redirect(withAsOf(issuerPath(cik, codes), asOf));
  const all = await whole(cik, asOf);
  const view = codes.length === 0 ? all : await getIssuer(await ledgerStore(), { cik, codes, asOf });
  if (all === null || view === null) notFound();
  const sections = await getIssuerSections(await ledgerStore(), { cik, asOf });
  const hasAllFilings = query.filings === "all";
  return <IssuerPage {...{ view, all, sections, hasAllFilings }} unread={unreadCodes(query.code)} unreadDay={unread} />;
}
