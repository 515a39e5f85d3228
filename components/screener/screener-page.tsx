import { MonthlyChart } from "@/components/charts/monthly/monthly-chart";
import { packRows } from "@/components/data-table/pack-rows";
import { AsOfBanner } from "@/components/layout/as-of-banner";
import { AsOfForm } from "@/components/layout/as-of-form";
import { EmptyState } from "@/components/layout/empty-state";
import { FictionalBanner, Notice } from "@/components/layout/notice";
import { Page, PageHeading } from "@/components/layout/page";
import { Section } from "@/components/layout/section";
import { transactionsPath } from "@/lib/paths";
import { CHOICES } from "@/lib/search-params/transactions/choices";
import type { TransactionQuery } from "@/lib/search-params/transactions/query";
import { transactionParams } from "@/lib/search-params/transactions/query-params";
import type { TransactionsView } from "@/lib/services/screener/screener-view";
import { ActiveFilters } from "./active-filters";
import { FacetChips } from "./facet-chips";
import { FallSummary } from "./fall/fall-summary";
import { FilterForm } from "./filter-form";
import { PresetLinks } from "./preset-links";
import { screenerHref } from "./screener-links";
import { ScreenerPager } from "./screener-pager";
import { ScreenerTable } from "./screener-table";
import { reachWords, ScreenerTotals } from "./screener-totals";

interface ScreenerPageProps {
  view: TransactionsView;
  query: TransactionQuery;
  unread: readonly string[];
  /** A day in the address that is none. */
  unreadDay: string | null;
}

const FIRST = ["code", "plan", "role"];
const FACETS = CHOICES.filter(({ isFacet, name }) => isFacet || name === "class");

/** Filters, what they hold, and the rows: one question, one URL. */
export function ScreenerPage({ view, query, unread, unreadDay }: ScreenerPageProps) {
  const chips = (isFirst: boolean) =>
    FACETS.filter(({ name }) => FIRST.includes(name) === isFirst).map((choice) => (
      <FacetChips
        key={choice.name}
        choice={choice}
        query={query}
        facet={view.facets.find((facet) => facet.name === choice.name)}
      />
    ));
  return (
    <>
      {view.fictional ? <FictionalBanner isPartly /> : null}
      <AsOfBanner asOf={view.asOf} unread={unreadDay} nowHref={screenerHref(query, { asOf: null })} />
      <Page>
        <PageHeading title="Transactions">
          <span>Every row of Tables I and II that reports a transaction; each leads to its place on the filing.</span>
          <AsOfForm path={transactionsPath()} asOf={view.asOf} keep={kept(query)} />
        </PageHeading>
        <Notes unread={unread} notes={view.notes} />
        <PresetLinks query={query} day={view.day} hasPrices={view.hasPrices} />
        <div className="no-print space-y-1.5 border-t border-rule pt-3">
          {chips(true)}
          <details>
            <summary className="w-fit py-1 text-sm text-ink-2 hover:text-ink">
              More filters: dates, value, parties, form, timeliness
            </summary>
            <div className="mt-1.5 space-y-1.5">{chips(false)}</div>
            <FilterForm query={query} hasPrices={view.hasPrices} />
          </details>
        </div>
        <ActiveFilters query={query} />
        <div className="mt-4">
          <ScreenerTotals view={view} query={query} />
        </div>
        {view.fall === null ? null : <FallSummary fall={view.fall} />}
        {view.rows.length === 0 ? (
          <div id="rows" className="mt-6">
            <NothingFound isPriced={query.fall === null || view.hasPrices} />
          </div>
        ) : (
          <Found view={view} query={query} />
        )}
      </Page>
    </>
  );
}

/** No row, or no prices to tell of any. */
function NothingFound({ isPriced }: { isPriced: boolean }) {
  if (isPriced) return <EmptyState title="No row has all of these.">Take a filter away, or widen a range.</EmptyState>;
  return (
    <EmptyState title="No prices are stored, so no fall can be told.">
      Import closes with <code>insider prices import</code>, or take the fall away from the filter.
    </EmptyState>
  );
}

function Found({ view, query }: Pick<ScreenerPageProps, "view" | "query">) {
  const rows = packRows(view.rows);
  return (
    <>
      {view.months.length === 0 ? null : (
        <Section
          id="months"
          title="Net activity by month"
          about={`Open-market purchases and sales ${reachWords(view.reach, view.count) ?? "under the filter"}, by month of trade.`}
        >
          <MonthlyChart months={view.months} day={view.day} height={120} />
        </Section>
      )}
      <Section id="rows" title="Rows" about="A date leads to the row on its filing; a heading sorts.">
        <ScreenerTable rows={rows} query={query} />
        <ScreenerPager view={view} query={query} rows={rows} />
      </Section>
    </>
  );
}

/** The query's parameters beside its day and its page. */
function kept(query: TransactionQuery): Record<string, string> {
  return Object.fromEntries(transactionParams({ ...query, after: null, asOf: null }));
}

function Notes({ unread, notes }: { unread: readonly string[]; notes: readonly string[] }) {
  const left = unread.slice(0, 6).map((part) => `“${part.slice(0, 40)}”`);
  return (
    <>
      {left.length === 0 ? null : (
        <Notice>Left out of the filter, because it could not be read: {left.join(", ")}.</Notice>
      )}
      {notes.map((note) => (
        <Notice key={note}>{note}</Notice>
      ))}
    </>
  );
}
