import { StretchedPath, WIDE } from "../../plot/stretched-path";
import type { Domain } from "../../scales/linear";

interface PriceLineProps {
  closes: readonly { day: number; close: number }[];
  x: Domain;
  /** Pixels from the top. */
  y: (close: number) => number;
  height: number;
}

/** Closes as a thin line behind the marks. */
export function PriceLine({ closes, x: [from, to], y, height }: PriceLineProps) {
  if (closes.length < 2) return null;
  const d = closes
    .map(({ day, close }, index) => {
      const x = Math.round(((day - from) / (to - from)) * WIDE);
      return `${index === 0 ? "M" : "L"}${x} ${y(close)}`;
    })
    .join("");
  return <StretchedPath d={d} height={height} stroke="var(--ink-3)" strokeWidth={1.1} isCut />;
}
