import { transactionsPath } from "@/lib/paths";
import { COLUMNS } from "@/lib/search-params/transactions/columns";
import type { TransactionQuery } from "@/lib/search-params/transactions/query";
import { HiddenParams } from "./hidden-params";

const OWN = new Set(["columns"]);

/** Which columns the table shows. */
export function ColumnForm({ query }: { query: TransactionQuery }) {
  return (
    <details className="no-print text-sm">
      <summary className="w-fit text-ink-2 hover:text-ink">Columns</summary>
      <form action={transactionsPath()} method="get" className="mt-2">
        <HiddenParams query={query} besides={OWN} />
        <fieldset>
          <legend className="sr-only">Columns of the table</legend>
          <ul className="flex flex-wrap gap-x-5 gap-y-1">
            {COLUMNS.map(({ name, label }) => (
              <li key={name}>
                <label className="flex items-center gap-1.5">
                  <input
                    type="checkbox"
                    name="columns"
                    value={name}
                    defaultChecked={query.columns.includes(name)}
                    className="accent-(--accent)"
                  />
                  {label}
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
        <button type="submit" className="link mt-2">
          Show these columns
        </button>
      </form>
    </details>
  );
}
