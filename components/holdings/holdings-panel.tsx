import type { ChartSource } from "@/components/charts/export/chart-source";
import type { HoldingLine } from "@/components/charts/holdings/holding-line";
import { packLines } from "@/components/charts/holdings/pack-lines";
import type { ResidualView } from "@/lib/services/sections/section-views";
import type { BalanceLineView } from "@/lib/services/views/shapes/balance-line";
import { holdingLines } from "./holding-lines";
import { LazyHoldingsChart } from "./lazy-holdings-chart";

const GROUPS: readonly { group: HoldingLine["group"]; title: string; height: number }[] = [
  { group: "shares", title: "Shares (Table I)", height: 240 },
  { group: "derivatives", title: "Derivatives, by grant (Table II)", height: 240 },
  { group: "dollars", title: "Reported in dollars", height: 180 },
];

interface HoldingsPanelProps {
  lines: readonly BalanceLineView[];
  /** What the ledger audit says of the gaps. */
  residuals: readonly ResidualView[];
  source: ChartSource;
}

/** Holdings by kind, each on an axis of its own: shares, derivatives and dollars are never drawn together. */
export function HoldingsPanel({ lines, residuals, source }: HoldingsPanelProps) {
  const all = holdingLines(lines, residuals);
  if (all.length === 0) return <p className="text-sm text-ink-2">No balance is reported.</p>;
  return (
    <div className="grid gap-x-12 gap-y-8 lg:grid-cols-2">
      {GROUPS.map(({ group, title, height }) => {
        const own = all.filter((line) => line.group === group);
        if (own.length === 0) return null;
        return (
          <div key={group} className="min-w-0">
            <h3 className="mb-1 text-sm font-medium">{title}</h3>
            <LazyHoldingsChart lines={packLines(own)} name={title} param={group} height={height} source={source} />
          </div>
        );
      })}
    </div>
  );
}
