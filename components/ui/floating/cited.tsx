"use client";

import type { ReactNode } from "react";
import { openFloating } from "./floating-store";

interface CitedProps {
  /** Where the evidence stands: opened by a modified click and without JavaScript. */
  href: string;
  /** Names the panel: "Evidence: proceeds". */
  label: string;
  /** The rows, the rule and the words; drawn when the panel opens. */
  evidence: () => ReactNode;
  className?: string;
  children: ReactNode;
}

/** A number that opens its evidence: click, Enter or Space. */
export function Cited({ href, label, evidence, className = "evidence", children }: CitedProps) {
  const open = (anchor: Element) => openFloating({ anchor, kind: "panel", label, content: evidence() });
  return (
    <a
      href={href}
      className={className}
      aria-haspopup="dialog"
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        open(event.currentTarget);
      }}
      onKeyDown={(event) => {
        if (event.key !== " ") return;
        event.preventDefault();
        open(event.currentTarget);
      }}
    >
      {children}
    </a>
  );
}
