import type { ReactNode } from "react";

/** A named fact of a card: one entry of its list. */
export function FactEntry({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-xs text-ink-3">{label}</dt>
      <dd className="m-0 font-medium">{children}</dd>
    </div>
  );
}
