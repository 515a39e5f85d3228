import { AsOfBanner } from "@/components/layout/as-of-banner";
import { NothingKnown } from "@/components/layout/nothing-known";
import { FictionalBanner } from "@/components/layout/notice";
import { Page } from "@/components/layout/page";
import { SectionPair } from "@/components/layout/section";
import { UnreadNotice } from "@/components/layout/unread-notice";
import { FilingsSection } from "@/components/parties/sections/filing-sections";
import { SectionNav, when } from "@/components/parties/sections/section-nav";
import { activityOf, givenActivity } from "@/components/transactions/activity";
import { PartyActivity } from "@/components/transactions/party-activity";
import { issuerPath } from "@/lib/paths";
import type { Party } from "@/lib/queries/party-activity-query";
import type { PartyQuery } from "@/lib/search-params/party-query";
import type { IssuerSections } from "@/lib/services/sections/section-views";
import type { IssuerView } from "@/lib/services/views/shapes/party";
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

/** The page that is shared: the filtered part is handed to the browser as the answer to the query that it will ask again. */
export function IssuerPage({ query, view, all, sections, unread, unreadDay, hasAllFilings }: IssuerPageProps) {
  const { cik } = view.issuer;
  const party: Party = { kind: "issuer", cik };
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
            <SectionNav sections={sectionsOf(all, sections)} />
            <PartyActivity
              initial={givenActivity(activityOf(view, "issuer", query))}
              initialQuery={query}
              party={party}
              hide={["issuer"]}
              title={title}
              isFictional={view.fictional}
            >
              <IssuerPanels view={all} sections={sections} source={{ title, isFictional: view.fictional }} />
            </PartyActivity>
            <SectionPair>
              <FilingsSection party={party} filings={view.filings} isWhole={hasAllFilings} />
              <div className="min-w-0">
                <IssuerLedger view={all} sections={sections} />
              </div>
            </SectionPair>
          </>
        )}
      </Page>
    </>
  );
}

function sectionsOf(view: IssuerView, { optionBook }: IssuerSections): [id: string, name: string][] {
  return [
    ["timeline", "Timeline"],
    ["months", "Months"],
    ["insiders", "Insiders"],
    ["holdings", "Holdings"],
    ...when(optionBook.grants.length + optionBook.leftOut.length > 0, "option-book", "Options"),
    ...when(view.episodes.length > 0, "exercise-and-sell", "Exercise and sell"),
    ...when(view.plans.length > 0, "plans", "10b5-1 plans"),
    ["trading-pattern", "Pattern"],
    ["transactions", "Transactions"],
    ["filings", "Filings"],
    ["ledger-audit", "Ledger audit"],
    ["double-count", "Double counting"],
    ["conduct", "Conduct"],
  ];
}
