import { StretchedPath, WIDE } from "../plot/stretched-path";
import { type Domain, shareOf } from "../scales/linear";
import { lineStyle } from "./line-style";
import type { PlacedLine } from "./plan-holdings";

interface HoldingsStepsProps {
  placed: PlacedLine;
  index: number;
  x: Domain;
  y: (balance: number) => number;
  height: number;
}

/** Steps through reported balances; what the rows leave unexplained stays a gap, and after the last report the line is dotted. */
export function HoldingsSteps({ placed: { line, placed }, index, x, y, height }: HoldingsStepsProps) {
  const { stroke, dash } = lineStyle(index);
  const wide = (value: number) => Math.round((shareOf(x, value) / 100) * WIDE);
  const parts: string[] = [];
  let before = line.opening;
  let from = 0;
  // Where a step begins at the end of the one before, the path goes on: a long history says its places once.
  let isJoined = false;
  for (const { point, x: place } of placed) {
    const here = wide(place);
    const closes = point.residual === 0;
    if (before !== null)
      parts.push(`${isJoined ? "" : `M${from} ${y(before)}`}H${here}${closes ? `V${y(point.balance)}` : ""}`);
    isJoined = before !== null && closes;
    before = point.balance;
    from = here;
  }
  const end = placed.at(-1);
  return (
    <>
      <StretchedPath d={parts.join("")} height={height} stroke={stroke} strokeWidth={1.5} strokeDasharray={dash} />
      {end === undefined ? null : (
        <StretchedPath
          d={`M${from} ${y(end.point.balance)}H${WIDE}`}
          height={height}
          stroke={stroke}
          strokeWidth={1.5}
          strokeDasharray="1 3"
          strokeOpacity={0.7}
        />
      )}
    </>
  );
}
