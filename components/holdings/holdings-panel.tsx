import type { HoldingLine } from "@/components/charts/holdings/holding-line";
import type { ResidualView } from "@/lib/services/sections/section-views";
import type { BalanceLineView } from "@/lib/services/views";
import { holdingLines } from "./holding-lines";
import { HoldingsChart } from "./lazy-holdings-chart";

const GROUPS: readonly { group: HoldingLine["group"]; title: string; height: number }[] = [
  { group: "shares", title: "Shares (Table I)", height: 240 },
  { group: "derivatives", title: "Derivatives, by grant (Table II)", height: 200 },
  { group: "dollars", title: "Reported in dollars", height: 180 },
];

interface HoldingsPanelProps {
  lines: readonly BalanceLineView[];
  /** What the ledger audit says of the gaps. */
  residuals: readonly ResidualView[];
}

/** Holdings by kind, each on an axis of its own: shares, derivatives and dollars are never drawn together. */
export function HoldingsPanel({ lines, residuals }: HoldingsPanelProps) {
  const all = holdingLines(lines, residuals);
  return (
    <div className="grid gap-x-12 gap-y-8 lg:grid-cols-2">
      {GROUPS.map(({ group, title, height }) => {
        const own = all.filter((line) => line.group === group);
        if (own.length === 0) return null;
        return (
          <div key={group} className="min-w-0">
            <h3 className="mb-1 text-sm font-medium">{title}</h3>
            <HoldingsChart lines={own} height={height} />
          </div>
        );
      })}
    </div>
  );
}
