"use client";

import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Section } from "@/components/layout/section";
import { useAsOf } from "@/components/links/use-as-of";
import { ActivityTimeline, MonthlyChart } from "@/components/transactions/activity-charts";
import { CodeChips } from "@/components/transactions/code-chips";
import { TotalsStrip } from "@/components/transactions/totals-strip";
import { TransactionList } from "@/components/transactions/transaction-list";
import { UndatedNote } from "@/components/transactions/undated-note";
import { useCodeFilter } from "@/components/transactions/use-code-filter";
import { countOf, listOf } from "@/lib/format/words";
import { issuerPath } from "@/lib/paths";
import { issuerActivityQuery, issuerRowsQuery } from "./issuer-activity-query";

interface IssuerActivityProps {
  cik: string;
  /** What stands between the charts and the table of rows. */
  children: ReactNode;
}

/** All that the code filter changes, from one answer: totals, timeline, months and rows are always of the same filter. */
export function IssuerActivity({ cik, children }: IssuerActivityProps) {
  const codes = useCodeFilter();
  const asked = { cik, codes, asOf: useAsOf() };
  const [wantsAll, setWantsAll] = useState(false);
  const { data: activity, isPlaceholderData, error } = useQuery(issuerActivityQuery(asked));
  const whole = useQuery({ ...issuerRowsQuery(asked), enabled: wantsAll });
  if (activity === undefined) return <p role="status">{error === null ? "Reading the filings…" : error.message}</p>;
  const filtered = activity.codes.length === 0 ? "all codes" : `${listOf(activity.codes)} only`;
  const rows = whole.data === undefined || whole.isPlaceholderData || isPlaceholderData ? activity.rows : whole.data;
  return (
    <div aria-busy={isPlaceholderData} className={isPlaceholderData ? "opacity-70" : undefined}>
      <TotalsStrip totals={activity.totals} lastTrade={activity.lastTrade} />
      {error === null ? null : (
        <p role="alert" className="mt-2 text-sm text-flag">
          {error.message} Shown is what was read before.
        </p>
      )}
      <div className="mt-4">
        <CodeChips path={issuerPath(cik)} counts={activity.codeCounts} />
      </div>
      <Section id="timeline" title="Timeline" about={`Trades by day and value; ${filtered}.`}>
        <ActivityTimeline marks={activity.marks} summary={activity.summary} empty="No transaction under this filter." />
        <UndatedNote count={activity.undated} />
      </Section>
      <Section id="months" title="Net activity by month" about="Open-market purchases (P) and sales (S), in dollars.">
        <MonthlyChart months={activity.months} />
      </Section>
      {children}
      <Section
        id="transactions"
        title="Transactions"
        about={`${countOf(activity.rowCount, "row")}, ${filtered}, newest first. A row leads to its place on the filing.`}
      >
        <TransactionList
          rows={rows}
          rowCount={activity.rowCount}
          hide={["issuer"]}
          onWantAll={() => setWantsAll(true)}
        />
      </Section>
    </div>
  );
}
