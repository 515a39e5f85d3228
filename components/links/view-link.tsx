"use client";

import type { ReactNode } from "react";
import { useViewParams } from "./use-view-params";

interface ViewLinkProps {
  /** What of the page's address changes; the rest of the view is kept. */
  change: Readonly<Record<string, string | null>>;
  anchor?: string;
  children: ReactNode;
}

/** A link to another view of this page, which the server draws. */
export function ViewLink({ change, anchor, children }: ViewLinkProps) {
  const { href } = useViewParams();
  return (
    <a href={`${href(change)}${anchor === undefined ? "" : `#${anchor}`}`} className="link">
      {children}
    </a>
  );
}
