import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { InsiderHeading } from "@/components/insiders/insider-heading";
import { InsiderSections } from "@/components/insiders/insider-sections";
import { AsOfBanner } from "@/components/layout/as-of-banner";
import { NothingKnown } from "@/components/layout/nothing-known";
import { FictionalBanner } from "@/components/layout/notice";
import { Page } from "@/components/layout/page";
import { normaliseCik } from "@/lib/ownership/identity";
import { insiderPath } from "@/lib/paths";
import { readAsOf, withAsOf } from "@/lib/search-params/as-of";
import { getInsider } from "@/lib/services/get-insider";
import { ledgerStore } from "@/lib/services/ledger-store";
import { getInsiderSections } from "@/lib/services/sections/get-sections";

const find = cache(async (cik: string, asOf: string | null) => getInsider(await ledgerStore(), { cik, asOf }));

export async function generateMetadata({ params, searchParams }: PageProps<"/insiders/[cik]">): Promise<Metadata> {
  const cik = normaliseCik((await params).cik);
  const view = cik === null ? null : await find(cik, readAsOf((await searchParams).asof).asOf);
  return { title: view === null ? "Insider not found" : (view.insider.name ?? `Insider ${view.insider.cik}`) };
}

export default async function InsiderPage({ params, searchParams }: PageProps<"/insiders/[cik]">) {
  const [{ cik: word }, query] = [await params, await searchParams];
  const { asOf, unread } = readAsOf(query.asof);
  const cik = normaliseCik(word);
  if (cik === null) notFound();
  if (cik !== word) redirect(withAsOf(insiderPath(cik), asOf));
  const view = await find(cik, asOf);
  if (view === null) notFound();
  const sections = await getInsiderSections(await ledgerStore(), { cik, asOf });
  return (
    <>
      {view.fictional ? <FictionalBanner /> : null}
      <AsOfBanner asOf={asOf} unread={unread} nowHref={insiderPath(cik)} />
      <Page>
        <InsiderHeading view={view} />
        {view.filings.length === 0 ? (
          <NothingKnown asOf={asOf} nowHref={insiderPath(cik)} />
        ) : (
          <InsiderSections view={view} sections={sections} hasAllFilings={query.filings === "all"} />
        )}
      </Page>
    </>
  );
}
