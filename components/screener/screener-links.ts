import { transactionsPath } from "@/lib/paths";
import type { ChoiceName } from "@/lib/search-params/transactions/choices";
import type { SortName } from "@/lib/search-params/transactions/columns";
import type { TransactionQuery } from "@/lib/search-params/transactions/query";
import { transactionParams } from "@/lib/search-params/transactions/query-params";

/** The screener under a changed query, from its first page on. */
export function screenerHref(query: TransactionQuery, change: Partial<TransactionQuery> = {}) {
  return transactionsPath(transactionParams({ ...query, after: null, ...change }));
}

/** In where it was out, out where it was in. */
export function toggled(query: TransactionQuery, name: ChoiceName, value: string): Partial<TransactionQuery> {
  const chosen = query.choices[name] ?? [];
  const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
  return { choices: { ...query.choices, [name]: next } };
}

export function without(query: TransactionQuery, name: ChoiceName): Partial<TransactionQuery> {
  return { choices: { ...query.choices, [name]: [] } };
}

/** Largest or newest first, and the other way at the second press. */
export function sortedBy(query: TransactionQuery, sort: SortName): Partial<TransactionQuery> {
  return { sort, order: query.sort === sort && query.order === "desc" ? "asc" : "desc" };
}
