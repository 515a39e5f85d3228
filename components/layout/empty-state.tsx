import type { ReactNode } from "react";

interface EmptyStateProps {
  title: string;
  /** What to do about it. */
  children?: ReactNode;
}

/** Nothing to show, and what would change that. */
export function EmptyState({ title, children }: EmptyStateProps) {
  return (
    <div className="border-y border-rule py-8 text-sm text-ink-2">
      <p className="text-base font-medium text-ink">{title}</p>
      {children === undefined ? null : <div className="mt-1 max-w-[72ch]">{children}</div>}
    </div>
  );
}
