import { transactionsPath } from "@/lib/paths";
import { CHOICES } from "@/lib/search-params/transactions/choices";
import { FELL, FELL_IN } from "@/lib/search-params/transactions/fall";
import type { RangeFilter } from "@/lib/search-params/transactions/filter";
import type { TransactionQuery } from "@/lib/search-params/transactions/query";
import { RANGES, rangeParams } from "@/lib/search-params/transactions/ranges";
import { FallFields } from "./fall/fall-fields";
import { HiddenParams } from "./hidden-params";

const INPUT =
  "h-8 w-full min-w-0 rounded-[3px] border border-rule-strong bg-transparent px-2 text-sm text-ink placeholder:text-ink-3 hover:border-ink-3 focus-visible:border-accent focus-visible:outline-offset-0";

const SELECTS = CHOICES.filter(({ isFacet, name }) => !isFacet && name !== "class");
const FIELDS = new Set<string>([
  "issuer",
  "insider",
  ...RANGES.flatMap((range) => rangeParams(range)),
  ...SELECTS.map(({ name }) => name),
  FELL,
  FELL_IN,
]);

/** Parties, ranges and what is shown, as a plain form that sends itself to the same page. */
export function FilterForm({ query, hasPrices }: { query: TransactionQuery; hasPrices: boolean }) {
  return (
    <form action={transactionsPath()} method="get" className="mt-3 grid gap-x-6 gap-y-3 sm:grid-cols-2 lg:grid-cols-4">
      <HiddenParams query={query} besides={FIELDS} />
      <Field id="filter-issuer" label="Issuer: ticker or CIK, several with commas">
        <input
          id="filter-issuer"
          name="issuer"
          defaultValue={query.issuers.join(",")}
          autoComplete="off"
          className={INPUT}
        />
      </Field>
      <Field id="filter-insider" label="Insider: CIK or words of the name">
        <input
          id="filter-insider"
          name="insider"
          defaultValue={query.insider ?? ""}
          autoComplete="off"
          className={INPUT}
        />
      </Field>
      {RANGES.map((range) => (
        <RangeFields key={range.name} range={range} query={query} />
      ))}
      {hasPrices || query.fall !== null ? <FallFields fall={query.fall} className={INPUT} /> : null}
      {SELECTS.map(({ name, label, options, ...choice }) => {
        const chosen = query.choices[name]?.[0] ?? ("single" in choice ? choice.single : "");
        return (
          <Field key={name} id={`filter-${name}`} label={label}>
            <select id={`filter-${name}`} name={name} defaultValue={chosen} className={`${INPUT} bg-paper`}>
              {"single" in choice ? null : <option value="">any</option>}
              {options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </select>
          </Field>
        );
      })}
      <div className="flex items-end">
        <button
          type="submit"
          className="h-8 rounded-[3px] border border-ink bg-ink px-4 text-sm font-medium text-paper hover:opacity-90"
        >
          Apply
        </button>
      </div>
    </form>
  );
}

function RangeFields({ range, query }: { range: RangeFilter & (typeof RANGES)[number]; query: TransactionQuery }) {
  const [fromName, toName] = rangeParams(range);
  const chosen = query.ranges[range.name];
  const type = range.kind === "date" ? "date" : "text";
  const unit = range.unit === "" ? "" : ` (${range.unit})`;
  const words = range.kind === "date" ? ["from", "to"] : ["at least", "at most"];
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-xs text-ink-3">
        {range.label}
        {unit}
      </legend>
      <div className="flex gap-2">
        {[[fromName, chosen?.from, words[0]] as const, [toName, chosen?.to, words[1]] as const].map(
          ([name, bound, word]) => (
            <input
              key={name}
              type={type}
              name={name}
              inputMode={type === "text" ? "decimal" : undefined}
              aria-label={`${range.label}${unit}, ${word}`}
              placeholder={type === "text" ? word : undefined}
              defaultValue={bound ?? ""}
              autoComplete="off"
              className={INPUT}
            />
          ),
        )}
      </div>
    </fieldset>
  );
}

function Field({ id, label, children }: { id: string; label: string; children: React.ReactNode }) {
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1 block truncate text-xs text-ink-3">
        {label}
      </label>
      {children}
    </div>
  );
}
