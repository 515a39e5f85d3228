"use client";

import type { ReactNode } from "react";
import { useViewParams } from "./use-view-params";

interface ViewChangeProps {
  /** What of the page's address changes; the rest of the view is kept. */
  change: Readonly<Record<string, string | null>>;
  children: ReactNode;
}

/** A link to another view of this page, which follows without being loaded anew; a plain link without JavaScript. */
export function ViewChange({ change, children }: ViewChangeProps) {
  const { href, link } = useViewParams();
  return (
    <a href={href(change)} onClick={link(change)} className="link">
      {children}
    </a>
  );
}
