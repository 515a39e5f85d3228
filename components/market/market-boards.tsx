import { MonthlyChart } from "@/components/charts/monthly/monthly-chart";
import { Section } from "@/components/layout/section";
import { formatCount } from "@/lib/format/numbers";
import { signalPath, transactionsPath } from "@/lib/paths";
import type { MarketBoards as Boards } from "@/lib/services/get-market-boards";
import { MarketBoard } from "./market-board";

const LARGEST = "Filed within the last 30 days of this ledger; each row counts once, flagged rows are left out.";

/** Trades worth seeing, and net buying by month. */
export function MarketBoards({ boards }: { boards: Boards }) {
  return (
    <>
      <div className="mt-8 grid gap-x-10 gap-y-9 lg:grid-cols-2">
        <MarketBoard
          id="largest-purchases"
          title="Largest purchases"
          about={LARGEST}
          href={transactionsPath([
            ["code", "P"],
            ["sort", "value"],
          ])}
          rows={boards.purchases}
          empty="No priced purchase in these 30 days."
        />
        <MarketBoard
          id="largest-unplanned-sales"
          title="Largest unplanned sales"
          about={`Only where the filing says that there was no plan. ${LARGEST}`}
          href={transactionsPath([
            ["code", "S"],
            ["plan", "no"],
            ["sort", "value"],
          ])}
          rows={boards.unplannedSales}
          empty="No sale in these 30 days whose filing says that it was not planned."
        />
        <MarketBoard
          id="clusters"
          title="Clusters"
          about="Three insiders or more trading the same way within 14 days; the latest to become visible."
          href={signalPath("clusters")}
          rows={boards.clusters}
          empty="No cluster in this ledger."
        />
        <MarketBoard
          id="exercise-and-sell"
          title="Exercise and sell"
          about="Shares exercised and sold on one day; the latest."
          href={signalPath("exercise-and-sell", [["outcome", "sale"]])}
          rows={boards.episodes}
          empty="No exercise with a sale in this ledger."
        />
        <MarketBoard
          id="plans"
          title="Plans newly trading"
          about="10b5-1 plans by their first reported trade; the latest."
          href={signalPath("plans")}
          rows={boards.plans}
          empty="No plan in this ledger."
        />
      </div>
      {boards.months.length === 0 ? null : (
        <Section
          id="months"
          title="Net buying by month"
          about={`All issuers, open-market purchases and sales by month of trade since 2003; ${formatCount(boards.leftOut)} rows are in no sum (no value, flagged, replaced or reported twice).`}
        >
          <MonthlyChart months={boards.months} height={180} />
        </Section>
      )}
    </>
  );
}
