import type { ReactNode } from "react";

/** Lets a wide table scroll inside its own room; reachable and named for the keyboard. */
export function TableScroll({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a section would add a landmark for each table
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard
    <div role="group" aria-label={label} tabIndex={0} className="scroll-x relative">
      {children}
    </div>
  );
}
