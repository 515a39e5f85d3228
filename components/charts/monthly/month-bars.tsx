"use client";

import { type MouseEvent, useId } from "react";
import { formatMoneyShort } from "@/lib/format/numbers";
import { FluidPlot, type PlotScales } from "../plot/fluid-plot";
import { PlotTip } from "../plot/plot-tip";
import { useMarks } from "../plot/use-marks";
import { linearTicks } from "../scales/amount-ticks";
import { dayTicks } from "../scales/day-ticks";
import { dateOfDay, dayOf } from "../scales/days";
import { type Domain, shareOf } from "../scales/linear";
import { Hatch } from "./hatch";
import { MonthWords, monthLines } from "./month-words";
import { amountDomain, type MonthBar } from "./plan-months";

export type MonthLink = (month: string) => { href: string; onClick: (event: MouseEvent) => void };

interface MonthBarsProps {
  bars: readonly MonthBar[];
  height: number;
  label: string;
  monthLink: MonthLink;
}

/** Bars on the calendar: a month is as wide as its days. One tab stop; arrow keys walk through the months with trades. */
export function MonthBars({ bars, height, label, monthLink }: MonthBarsProps) {
  const marks = useMarks();
  const id = useId();
  const x: Domain = [dayOf(`${bars[0]?.month}-01`), lastDayOf(bars.at(-1)?.month)];
  const y = amountDomain(bars);
  const first = bars.findIndex((bar) => bar.transactions > 0);
  const bar = marks.active === null ? undefined : bars[marks.active];
  return (
    <FluidPlot
      label={label}
      height={height}
      x={x}
      y={y}
      yTicks={linearTicks(y[0], y[1], 4)}
      writeY={formatMoneyShort}
      xTicks={dayTicks(x)}
      overlay={({ x: place, y: up }) =>
        bar === undefined ? null : (
          <PlotTip x={place(dayOf(`${bar.month}-16`))} y={up(Math.max(bar.buys, 0))}>
            <MonthWords bar={bar} />
          </PlotTip>
        )
      }
    >
      {(scales) => (
        <g {...marks.handlers}>
          <Hatch id={`${id}buy`} colour="var(--buy)" />
          <Hatch id={`${id}sale`} colour="var(--sale)" />
          {bars.map((one, index) =>
            one.transactions === 0 ? null : (
              <a
                key={one.month}
                href={monthLink(one.month).href}
                onClick={monthLink(one.month).onClick}
                className="mark"
                data-index={index}
                data-active={index === marks.active ? "" : undefined}
                tabIndex={index === (marks.active ?? first) ? 0 : -1}
                aria-label={`${monthLines(one).join(", ")}. Look closer`}
              >
                <Column bar={one} x={x} scales={scales} hatch={id} />
              </a>
            ),
          )}
          <line x1="0" x2="100%" y1={scales.y(0)} y2={scales.y(0)} stroke="var(--rule-strong)" />
        </g>
      )}
    </FluidPlot>
  );
}

/** A month's last day: one more would be named as a month that is not drawn. */
function lastDayOf(month: string | undefined): number {
  const next = dateOfDay(dayOf(`${month}-01`) + 31).slice(0, 7);
  return dayOf(`${next}-01`) - 1;
}

interface ColumnProps {
  bar: MonthBar;
  x: Domain;
  scales: PlotScales;
  hatch: string;
}

/** A month: what was not planned at the axis, what was planned beyond it, and the whole column to point at. */
function Column({ bar, x, scales: { y, top, bottom }, hatch }: ColumnProps) {
  const start = shareOf(x, dayOf(`${bar.month}-01`));
  const month = shareOf(x, dayOf(`${bar.month}-01`) + 30) - start;
  const width = Math.round(Math.min(month * 0.82, 2.6) * 100) / 100;
  const left = Math.round((start + (month - width) / 2) * 100) / 100;
  const at = { x: `${left}%`, width: `${Math.max(width, 0.15)}%` };
  const piece = (from: number, to: number) => ({ y: Math.min(y(from), y(to)), height: Math.abs(y(from) - y(to)) });
  const { otherSales } = bar;
  return (
    <>
      <rect
        x={`${start}%`}
        width={`${Math.max(Math.round(month * 100) / 100, 0.15)}%`}
        y={top}
        height={bottom - top}
        className="mark-ring"
        fill="transparent"
        strokeWidth={1}
      />
      {bar.otherBuys > 0 ? <rect {...at} {...piece(0, bar.otherBuys)} fill="var(--buy)" /> : null}
      {bar.buysPlanned > 0 ? (
        <rect {...at} {...piece(bar.otherBuys, bar.buys)} fill={`url(#${hatch}buy)`} stroke="var(--buy)" />
      ) : null}
      {otherSales < 0 ? <rect {...at} {...piece(0, otherSales)} fill="var(--sale)" /> : null}
      {bar.salesPlanned < 0 ? (
        <rect {...at} {...piece(otherSales, -bar.sales)} fill={`url(#${hatch}sale)`} stroke="var(--sale)" />
      ) : null}
      {bar.buys === 0 && bar.sales === 0 ? (
        <rect {...at} y={y(0) - 3} height={6} fill="none" stroke="var(--ink-3)" strokeDasharray="1 2" />
      ) : null}
    </>
  );
}
