import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { FilingList } from "@/components/filings/filing-list";
import { AsOfBanner } from "@/components/layout/as-of-banner";
import { NothingKnown } from "@/components/layout/nothing-known";
import { FictionalBanner } from "@/components/layout/notice";
import { Page } from "@/components/layout/page";
import { Section } from "@/components/layout/section";
import { UnreadNotice } from "@/components/layout/unread-notice";
import { activityOf } from "@/components/transactions/activity";
import { PartyActivity } from "@/components/transactions/party-activity";
import { issuerPath } from "@/lib/paths";
import { type Party, partyActivityQuery } from "@/lib/queries/party-activity-query";
import { queryClient } from "@/lib/queries/query-client";
import type { PartyQuery } from "@/lib/search-params/party-query";
import type { IssuerSections } from "@/lib/services/sections/section-views";
import type { IssuerView } from "@/lib/services/views";
import { IssuerHeading } from "./issuer-heading";
import { IssuerLedger } from "./issuer-ledger";
import { IssuerPanels } from "./issuer-panels";

interface IssuerPageProps {
  query: PartyQuery;
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
export function IssuerPage({ query, view, all, sections, unread, unreadDay, hasAllFilings }: IssuerPageProps) {
  const { cik } = view.issuer;
  const client = queryClient();
  const party: Party = { kind: "issuer", cik };
  client.setQueryData(partyActivityQuery(party, query).queryKey, activityOf(view, "issuer", query));
  const title = [view.issuer.name ?? `Issuer ${cik}`, view.issuer.symbol].filter(Boolean).join(" ");
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
              <PartyActivity party={party} hide={["issuer"]} title={title} isFictional={view.fictional}>
                <IssuerPanels view={all} sections={sections} source={{ title, isFictional: view.fictional }} />
              </PartyActivity>
            </HydrationBoundary>
            <Section id="filings" title="Filings" about="Newest first; all filings, whatever the filter.">
              <FilingList filings={view.filings} hide="issuer" isWhole={hasAllFilings} />
            </Section>
            <IssuerLedger view={all} sections={sections} />
          </>
        )}
      </Page>
    </>
  );
}
