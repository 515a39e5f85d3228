import type { ReactNode } from "react";

interface FictionalBannerProps {
  /** Real filings stand beside the invented ones. */
  isPartly?: boolean;
}

/** Says over a whole page that what it shows, or part of it, is invented. */
export function FictionalBanner({ isPartly = false }: FictionalBannerProps) {
  return (
    <aside
      aria-label="Sample data"
      className="border-b border-flag/60 bg-paper-2 px-4 py-1.5 text-center text-sm text-ink"
    >
      <strong className="font-semibold">Fictional sample market.</strong>{" "}
      {isPartly
        ? "Some of these filings are invented; their pages say so."
        : "Company, people and figures are invented."}
    </aside>
  );
}

/** A remark on a page's content: what was left out, what a bad parameter was read as. */
export function Notice({ children }: { children: ReactNode }) {
  return (
    <p role="note" className="mb-4 border-l-2 border-flag py-0.5 pl-3 text-sm text-ink-2">
      {children}
    </p>
  );
}
