import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { InsiderHeading } from "@/components/insiders/insider-heading";
import { InsiderSections } from "@/components/insiders/insider-sections";
import { FictionalBanner } from "@/components/layout/notice";
import { Page } from "@/components/layout/page";
import { normaliseCik } from "@/lib/ownership/identity";
import { insiderPath } from "@/lib/paths";
import { getInsider } from "@/lib/services/get-insider";
import { ledgerStore } from "@/lib/services/ledger-store";

const find = cache(async (cik: string) => getInsider(await ledgerStore(), { cik }));

export async function generateMetadata({ params }: PageProps<"/insiders/[cik]">): Promise<Metadata> {
  const cik = normaliseCik((await params).cik);
  const view = cik === null ? null : await find(cik);
  return { title: view === null ? "Insider not found" : (view.insider.name ?? `Insider ${view.insider.cik}`) };
}

export default async function InsiderPage({ params, searchParams }: PageProps<"/insiders/[cik]">) {
  const { cik: word } = await params;
  const cik = normaliseCik(word);
  if (cik === null) notFound();
  if (cik !== word) redirect(insiderPath(cik));
  const view = await find(cik);
  if (view === null) notFound();
  return (
    <>
      {view.fictional ? <FictionalBanner /> : null}
      <Page>
        <InsiderHeading view={view} />
        <InsiderSections view={view} hasAllFilings={(await searchParams).filings === "all"} />
      </Page>
    </>
  );
}
