import { FlagMark } from "@/components/marks/flag-mark";
import { PlanMark } from "@/components/marks/plan-mark";
import { SupersededMark } from "@/components/marks/superseded-mark";
import { bandText } from "@/components/transactions/table/row-texts";
import { Hint } from "@/components/ui/floating/hint";
import { formatMoney } from "@/lib/format/numbers";
import { codeEntry } from "@/lib/ownership/codes";
import type { RowView } from "@/lib/services/views/shapes/row";

/** What we read out of a row, beside the row: class, value, price range, plan, flags. */
export function DerivedFacts({ anchor, row }: { anchor: string; row: RowView | undefined }) {
  if (row === undefined) return <Permalink anchor={anchor} />;
  const facts = [
    row.kind === "holding" ? "holding" : (codeEntry(row.code)?.label ?? "no known code"),
    row.value === null || isBookPrice(row) ? null : formatMoney(row.value),
  ].filter((fact) => fact !== null);
  return (
    <span className="flex items-baseline gap-x-3 text-ink-2 max-sm:flex-wrap">
      <span>
        {facts.join(" · ")}
        <FlagMark flags={row.flags} />
        <SupersededMark row={row} />
      </span>
      {row.priceBand === null ? null : (
        <Hint text={row.priceBand.words} className="evidence">
          range {bandText(row)}
        </Hint>
      )}
      {row.kind === "transaction" ? (
        <span>
          <span className="text-ink-3">plan </span>
          <PlanMark {...row} />
        </span>
      ) : null}
      <Permalink anchor={anchor} />
    </span>
  );
}

/** Table II gives an exercised derivative a price of 0 by custom; a value of 0 would say nothing. */
function isBookPrice(row: RowView): boolean {
  return row.table === "II" && row.price === 0;
}

function Permalink({ anchor }: { anchor: string }) {
  return (
    <a
      href={`#${anchor}`}
      className="no-print ml-auto font-mono text-xs text-ink-3 hover:text-accent max-sm:py-1"
      title="Link to this row"
    >
      {anchor}
    </a>
  );
}
