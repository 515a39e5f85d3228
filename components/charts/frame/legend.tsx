import type { ReactNode } from "react";

export interface LegendItem {
  /** Where labels can repeat. */
  id?: string;
  mark: ReactNode;
  label: string;
}

/** What the marks mean, with their shapes; only those that the chart holds. */
export function Legend({ items }: { items: readonly LegendItem[] }) {
  return (
    <ul className="mt-1.5 flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-2">
      {items.map(({ id, mark, label }) => (
        <li key={id ?? label} className="flex items-center gap-1.5">
          {mark}
          {label}
        </li>
      ))}
    </ul>
  );
}
