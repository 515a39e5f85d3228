import { AsOfBanner } from "@/components/layout/as-of-banner";
import { AsOfForm } from "@/components/layout/as-of-form";
import { EmptyState } from "@/components/layout/empty-state";
import { FictionalBanner, Notice } from "@/components/layout/notice";
import { Page, PageHeading } from "@/components/layout/page";
import { Section } from "@/components/layout/section";
import { UnreadNotice } from "@/components/layout/unread-notice";
import { PageLink } from "@/components/links/ledger-link";
import { AddParty } from "@/components/search/add-party";
import { ExampleIssuers } from "@/components/search/example-issuers";
import { CopyLink } from "@/components/share/copy-link";
import { listOf } from "@/lib/format/words";
import { comparePath, watchPath } from "@/lib/paths";
import { type CompareQuery, compareParams, FEWEST_COMPARED, MOST_COMPARED } from "@/lib/search-params/compare";
import { watchParams } from "@/lib/search-params/watch";
import type { CompareView } from "@/lib/services/compare/compare-view";
import type { NewestIssuers } from "@/lib/services/market/newest-issuers";
import type { SearchHit } from "@/lib/services/views/shapes/market";
import { CompareCharts } from "./compare-charts";
import { CompareTable } from "./compare-table";
import { longName } from "./compare-words";

interface ComparePageProps {
  view: CompareView;
  /** The comparison as resolved. */
  query: CompareQuery;
  unread: readonly string[];
  /** A name that someone wants added and that is no single issuer. */
  asked: string;
  found: readonly SearchHit[];
  /** Issuers to begin with, where none is compared. */
  example: NewestIssuers | null;
}

/** Issuers side by side: the same figures as on each one's page. */
export function ComparePage({ view, query, unread, asked, found, example }: ComparePageProps) {
  const { issuers } = view;
  const now = { ...query, asOf: null };
  return (
    <>
      {view.fictional || example?.fictional ? (
        <FictionalBanner isPartly={issuers.length === 0 || !issuers.every((one) => one.fictional)} />
      ) : null}
      <AsOfBanner asOf={view.asOf} unread={null} nowHref={comparePath(compareParams(now))} />
      <Page>
        <PageHeading
          title={issuers.length === 0 ? "Compare issuers" : listOf(issuers.map((one) => longName(one.issuer)))}
          above={issuers.length === 0 ? undefined : "Compare"}
        >
          {issuers.length === 0 ? (
            <span>
              {FEWEST_COMPARED} to {MOST_COMPARED} issuers side by side, by the same rules.
            </span>
          ) : (
            <>
              <span>All filings that this ledger holds of each.</span>
              <span className="no-print flex gap-x-4">
                <CopyLink names={NAMES} />
                <PageLink
                  href={watchPath(watchParams({ issuers: query.issuers, insiders: [], asOf: null }))}
                  className="share"
                >
                  watch
                </PageLink>
              </span>
              <AsOfForm path={comparePath()} asOf={view.asOf} keep={Object.fromEntries(compareParams(now))} />
            </>
          )}
        </PageHeading>
        <UnreadNotice unread={unread} advice={ADVICE} />
        {view.unknown.length === 0 ? null : (
          <Notice>No filing names {listOf(view.unknown.map((word) => `“${word}”`))}.</Notice>
        )}
        {issuers.length >= MOST_COMPARED ? null : (
          <AddParty
            path={comparePath()}
            params={compareParams(query)}
            label="Add an issuer: ticker, name or CIK"
            asked={asked}
            offers={found.map((hit) => ({
              hit,
              href: comparePath(compareParams({ ...now, issuers: [...query.issuers, hit.cik ?? ""] })),
            }))}
          />
        )}
        {issuers.length < FEWEST_COMPARED ? (
          <div className="mt-6">
            <EmptyState title={issuers.length === 0 ? "Nothing is compared yet." : "One issuer is no comparison yet."}>
              Add {issuers.length === 0 ? "two or more" : "another"}; the address of this page is the comparison.
              {example === null ? null : (
                <ExampleIssuers
                  {...example}
                  href={comparePath(compareParams({ ...now, issuers: example.issuers.map(({ cik }) => cik) }))}
                />
              )}
            </EmptyState>
          </div>
        ) : (
          <>
            <Section id="months" title="Net activity by month" about="Open-market dollars, all charts on one scale.">
              <CompareCharts issuers={issuers} />
            </Section>
            <Section id="figures" title="Figures" about="Each leads to its evidence on the issuer’s page.">
              <CompareTable issuers={issuers} />
            </Section>
          </>
        )}
      </Page>
    </>
  );
}

const NAMES = ["issuers", "asof"];

const ADVICE = (
  <>
    A comparison is written as in <code className="font-mono">?issuers=QLYS,9000000001</code>.
  </>
);
