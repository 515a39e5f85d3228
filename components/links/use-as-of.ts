"use client";

import { useSearchParams } from "next/navigation";
import { AS_OF, readAsOf } from "@/lib/search-params/as-of";

/** The day that the page's address asks for; null: now. Every link between pages keeps it. */
export function useAsOf(): string | null {
  // Outside a page (a component drawn by itself) there are no parameters.
  const params: Pick<URLSearchParams, "get"> | null = useSearchParams();
  return readAsOf(params?.get(AS_OF)).asOf;
}
