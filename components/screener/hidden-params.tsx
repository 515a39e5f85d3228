import { type TransactionQuery, transactionParams } from "@/lib/search-params/transactions";

/** What a form must carry on, beside the fields that it shows itself. */
export function HiddenParams({ query, besides }: { query: TransactionQuery; besides: ReadonlySet<string> }) {
  return transactionParams({ ...query, after: null })
    .filter(([name]) => !besides.has(name))
    .map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}
