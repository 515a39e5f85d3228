"use client";

import { useSearchParams } from "next/navigation";
import { CODE_FILTER, readCodes } from "@/lib/search-params/code-filter";

/** The codes that the page's address filters by; empty = all. */
export function useCodeFilter(): string[] {
  const params: Pick<URLSearchParams, "get"> | null = useSearchParams();
  return readCodes(params?.get(CODE_FILTER));
}

/** Moves the page to another filter without asking the server for the page again; back and forward work. */
export function goToFilter(href: string): void {
  window.history.pushState(null, "", href);
}
