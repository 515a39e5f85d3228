import { DayLink } from "@/components/links/day-link";
import { type SignalName, signalPath } from "@/lib/paths";
import { AS_OF } from "@/lib/search-params/as-of";
import { SIGNAL_PARAMS, type SignalParam, type SignalQuery } from "@/lib/search-params/signals";

const INPUT =
  "h-8 w-full min-w-0 rounded-[3px] border border-rule-strong bg-paper px-2 text-sm text-ink hover:border-ink-3 focus-visible:border-accent focus-visible:outline-offset-0";

/** The parameters of a board as a plain form. */
export function SignalForm({ board, query, asOf }: { board: SignalName; query: SignalQuery; asOf: string | null }) {
  return (
    <form action={signalPath(board)} method="get" className="no-print mb-5 flex flex-wrap items-end gap-x-4 gap-y-3">
      {asOf === null ? null : <input type="hidden" name={AS_OF} value={asOf} />}
      {SIGNAL_PARAMS[board].map((param) => (
        <div key={param.name} className="w-[calc(50%-8px)] sm:w-auto sm:min-w-44">
          <label htmlFor={`param-${param.name}`} className="mb-1 block text-xs text-ink-3">
            {param.label}
          </label>
          <ParamField param={param} value={query[param.name]} />
        </div>
      ))}
      <button
        type="submit"
        className="h-8 rounded-[3px] border border-ink bg-ink px-4 text-sm font-medium text-paper hover:opacity-90"
      >
        Apply
      </button>
      {Object.keys(query).length === 0 ? null : (
        <DayLink href={signalPath(board)} className="link pb-1.5 text-sm">
          clear all
        </DayLink>
      )}
    </form>
  );
}

function ParamField({ param, value }: { param: SignalParam; value: string | number | undefined }) {
  const common = { id: `param-${param.name}`, name: param.name, className: INPUT };
  if (param.kind === "choice") {
    return (
      <select {...common} defaultValue={value ?? ""}>
        <option value="">{param.unchosen ?? "any"}</option>
        {param.options?.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    );
  }
  const type = param.kind === "date" ? "date" : "text";
  return (
    <input
      {...common}
      type={type}
      inputMode={param.kind === "number" ? "decimal" : undefined}
      defaultValue={value ?? ""}
      autoComplete="off"
    />
  );
}
