import type { KeyboardEvent, SyntheticEvent } from "react";
import { usePlotArea, useXAxisScale, useYAxisScale } from "recharts";
import { RowLink } from "@/components/links/ledger-link";
import { formatDate } from "@/lib/format/dates";
import { rowPath } from "@/lib/paths";
import type { HoldingPoint } from "./holding-line";
import { isExplained, pointWords } from "./holdings-words";
import { lineStyle } from "./line-style";
import type { HoldingsAxis, HoldingsPlan, PlacedLine } from "./plan-holdings";

export interface ActivePoint {
  id: string;
  x: number;
  y: number;
}

interface HoldingsLayerProps {
  plan: HoldingsPlan;
  axis: HoldingsAxis;
  active: ActivePoint | null;
  onActive: (active: ActivePoint | null) => void;
}

type Scale = (value: unknown) => number | undefined;

/** Steps through reported balances, a dot on each; what the rows leave unexplained stays a gap with a mark. */
export function HoldingsLayer({ plan, axis, active, onActive }: HoldingsLayerProps) {
  const scaleX = useXAxisScale();
  const scaleY = useYAxisScale();
  const area = usePlotArea();
  if (scaleX === undefined || scaleY === undefined || area === undefined) return null;
  const right = area.x + area.width;
  const firstId = plan.lines[0]?.placed[0]?.point.id;

  const activate = (event: SyntheticEvent) => {
    const link = event.target instanceof Element ? event.target.closest("[data-id]") : null;
    if (link === null) return onActive(null);
    onActive({
      id: link.getAttribute("data-id") ?? "",
      x: Number(link.getAttribute("data-x")),
      y: Number(link.getAttribute("data-y")),
    });
  };
  const walk = (event: KeyboardEvent<SVGGElement>) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    const links = [...event.currentTarget.querySelectorAll<SVGAElement>("[data-id]")];
    const from = links.indexOf(event.target as SVGAElement);
    event.preventDefault();
    links[from + step]?.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: events of the links inside are handled once, here
    <g onPointerOver={activate} onPointerLeave={() => onActive(null)} onFocus={activate} onKeyDown={walk}>
      {axis === "row" ? <RowDates plan={plan} x={scaleX} bottom={area.y + area.height} /> : null}
      {plan.lines.map((placed, index) => (
        <g key={placed.line.key}>
          <Steps placed={placed} index={index} left={area.x} right={right} x={scaleX} y={scaleY} />
          {placed.placed.map(({ point, x }) => {
            const [left, top] = [scaleX(x) ?? 0, scaleY(point.balance) ?? 0];
            return (
              <g key={point.id} transform={`translate(${left} ${top})`}>
                <RowLink
                  href={pointHref(point)}
                  className="mark"
                  data-id={point.id}
                  data-x={left}
                  data-y={top}
                  data-active={active?.id === point.id ? "" : undefined}
                  tabIndex={point.id === (active?.id ?? firstId) ? 0 : -1}
                  aria-label={pointWords(point, placed.line)}
                >
                  <circle r={9} className="mark-ring" fill="transparent" stroke="none" />
                  <GapMark point={point} />
                  <circle
                    r={placed.placed.length > 80 ? 1.6 : 3.25}
                    fill="var(--paper)"
                    stroke={lineStyle(index).stroke}
                    strokeWidth={1.6}
                  />
                </RowLink>
              </g>
            );
          })}
        </g>
      ))}
    </g>
  );
}

function GapMark({ point }: { point: HoldingPoint }) {
  if (point.residual === 0) return null;
  const stroke = isExplained(point) ? "var(--ink-3)" : "var(--flag)";
  return <path d="M-5 -11 0 -5 5 -11Z" fill="none" stroke={stroke} strokeWidth={1.5} />;
}

/** A balance leads to its row, a gap to what the ledger audit says of it. */
function pointHref({ gap, id }: HoldingPoint): string {
  return gap == null ? rowPath(id) : `#${gap.anchor}`;
}

interface StepsProps {
  placed: PlacedLine;
  index: number;
  left: number;
  right: number;
  x: Scale;
  y: Scale;
}

function Steps({ placed: { line, placed }, index, left, right, x, y }: StepsProps) {
  const { stroke, dash } = lineStyle(index);
  const at = (value: number) => y(value) ?? 0;
  const parts: string[] = [];
  let before = line.opening;
  let from = left;
  for (const { point, x: place } of placed) {
    const here = x(place) ?? 0;
    const rise = point.residual === 0 ? "V" : "M";
    if (before !== null) parts.push(`M${from} ${at(before)}H${here}${rise === "V" ? `V${at(point.balance)}` : ""}`);
    before = point.balance;
    from = here;
  }
  const end = placed.at(-1);
  const tail = end === undefined ? null : `M${from} ${at(end.point.balance)}H${right}`;
  return (
    <g fill="none" stroke={stroke} strokeWidth={1.5}>
      <path d={parts.join("")} strokeDasharray={dash} strokeLinejoin="round" />
      {tail === null ? null : <path d={tail} strokeDasharray="1 3" strokeOpacity={0.7} />}
    </g>
  );
}

/** In row order the axis names each row's date and code; a date stands once for all its rows. */
function RowDates({ plan, x, bottom }: { plan: HoldingsPlan; x: Scale; bottom: number }) {
  const points = plan.lines.flatMap((line) => line.placed).sort((a, b) => a.x - b.x);
  const firstOfDate = new Set<string>();
  return (
    <g fill="var(--ink-3)" fontSize={11}>
      {points.map(({ point, x: place }) => {
        const left = x(place) ?? 0;
        const isFirst = !firstOfDate.has(point.date ?? "");
        firstOfDate.add(point.date ?? "");
        return (
          <g key={point.id} transform={`translate(${left} ${bottom})`}>
            <text y={14} textAnchor="middle" fontFamily="var(--font-mono)">
              {point.code ?? "·"}
            </text>
            {isFirst ? (
              <text y={29} textAnchor="start" x={-4}>
                {formatDate(point.date)}
              </text>
            ) : null}
          </g>
        );
      })}
    </g>
  );
}
