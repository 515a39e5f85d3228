"use client";

import { usePathname, useSearchParams } from "next/navigation";
import type { MouseEvent } from "react";
import { withParams } from "@/lib/search-params/view-params";

type Changes = Readonly<Record<string, string | null>>;

interface ViewParams {
  get: (name: string) => string | null;
  /** The page's address with some parameters changed. */
  href: (changes: Changes) => string;
  /** Goes there without asking the server for the page again; back and forward work. */
  go: (changes: Changes, how?: "push" | "replace") => void;
  /** What a plain link to such an address does when it is pressed: the same, unless it is to open elsewhere. */
  link: (changes: Changes) => (event: MouseEvent) => void;
}

/** What a page's address says, and the addresses of its other views. */
export function useViewParams(): ViewParams {
  // Outside a page (a component drawn by itself) there are neither.
  const params: URLSearchParams | null = useSearchParams();
  const path: string | null = usePathname();
  const href = (changes: Changes) => withParams(path ?? "", params?.entries() ?? [], changes);
  const go: ViewParams["go"] = (changes, how = "push") => {
    if (!isHeard()) window.location.assign(href(changes));
    else if (how === "push") window.history.pushState(null, "", href(changes));
    else window.history.replaceState(null, "", href(changes));
  };
  const link = (changes: Changes) => (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || !isHeard()) return;
    event.preventDefault();
    go(changes);
  };
  return { get: (name) => params?.get(name) ?? null, href, go, link };
}

/**
 * Whether the router hears of a new address. It puts functions of its own over the browser's, a moment after the page
 * answers its first press: in that moment the address would change and nothing else.
 */
function isHeard(): boolean {
  return Object.hasOwn(window.history, "pushState");
}
