"use client";

import { useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import type { ReactNode } from "react";
import { MonthlyChart } from "@/components/charts/monthly/monthly-chart";
import { TimelineChart } from "@/components/charts/timeline/timeline-chart";
import { indexRows } from "@/components/evidence/row-index";
import { Section } from "@/components/layout/section";
import { CodeChips } from "@/components/transactions/code-chips";
import { timelineMarks } from "@/components/transactions/timeline-marks";
import { TotalsStrip } from "@/components/transactions/totals-strip";
import { TransactionTable } from "@/components/transactions/transaction-table";
import { UndatedNote } from "@/components/transactions/undated-note";
import { countOf, listOf } from "@/lib/format/words";
import { issuerPath } from "@/lib/paths";
import { issuerQuery } from "@/lib/queries/issuer-query";
import { codeFilter } from "@/lib/search-params/code-filter";

interface IssuerActivityProps {
  cik: string;
  /** What stands between the charts and the table of rows. */
  children: ReactNode;
}

/** All that the code filter changes, from one answer: totals, timeline, months and rows are always of the same filter. */
export function IssuerActivity({ cik, children }: IssuerActivityProps) {
  const [{ code: codes }] = useQueryStates(codeFilter);
  const { data: view, isPlaceholderData, error } = useQuery(issuerQuery(cik, codes));
  if (view === undefined) return <p role="status">{error === null ? "Reading the filings…" : error.message}</p>;
  const { marks, undated } = timelineMarks(view.rows, view.episodes, "issuer");
  const filtered = view.codes.length === 0 ? "all codes" : `${listOf(view.codes)} only`;
  return (
    <div aria-busy={isPlaceholderData} className={isPlaceholderData ? "opacity-70" : undefined}>
      <TotalsStrip totals={view.totals} lastTrade={view.lastTrade} rows={indexRows(view.rows)} />
      {error === null ? null : (
        <p role="alert" className="mt-2 text-sm text-flag">
          {error.message} Shown is what was read before.
        </p>
      )}
      <div className="mt-4">
        <CodeChips path={issuerPath(cik)} counts={view.codeCounts} />
      </div>
      <Section id="timeline" title="Timeline" about={`Trades by day and value; ${filtered}.`}>
        <TimelineChart marks={marks} empty="No transaction under this filter." />
        <UndatedNote count={undated} />
      </Section>
      <Section id="months" title="Net activity by month" about="Open-market purchases (P) and sales (S), in dollars.">
        <MonthlyChart months={view.months} />
      </Section>
      {children}
      <Section
        id="transactions"
        title="Transactions"
        about={`${countOf(view.rows.length, "row")}, ${filtered}. A row leads to its place on the filing.`}
      >
        <TransactionTable rows={view.rows} hide={["issuer"]} />
      </Section>
    </div>
  );
}
