import type { TransactionQuery } from "@/lib/search-params/transactions/query";
import { transactionParams } from "@/lib/search-params/transactions/query-params";

/** What a form must carry on, beside the fields that it shows itself. */
export function HiddenParams({ query, besides }: { query: TransactionQuery; besides: ReadonlySet<string> }) {
  return transactionParams({ ...query, after: null })
    .filter(([name]) => !besides.has(name))
    .map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}
