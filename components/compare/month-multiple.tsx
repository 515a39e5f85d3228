import { Hatch } from "@/components/charts/monthly/hatch";
import type { MonthBar } from "@/components/charts/monthly/plan-months";
import { formatMonth } from "@/lib/format/dates";
import { formatMoney, formatMoneyShort } from "@/lib/format/numbers";
import { MINUS } from "@/lib/format/unknown";

interface MonthMultipleProps {
  /** Tells its patterns from those of the other charts. */
  id: string;
  bars: readonly MonthBar[];
  /** The scale of all charts: dollars up and down. */
  high: number;
  low: number;
  label: string;
}

const [WIDTH, HEIGHT] = [360, 130];

/** Purchases up, sales down, a bar a month, the planned part hatched; drawn on the server. */
export function MonthMultiple({ id, bars, high, low, label }: MonthMultipleProps) {
  const reach = high + low || 1;
  const zero = (high / reach) * HEIGHT;
  const step = WIDTH / Math.max(1, bars.length);
  const tall = (dollars: number) => (dollars / reach) * HEIGHT;
  return (
    <div className="relative">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label} className="block h-auto w-full">
        <Hatch id={`${id}-buy`} colour="var(--buy)" />
        <Hatch id={`${id}-sale`} colour="var(--sale)" />
        {bars.map((bar, index) => (
          <g key={bar.month} transform={`translate(${index * step + step * 0.1} 0)`}>
            <Piece
              y={zero - tall(bar.buys)}
              height={tall(bar.buys - bar.plannedBuys)}
              width={step * 0.8}
              fill="var(--buy)"
            />
            <Piece
              y={zero - tall(bar.plannedBuys)}
              height={tall(bar.plannedBuys)}
              width={step * 0.8}
              fill={`url(#${id}-buy)`}
              stroke="var(--buy)"
            />
            <Piece
              y={zero}
              height={tall(bar.plannedSales)}
              width={step * 0.8}
              fill={`url(#${id}-sale)`}
              stroke="var(--sale)"
            />
            <Piece
              y={zero + tall(bar.plannedSales)}
              height={tall(bar.sales - bar.plannedSales)}
              width={step * 0.8}
              fill="var(--sale)"
            />
            {bar.transactions === 0 ? null : (
              <title>
                {`${formatMonth(bar.month)}: purchases ${formatMoney(bar.told.buys)}, sales ${formatMoney(bar.told.sales)}`}
              </title>
            )}
          </g>
        ))}
        <path d={`M0 ${zero}H${WIDTH}`} stroke="var(--ink-3)" strokeWidth="1" />
      </svg>
      <p className="mt-1 flex justify-between text-xs text-ink-3">
        <span>{formatMonth(bars[0]?.month)}</span>
        <span>
          scale {formatMoneyShort(high)} up, {low === 0 ? "$0" : `${MINUS}${formatMoneyShort(low)}`} down
        </span>
        <span>{formatMonth(bars.at(-1)?.month)}</span>
      </p>
    </div>
  );
}

interface PieceProps {
  y: number;
  height: number;
  width: number;
  fill: string;
  stroke?: string;
}

/** Dollars that are there are seen, be they ever so few. */
function Piece({ y, height, width, fill, stroke }: PieceProps) {
  if (height <= 0) return null;
  return <rect y={y} width={width} height={Math.max(height, 0.75)} fill={fill} stroke={stroke} strokeWidth={0.75} />;
}
