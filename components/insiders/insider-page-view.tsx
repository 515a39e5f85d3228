import { AsOfBanner } from "@/components/layout/as-of-banner";
import { NothingKnown } from "@/components/layout/nothing-known";
import { FictionalBanner } from "@/components/layout/notice";
import { Page } from "@/components/layout/page";
import { UnreadNotice } from "@/components/layout/unread-notice";
import { insiderPath } from "@/lib/paths";
import type { PartyQuery } from "@/lib/search-params/party-query";
import type { InsiderSections as Sections } from "@/lib/services/sections/section-views";
import type { InsiderView } from "@/lib/services/views/shapes/party";
import { InsiderHeading } from "./insider-heading";
import { InsiderSections } from "./insider-sections";

interface InsiderPageViewProps {
  query: PartyQuery;
  /** Under the filter. */
  view: InsiderView;
  /** Without it. */
  all: InsiderView;
  sections: Sections;
  /** Parts of the filter that could not be read. */
  unread: readonly string[];
  /** A day in the address that is none. */
  unreadDay: string | null;
  hasAllFilings: boolean;
}

/** An insider's page; the filtered part is handed to the browser as the query that it will ask again. */
export function InsiderPageView({ view, unread, unreadDay, ...rest }: InsiderPageViewProps) {
  const path = insiderPath(view.insider.cik);
  return (
    <>
      {view.fictional ? <FictionalBanner /> : null}
      <AsOfBanner asOf={view.asOf} unread={unreadDay} nowHref={path} />
      <Page>
        <InsiderHeading view={view} />
        <UnreadNotice unread={unread} advice={FILTER_ADVICE} />
        {view.filings.length === 0 ? (
          <NothingKnown asOf={view.asOf} nowHref={path} />
        ) : (
          <InsiderSections view={view} {...rest} />
        )}
      </Page>
    </>
  );
}

const FILTER_ADVICE = (
  <>
    Codes are single letters and days are calendar dates, as in{" "}
    <code className="font-mono">?code=S,M&from=2016&to=2018-06</code>.
  </>
);
