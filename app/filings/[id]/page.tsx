import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { FilingBody } from "@/components/filings/filing-body";
import { FilingHeading } from "@/components/filings/filing-heading";
import { NotYetKnown } from "@/components/filings/not-yet-known";
import { AsOfBanner } from "@/components/layout/as-of-banner";
import { FictionalBanner } from "@/components/layout/notice";
import { Page } from "@/components/layout/page";
import { filingMetadata } from "@/lib/http/pages/party-metadata";
import { filingPath } from "@/lib/paths";
import { readAsOf, withAsOf } from "@/lib/search-params/as-of";
import { getFiling } from "@/lib/services/get-filing";
import { ledgerStore } from "@/lib/services/ledger-store";

const find = cache(async (id: string, asOf: string | null) =>
  getFiling(await ledgerStore(), decodeURIComponent(id), asOf),
);

export async function generateMetadata({ params, searchParams }: PageProps<"/filings/[id]">): Promise<Metadata> {
  const found = await find((await params).id, readAsOf((await searchParams).asof).asOf);
  return found === null ? { title: "Filing not found" } : filingMetadata(found.view);
}

export default async function FilingPage({ params, searchParams }: PageProps<"/filings/[id]">) {
  const { asOf, unread } = readAsOf((await searchParams).asof);
  const found = await find((await params).id, asOf);
  if (found === null) notFound();
  if (found.movedTo !== null) redirect(withAsOf(filingPath(found.movedTo), asOf));
  const { view } = found;
  return (
    <>
      {view.fictional ? <FictionalBanner /> : null}
      <AsOfBanner asOf={asOf} unread={unread} nowHref={filingPath(view.summary.id)} />
      <Page>
        <FilingHeading view={view} />
        {view.isNotYetKnown ? <NotYetKnown view={view} /> : <FilingBody view={view} />}
      </Page>
    </>
  );
}
