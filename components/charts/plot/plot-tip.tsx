import type { ReactNode } from "react";

interface PlotTipProps {
  /** `43.21%` of the plot's width. */
  x: string;
  /** Pixels from the top. */
  y: number;
  children: ReactNode;
}

/** What a mark stands for, beside it; the same words are the mark's accessible name. */
export function PlotTip({ x, y, children }: PlotTipProps) {
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none absolute z-10 w-max max-w-72 rounded-[3px] border border-rule-strong bg-raised px-3 py-2 text-xs leading-[17px] text-ink-2 shadow-[0_4px_16px_var(--shadow)]"
      style={{ left: `clamp(0px, calc(${x} + 14px), max(0px, calc(100% - 15rem)))`, top: Math.max(0, y - 20) }}
    >
      {children}
    </div>
  );
}
