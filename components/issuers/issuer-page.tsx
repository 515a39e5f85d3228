import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { FilingList } from "@/components/filings/filing-list";
import { AsOfBanner } from "@/components/layout/as-of-banner";
import { NothingKnown } from "@/components/layout/nothing-known";
import { FictionalBanner } from "@/components/layout/notice";
import { Page } from "@/components/layout/page";
import { Section } from "@/components/layout/section";
import { UnreadNotice } from "@/components/layout/unread-notice";
import { issuerPath } from "@/lib/paths";
import { queryClient } from "@/lib/queries/query-client";
import type { IssuerSections } from "@/lib/services/sections/section-views";
import type { IssuerView } from "@/lib/services/views";
import { IssuerActivity } from "./issuer-activity";
import { issuerActivity, issuerActivityQuery } from "./issuer-activity-query";
import { IssuerHeading } from "./issuer-heading";
import { IssuerLedger } from "./issuer-ledger";
import { IssuerPanels } from "./issuer-panels";

interface IssuerPageProps {
  /** Under the filter. */
  view: IssuerView;
  /** Without it: what the filter leaves alone. */
  all: IssuerView;
  sections: IssuerSections;
  /** Parts of the filter that could not be read. */
  unread: readonly string[];
  /** A day in the address that is none. */
  unreadDay: string | null;
  hasAllFilings: boolean;
}

/** The page that is shared: the filtered part is handed to the browser as the query that it will ask again. */
export function IssuerPage({ view, all, sections, unread, unreadDay, hasAllFilings }: IssuerPageProps) {
  const { cik } = view.issuer;
  const client = queryClient();
  client.setQueryData(issuerActivityQuery({ cik, codes: view.codes, asOf: view.asOf }).queryKey, issuerActivity(view));
  return (
    <>
      {view.fictional ? <FictionalBanner /> : null}
      <AsOfBanner asOf={view.asOf} unread={unreadDay} nowHref={issuerPath(cik, view.codes)} />
      <Page>
        <IssuerHeading view={view} />
        <UnreadNotice unread={unread} />
        {view.filings.length === 0 ? (
          <NothingKnown asOf={view.asOf} nowHref={issuerPath(cik)} />
        ) : (
          <>
            <HydrationBoundary state={dehydrate(client)}>
              <IssuerActivity cik={cik}>
                <IssuerPanels view={all} sections={sections} />
              </IssuerActivity>
            </HydrationBoundary>
            <Section id="filings" title="Filings" about="Newest first; all filings, whatever the filter.">
              <FilingList filings={view.filings} hide="issuer" path={issuerPath(cik)} isWhole={hasAllFilings} />
            </Section>
            <IssuerLedger view={all} sections={sections} />
          </>
        )}
      </Page>
    </>
  );
}
