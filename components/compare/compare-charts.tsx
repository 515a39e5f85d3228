import { netOf } from "@/components/charts/monthly/plan-months";
import { RowLink } from "@/components/links/ledger-link";
import { Cell, Head, Row, RowHead, StackedTable } from "@/components/ui/stacked-table";
import { formatMonth } from "@/lib/format/dates";
import { formatMoney, formatMoneyChange } from "@/lib/format/numbers";
import { countOf } from "@/lib/format/words";
import { issuerPath } from "@/lib/paths";
import type { ComparedIssuer } from "@/lib/services/compare/compare-view";
import { shortName } from "./compare-words";
import { MonthMultiple } from "./month-multiple";
import { type Multiples, planMultiples } from "./plan-multiples";

/** Net activity by month, a chart an issuer, all on one scale; the same months as a table. */
export function CompareCharts({ issuers }: { issuers: readonly ComparedIssuer[] }) {
  const plan = planMultiples(issuers.map((one) => one.months));
  if (plan.months.length === 0) return <p className="text-sm text-ink-2">No open-market trade to draw.</p>;
  return (
    <>
      <div className="grid gap-x-8 gap-y-6 sm:grid-cols-2 xl:grid-cols-3 has-[>:nth-child(4):last-child]:grid-cols-2 wide:has-[>:nth-child(4):last-child]:grid-cols-4">
        {issuers.map((one, index) => (
          <figure key={one.issuer.cik} className="m-0 min-w-0">
            <figcaption className="mb-1 flex items-baseline justify-between gap-3 text-sm">
              <span className="min-w-0 truncate font-medium">{shortName(one.issuer)}</span>
              <RowLink href={`${issuerPath(one.issuer.cik)}#months`} className="evidence whitespace-nowrap">
                {formatMoneyChange(one.net.value)}
              </RowLink>
            </figcaption>
            <MonthMultiple
              id={`m${one.issuer.cik}`}
              bars={plan.bars[index] ?? []}
              high={plan.high}
              low={plan.low}
              label={`${shortName(one.issuer)}: purchases ${formatMoney(one.buys.value)}, sales ${formatMoney(one.sales.value)} in ${countOf(one.months.length, "month")} with trades.`}
            />
          </figure>
        ))}
      </div>
      <p className="mt-2 text-xs text-ink-3">Purchases up, sales down, hatched: planned (10b5-1).</p>
      <MonthTable issuers={issuers} plan={plan} />
    </>
  );
}

function MonthTable({ issuers, plan }: { issuers: readonly ComparedIssuer[]; plan: Multiples }) {
  const active = plan.months
    .map((month, index) => ({ month, bars: plan.bars.map((own) => own[index]) }))
    .filter(({ bars }) => bars.some((bar) => (bar?.transactions ?? 0) > 0))
    .reverse();
  return (
    <details className="mt-2 text-sm">
      <summary className="w-fit text-ink-2 hover:text-ink">{countOf(active.length, "month")} as a table</summary>
      <StackedTable
        label="Net activity by month, dollars"
        isCompared
        head={
          <>
            <Head>Month</Head>
            {issuers.map(({ issuer }) => (
              <Head key={issuer.cik} isNumber>
                {shortName(issuer)}, net
              </Head>
            ))}
          </>
        }
      >
        {active.map(({ month, bars }) => (
          <Row key={month}>
            <RowHead>{formatMonth(month)}</RowHead>
            {issuers.map(({ issuer }, index) => {
              const bar = bars[index];
              return (
                <Cell key={issuer.cik} isNumber name={shortName(issuer)}>
                  {bar === undefined || bar.transactions === 0 ? (
                    <span className="text-ink-3">no trade</span>
                  ) : (
                    <span>{formatMoneyChange(netOf(bar.told))}</span>
                  )}
                </Cell>
              );
            })}
          </Row>
        ))}
      </StackedTable>
    </details>
  );
}
