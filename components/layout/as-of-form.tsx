import { AS_OF } from "@/lib/search-params/as-of";

interface AsOfFormProps {
  /** The page's own path, without parameters. */
  path: string;
  asOf: string | null;
  /** What else of the address is kept. */
  keep?: Readonly<Record<string, string>>;
}

/** Takes the page to an earlier day: a plain form, so it works without JavaScript. */
export function AsOfForm({ path, asOf, keep = {} }: AsOfFormProps) {
  return (
    <details className="no-print sm:relative">
      <summary className="list-none text-ink-2 underline decoration-rule-strong decoration-dotted underline-offset-4 hover:text-accent [&::-webkit-details-marker]:hidden">
        as of {asOf === null ? "now" : "another day"}
      </summary>
      <form
        action={path}
        method="get"
        className="absolute z-20 flex items-end gap-2 max-sm:inset-x-4 max-sm:mt-1 sm:top-6 sm:left-0 rounded-[3px] border border-rule-strong bg-raised p-3 shadow-[0_6px_24px_var(--shadow)]"
      >
        {Object.entries(keep).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <label className="grid gap-1 text-xs text-ink-2">
          What was public by the end of
          <input
            type="date"
            name={AS_OF}
            required
            defaultValue={asOf ?? undefined}
            className="h-8 rounded-[3px] border border-rule-strong bg-transparent px-2 text-sm text-ink"
          />
        </label>
        <button type="submit" className="h-8 rounded-[3px] border border-ink px-3 text-sm text-ink hover:bg-paper-2">
          Go
        </button>
      </form>
    </details>
  );
}
