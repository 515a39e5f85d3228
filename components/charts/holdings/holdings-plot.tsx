"use client";

import { RowLink } from "@/components/links/ledger-link";
import { formatDate } from "@/lib/format/dates";
import { formatMoneyShort, formatShares, formatSharesChange, formatSharesShort } from "@/lib/format/numbers";
import { rowPath } from "@/lib/paths";
import { FluidPlot, type PlotScales } from "../plot/fluid-plot";
import { Place } from "../plot/place";
import { PlotTip } from "../plot/plot-tip";
import { useMarks } from "../plot/use-marks";
import type { HoldingLine, HoldingPoint } from "./holding-line";
import { HoldingsSteps } from "./holdings-steps";
import { balanceWords, gapWords, isExplained, pointWords } from "./holdings-words";
import { lineStyle } from "./line-style";
import { dottedPoints, type HoldingsAxis, type HoldingsPlan } from "./plan-holdings";
import { RowDates } from "./row-dates";

interface HoldingsPlotProps {
  plan: HoldingsPlan;
  axis: HoldingsAxis;
  group: HoldingLine["group"];
  height: number;
  label: string;
}

/** From here on a number in full has no room beside the axis. */
const WIDEST = 1e7;

/** A point with a dot, and the line that it is on. */
interface Dot {
  line: HoldingLine;
  lineIndex: number;
  point: HoldingPoint;
  x: number;
}

export function HoldingsPlot({ plan, axis, group, height, label }: HoldingsPlotProps) {
  const marks = useMarks();
  const points = plan.lines.reduce((sum, { placed }) => sum + placed.length, 0);
  const dots = plan.lines.flatMap((placed, lineIndex) =>
    dottedPoints(placed, points).map(({ point, x }): Dot => ({ line: placed.line, lineIndex, point, x })),
  );
  const active = marks.active === null ? undefined : dots[marks.active];
  return (
    <FluidPlot
      label={label}
      height={height}
      gutter={64}
      x={plan.x}
      y={plan.y}
      yTicks={plan.yTicks}
      writeY={group === "dollars" ? formatMoneyShort : plan.y[1] >= WIDEST ? formatSharesShort : formatShares}
      xTicks={axis === "time" ? plan.xTicks : []}
      below={axis === "time" ? 0 : 8}
      overlay={({ x, y }) =>
        active === undefined ? null : (
          <PlotTip x={x(active.x)} y={y(active.point.balance)}>
            <TipWords dot={active} group={group} />
          </PlotTip>
        )
      }
    >
      {(scales) => (
        <g {...marks.handlers}>
          <line x1="0" x2="100%" y1={scales.bottom} y2={scales.bottom} stroke="var(--rule-strong)" />
          {axis === "row" ? <RowDates plan={plan} scales={scales} /> : null}
          {plan.lines.map((placed, index) => (
            <HoldingsSteps
              key={placed.line.key}
              placed={placed}
              index={index}
              x={plan.x}
              y={scales.y}
              height={scales.bottom}
            />
          ))}
          {dots.map((dot, index) => (
            <DotMark
              key={dot.point.id}
              dot={dot}
              index={index}
              scales={scales}
              isActive={marks.active === index}
              isStop={index === (marks.active ?? 0)}
              isSmall={points > 120}
            />
          ))}
        </g>
      )}
    </FluidPlot>
  );
}

interface DotMarkProps {
  dot: Dot;
  index: number;
  scales: PlotScales;
  isActive: boolean;
  /** The one dot that the tab key stops at. */
  isStop: boolean;
  isSmall: boolean;
}

/** A reported balance: leads to its row; a gap leads to what the ledger audit says of it. */
function DotMark({ dot: { line, lineIndex, point, x }, index, scales, isActive, isStop, isSmall }: DotMarkProps) {
  return (
    <Place x={scales.x(x)} y={scales.y(point.balance)}>
      <RowLink
        href={point.gap == null ? rowPath(point.id) : `#${point.gap.anchor}`}
        className="mark"
        data-index={index}
        data-active={isActive ? "" : undefined}
        tabIndex={isStop ? 0 : -1}
        aria-label={pointWords(point, line)}
      >
        <circle r={9} className="mark-ring" fill="transparent" />
        {point.residual === 0 ? null : (
          <path
            d="M-5 -11 0 -5 5 -11Z"
            fill="none"
            stroke={isExplained(point) ? "var(--ink-3)" : "var(--flag)"}
            strokeWidth={1.5}
          />
        )}
        <circle r={isSmall ? 1.6 : 3.25} fill="var(--paper)" stroke={lineStyle(lineIndex).stroke} strokeWidth={1.6} />
      </RowLink>
    </Place>
  );
}

function TipWords({ dot: { line, point }, group }: { dot: Dot; group: HoldingLine["group"] }) {
  return (
    <>
      <p className="font-medium text-ink">{balanceWords(point.balance, group)}</p>
      <p>
        {formatDate(point.date)} · {line.label}
      </p>
      {point.change === null ? null : (
        <p>
          {formatSharesChange(point.change)}
          {point.code === null ? "" : ` by ${point.code}`}
        </p>
      )}
      {point.residual === 0 ? null : (
        <p className={isExplained(point) ? "" : "text-flag"}>
          ! {formatSharesChange(point.residual)} {gapWords(point)}
          {point.gap == null ? "" : "; opens the ledger audit"}
        </p>
      )}
    </>
  );
}
