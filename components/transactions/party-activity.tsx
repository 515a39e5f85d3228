"use client";

import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import type { ReactNode } from "react";
import { unpackRows } from "@/components/data-table/pack-rows";
import { Section } from "@/components/layout/section";
import { formatDate, formatDateSpan } from "@/lib/format/dates";
import { countOf, listOf } from "@/lib/format/words";
import { type Party, partyActivityQuery, partyApiPath } from "@/lib/queries/party-activity-query";
import { type PartyQuery, readPartyQuery } from "@/lib/search-params/party-query";
import type { Activity, GivenActivity } from "./activity";
import { ActivityMonths, ActivityTimeline } from "./activity-charts";
import { CodeChips } from "./code-chips";
import type { TransactionColumn } from "./table/transaction-columns";
import { TransactionList } from "./table/transaction-list";
import { TotalsStrip } from "./totals-strip";
import { UndatedNote } from "./undated-note";

interface PartyActivityProps {
  /** The server's own answer, and the query that it answers. */
  initial: GivenActivity;
  initialQuery: PartyQuery;
  party: Party;
  /** Columns that the page's subject makes needless. */
  hide: readonly TransactionColumn[];
  /** Invented sample data. */
  isFictional: boolean;
  /** The party's name, for what is exported. */
  title: string;
  /** What stands between the figures and the charts. */
  before?: ReactNode;
  /** What stands between the charts and the table of rows. */
  children: ReactNode;
}

/** All that the filter changes, from one answer: totals, timeline, months and rows are always of the same filter. */
export function PartyActivity({ party, hide, isFictional, title, before, children, ...given }: PartyActivityProps) {
  const params: URLSearchParams | null = useSearchParams();
  const { query } = readPartyQuery(Object.fromEntries(params ?? []));
  const asked = partyActivityQuery<Activity>(party, query);
  const isGiven = partyApiPath(party, query, "activity") === partyApiPath(party, given.initialQuery, "activity");
  const {
    data: activity,
    isPlaceholderData,
    error,
  } = useQuery({ ...asked, initialData: isGiven ? () => unpacked(given.initial) : undefined });
  if (activity === undefined) return <p role="status">{error === null ? "Reading the filings…" : error.message}</p>;
  const source = { title, isFictional };
  const shown = filterWords(activity);
  return (
    <div aria-busy={isPlaceholderData} className={isPlaceholderData ? "opacity-70" : undefined}>
      <TotalsStrip {...activity} party={party} />
      {error === null ? null : (
        <p role="alert" className="mt-2 text-sm text-flag">
          {error.message} Shown is what was read before.
        </p>
      )}
      <div className="mt-4">
        <CodeChips counts={activity.codeCounts} />
      </div>
      {before}
      <Section id="timeline" title="Timeline" about={`Trades by day and value; ${shown}.`}>
        <ActivityTimeline activity={activity} range={query.range} source={source} />
        <UndatedNote count={activity.undated} />
      </Section>
      <Section id="months" title="Net activity by month" about="Open-market purchases (P) and sales (S), in dollars.">
        <ActivityMonths months={activity.months} day={activity.day} source={source} />
      </Section>
      {children}
      <Section
        id="transactions"
        title="Transactions"
        about={`${countOf(activity.rowCount, "row")}, ${shown}, ${orderWords(query)}. A row leads to its place on the filing.`}
      >
        <TransactionList
          page={activity}
          sort={query.sort}
          hide={hide}
          apiPath={partyApiPath(party, { ...query, sort: null, page: 1 }, "view")}
          fileName={`${party.kind}-${party.cik}-transactions`}
        />
      </Section>
    </div>
  );
}

function unpacked(given: GivenActivity): Activity {
  return { ...given, rows: unpackRows(given.rows) };
}

function orderWords({ sort }: PartyQuery): string {
  return sort === null ? "newest first" : "sorted over all of them";
}

/** The filter in words: which codes, which days. */
function filterWords({ codes, range: { from, to } }: Activity): string {
  const ofCodes = codes.length === 0 ? "all codes" : `${listOf(codes)} only`;
  if (from === null && to === null) return ofCodes;
  if (from !== null && to !== null) return `${ofCodes}, traded ${formatDateSpan(from, to)}`;
  return `${ofCodes}, traded ${from === null ? `to ${formatDate(to)}` : `from ${formatDate(from)}`}`;
}
