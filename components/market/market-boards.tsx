import { MonthlyChart } from "@/components/charts/monthly/monthly-chart";
import { TableExport } from "@/components/data-table/table-export";
import { Section } from "@/components/layout/section";
import { formatMonth } from "@/lib/format/dates";
import { formatCount } from "@/lib/format/numbers";
import type { CsvCell } from "@/lib/format/tables/csv";
import { countOf } from "@/lib/format/words";
import { signalPath, transactionsPath } from "@/lib/paths";
import type { MarketBoards as Boards } from "@/lib/services/market/get-market-boards";
import type { MonthView } from "@/lib/services/views/shapes/activity";
import { MarketBoard } from "./market-board";

const LOOK_BACK = 30;

/** The boards are of shares: a note bought “at” its principal stands in Table II. */
const OF_SHARES = ["table", "1"] as const;
const BY_VALUE = ["sort", "value"] as const;
const LARGE_PURCHASES = [["code", "P"], OF_SHARES, ["valueMin", "100000"]] as const;

/** Trades worth seeing, and net buying by month. */
export function MarketBoards({ boards }: { boards: Boards }) {
  const isPast = boards.asOf !== null;
  const LARGEST = `Filed within the ${LOOK_BACK} days to ${isPast ? "that day" : "this ledger’s last"}; a filing’s rows of one day together; each event counts once, flagged rows are left out.`;
  const past = isPast ? " Reckoned for that day at the 20 issuers with the latest before it." : "";
  return (
    <>
      <div className="mt-8 gap-x-10 lg:columns-2 wide:columns-4">
        <MarketBoard
          id="largest-purchases"
          title="Largest purchases"
          about={LARGEST}
          ways={[
            { label: "newest ≥ $100k", href: transactionsPath(LARGE_PURCHASES) },
            { label: "all, by value", href: transactionsPath([["code", "P"], OF_SHARES, BY_VALUE]) },
          ]}
          date="Traded"
          figure="Value"
          rows={boards.purchases}
          empty="No priced purchase in these 30 days."
        />
        <MarketBoard
          id="largest-unplanned-sales"
          title="Largest unplanned sales"
          about={`Only where the filing says that there was no plan. ${LARGEST}`}
          ways={[
            { label: "all, by value", href: transactionsPath([["code", "S"], ["plan", "no"], OF_SHARES, BY_VALUE]) },
          ]}
          date="Traded"
          figure="Value"
          rows={boards.unplannedSales}
          empty="No sale in these 30 days whose filing says that it was not planned."
        />
        <MarketBoard
          id="clusters"
          title="Clusters"
          about={`Three insiders or more trading the same way within 14 days; the latest to become visible.${past}`}
          ways={[{ label: "all", href: signalPath("clusters") }]}
          date="Visible"
          figure="Together"
          rows={boards.clusters}
          empty="No cluster among the stored results."
        />
        <MarketBoard
          id="exercise-and-sell"
          title="Exercise and sell"
          about={`Shares exercised and sold on one day; the latest.${past}`}
          ways={[{ label: "all", href: signalPath("exercise-and-sell", [["outcome", "sale"]]) }]}
          date="Exercised"
          figure="Proceeds"
          rows={boards.episodes}
          empty="No exercise with a sale in this ledger."
        />
        <MarketBoard
          id="plans"
          title="Plans newly trading"
          about={`10b5-1 plans by their first reported trade; the latest.${past}`}
          ways={[{ label: "all", href: signalPath("plans") }]}
          date="First trade"
          figure="Traded"
          rows={boards.plans}
          empty="No plan among the stored results."
        />
      </div>
      {boards.months.length === 0 ? null : (
        <Section
          id="months"
          title="Net buying by month"
          about={`All issuers, open-market purchases and sales by month of trade since ${sinceWords(boards.firstMonth)}; ${formatCount(boards.leftOut)} rows are in no sum (no value, flagged, replaced or reported twice).${asTodayWords(boards.monthsAsToday)}`}
          aside={<TableExport {...monthTable(boards.months)} fileName="net-buying-by-month" />}
        >
          <MonthlyChart months={boards.months} day={boards.asOf ?? boards.through} height={180} />
        </Section>
      )}
    </>
  );
}

/** Of an earlier day some issuers may be too many to reckon. */
function asTodayWords(issuers: number): string {
  if (issuers === 0) return "";
  return ` At ${countOf(issuers, "issuer")} rows that were amended later, flagged or reported twice are taken as today’s ledger has them.`;
}

/** Of an earlier day only the months are told whose rows were all looked at. */
function sinceWords(first: string | null): string {
  return first === null ? "2003" : `${formatMonth(first)} (earlier months are not reckoned for a past day)`;
}

function monthTable(months: readonly MonthView[]): { headings: string[]; rows: CsvCell[][] } {
  return {
    headings: [
      "month",
      "purchases_usd",
      "sales_usd",
      "planned_purchases_usd",
      "planned_sales_usd",
      "rows",
      "rows_without_value",
    ],
    rows: months.map((month) => [
      month.month,
      month.buys,
      month.sales,
      month.plannedBuys,
      month.plannedSales,
      month.transactions,
      month.unvalued,
    ]),
  };
}
