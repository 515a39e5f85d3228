import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { indexRows } from "@/components/evidence/row-index";
import { FilingList } from "@/components/filings/filing-list";
import { IssuerActivity } from "@/components/issuers/issuer-activity";
import { issuerActivity, issuerActivityQuery } from "@/components/issuers/issuer-activity-query";
import { IssuerHeading } from "@/components/issuers/issuer-heading";
import { IssuerPanels } from "@/components/issuers/issuer-panels";
import { FictionalBanner } from "@/components/layout/notice";
import { Page } from "@/components/layout/page";
import { Section } from "@/components/layout/section";
import { UnreadNotice } from "@/components/layout/unread-notice";
import { issuerPath } from "@/lib/paths";
import { queryClient } from "@/lib/queries/query-client";
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

export default async function IssuerPage({ params, searchParams }: PageProps<"/issuers/[issuer]">) {
  const [{ issuer: word }, query] = [await params, await searchParams];
  const { code: codes } = loadCodeFilter(query);
  const found = await find(word);
  if (found === null) notFound();
  if (found.cik !== word) redirect(issuerPath(found.cik, codes));
  const all = await whole(found.cik);
  const view = codes.length === 0 ? all : await getIssuer(await ledgerStore(), { cik: found.cik, codes });
  if (all === null || view === null) notFound();
  const client = queryClient();
  client.setQueryData(issuerActivityQuery(found.cik, codes).queryKey, issuerActivity(view));
  return (
    <>
      {view.fictional ? <FictionalBanner /> : null}
      <Page>
        <IssuerHeading view={view} />
        <UnreadNotice unread={unreadCodes(query.code)} />
        <HydrationBoundary state={dehydrate(client)}>
          <IssuerActivity cik={found.cik}>
            <IssuerPanels view={all} rows={indexRows(all.rows)} />
          </IssuerActivity>
        </HydrationBoundary>
        <Section id="filings" title="Filings" about="Newest first; all filings, whatever the filter.">
          <FilingList
            filings={view.filings}
            hide="issuer"
            path={issuerPath(found.cik)}
            isWhole={query.filings === "all"}
          />
        </Section>
      </Page>
    </>
  );
}
