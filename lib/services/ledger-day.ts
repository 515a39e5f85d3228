import { TZDate } from "@date-fns/tz";
import { format } from "date-fns";
import { NEW_YORK } from "@/lib/ownership/known-at";
import type { Store } from "@/lib/store/client";
import { newestKnownAt } from "@/lib/store/read-market";

/**
 * The New York day through which the ledger knows filings. Measures that look ahead from a trade (what was kept after
 * 365 days) stop there: the ledger's own day, not the clock's, so that a page says the same until new filings arrive.
 */
export async function ledgerDay(store: Store): Promise<string | null> {
  const newest = await newestKnownAt(store.db);
  return newest === null ? null : format(new TZDate(newest, NEW_YORK), "yyyy-MM-dd");
}
