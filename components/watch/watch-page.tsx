import { AsOfBanner } from "@/components/layout/as-of-banner";
import { AsOfForm } from "@/components/layout/as-of-form";
import { EmptyState } from "@/components/layout/empty-state";
import { FictionalBanner, Notice } from "@/components/layout/notice";
import { Page, PageHeading } from "@/components/layout/page";
import { Section } from "@/components/layout/section";
import { UnreadNotice } from "@/components/layout/unread-notice";
import { AddParty } from "@/components/search/add-party";
import { ExampleIssuers } from "@/components/search/example-issuers";
import { CopyLink } from "@/components/share/copy-link";
import { formatDate } from "@/lib/format/dates";
import { watchTitle } from "@/lib/format/watch-words";
import { countOf, listOf } from "@/lib/format/words";
import { watchFeedPath, watchPath } from "@/lib/paths";
import { type WatchQuery, watchParams, withParty } from "@/lib/search-params/watch";
import type { NewestIssuers } from "@/lib/services/market/newest-issuers";
import type { SearchHit } from "@/lib/services/views/shapes/market";
import type { WatchView } from "@/lib/services/watch/watch-view";
import { RecentLists } from "./recent-lists";
import { SinceLastLook } from "./since-last-look";
import { WatchedFilings } from "./watched-filings";
import { WatchedParties } from "./watched-parties";

interface WatchPageProps {
  view: WatchView;
  /** The list as resolved. */
  query: WatchQuery;
  unread: readonly string[];
  /** A name that someone wants added and that is no single party. */
  asked: string;
  found: readonly SearchHit[];
  /** Issuers to begin with, where nothing is watched. */
  example: NewestIssuers | null;
}

/** A watch list: its address is all there is of it. */
export function WatchPage({ view, query, unread, asked, found, example }: WatchPageProps) {
  const isEmpty = view.parties.length === 0;
  const now = { ...query, asOf: null };
  const [href, title] = [watchPath(watchParams(now)), watchTitle(view.parties)];
  return (
    <>
      {view.fictional || example?.fictional ? <FictionalBanner isPartly /> : null}
      <AsOfBanner asOf={view.asOf} unread={null} nowHref={href} />
      <Page>
        <PageHeading title={isEmpty ? "Watch list" : title} above={isEmpty ? undefined : "Watch list"}>
          {isEmpty ? (
            <span>A list of issuers and insiders; it lives in its address, without an account.</span>
          ) : (
            <>
              <span>{countOf(view.count, "filing")}</span>
              {view.asOf === null ? (
                <SinceLastLook href={href} title={title} knownAt={view.filings.flatMap((one) => one.knownAt ?? [])} />
              ) : null}
              <span className="no-print flex gap-x-4">
                <CopyLink names={NAMES} />
                <a href={watchFeedPath(watchParams(now))} className="share" type="application/atom+xml">
                  feed
                </a>
              </span>
              <AsOfForm path={watchPath()} asOf={view.asOf} keep={Object.fromEntries(watchParams(now))} />
            </>
          )}
        </PageHeading>
        <UnreadNotice unread={unread} advice={ADVICE} />
        {view.unknown.length === 0 ? null : (
          <Notice>No filing names {listOf(view.unknown.map((word) => `“${word}”`))}; the list goes without.</Notice>
        )}
        <AddParty
          path={watchPath()}
          params={watchParams(query)}
          label="Add an issuer or insider: ticker, name or CIK"
          asked={asked}
          offers={found.map((hit) => ({ hit, href: addedTo(now, hit) }))}
        />
        {example === null ? null : (
          <div className="mt-3 text-sm text-ink-2">
            <ExampleIssuers
              {...example}
              href={watchPath(watchParams({ ...now, issuers: example.issuers.map(({ cik }) => cik) }))}
            />
          </div>
        )}
        {isEmpty ? null : (
          <>
            <div className="mt-6">
              <WatchedParties parties={view.parties} query={query} />
            </div>
            <Section id="filings" title="Filings" about={filingsAbout(view)}>
              <Filings view={view} />
            </Section>
          </>
        )}
        <Section id="recent" title="Recent lists" about="Kept in this browser; nothing is sent.">
          <RecentLists shown={now} href={href} />
        </Section>
      </Page>
    </>
  );
}

function addedTo(now: WatchQuery, { kind, cik }: SearchHit) {
  return watchPath(watchParams(withParty(now, kind === "issuer" ? "issuer" : "insider", cik ?? "")));
}

const ADVICE = (
  <>
    A list is written as in <code className="font-mono">?issuers=QLYS,1107843&amp;insiders=1254781</code>.
  </>
);

const NAMES = ["issuers", "insiders", "asof"];

function filingsAbout({ filings, count, undated }: WatchView): string {
  const shown = filings.length < count ? `The newest ${filings.length} of ${count}.` : "Newest first.";
  const left = undated === 0 ? "" : ` ${countOf(undated, "filing")} without any date cannot be placed here.`;
  return `${shown} Figures as filed; a later amendment is an entry of its own.${left}`;
}

function Filings({ view: { filings, asOf } }: { view: WatchView }) {
  if (filings.length > 0) return <WatchedFilings filings={filings} />;
  return (
    <EmptyState title={asOf === null ? "No filing of these parties yet." : `None was public by ${formatDate(asOf)}.`}>
      New ones appear here and in the feed as they are ingested.
    </EmptyState>
  );
}
