import type { ReactNode } from "react";

export interface Fact {
  label: string;
  value: ReactNode;
  /** A second line, smaller. */
  detail?: ReactNode;
  /** Takes a phone's whole width; such facts come first. */
  isWide?: boolean;
}

/** Headline figures in one line, divided by rules; each leads to its evidence. On a phone in two columns. */
export function FactStrip({ facts }: { facts: readonly Fact[] }) {
  const wide = facts.filter(({ isWide }) => isWide).length;
  return (
    <dl className="grid grid-cols-2 border-y border-rule sm:flex sm:flex-wrap">
      {facts.map(({ label, value, detail, isWide }, index) => (
        <div key={label} className={`fact ${isWide ? "col-span-full" : (index - wide) % 2 === 1 ? "fact-right" : ""}`}>
          <dt className="text-xs text-ink-3">{label}</dt>
          <dd className="m-0 text-lg font-medium tracking-[-0.01em] sm:whitespace-nowrap">{value}</dd>
          {detail === undefined ? null : <dd className="m-0 text-xs text-ink-2">{detail}</dd>}
        </div>
      ))}
    </dl>
  );
}
