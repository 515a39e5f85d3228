"use client";

import { useEffect } from "react";

interface RememberViewProps {
  /** The page now, whatever the filter and the day. */
  href: string;
  title: string;
  detail: string;
}

/** Keeps the page among the recent views that the search shows; in this browser alone. */
export function RememberView({ href, title, detail }: RememberViewProps) {
  useEffect(() => {
    // Loaded after the page: nobody waits for it.
    import("./local-list").then(({ recentViews }) => recentViews.remember({ href, title, detail, seen: null }));
  }, [href, title, detail]);
  return null;
}
