import type { ReactNode } from "react";

export interface Fact {
  label: string;
  value: ReactNode;
  /** A second line, smaller. */
  detail?: ReactNode;
}

/** Headline figures in one line, divided by rules; each leads to its evidence. */
export function FactStrip({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="grid grid-cols-2 border-y border-rule sm:flex sm:flex-wrap">
      {facts.map(({ label, value, detail }) => (
        <div
          key={label}
          className="border-rule py-2.5 pr-4 max-sm:even:border-l max-sm:even:pl-4 sm:pr-7 sm:not-first:border-l sm:not-first:pl-5"
        >
          <dt className="text-xs text-ink-3">{label}</dt>
          <dd className="m-0 text-lg font-medium tracking-[-0.01em] whitespace-nowrap">{value}</dd>
          {detail === undefined ? null : <dd className="m-0 text-xs text-ink-2">{detail}</dd>}
        </div>
      ))}
    </dl>
  );
}
