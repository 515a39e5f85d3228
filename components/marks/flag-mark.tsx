import { Hint } from "@/components/ui/floating/hint";
import type { RowView } from "@/lib/services/views/shapes/row";

/** An outlined "!" with the reasons why a row is in no total; a row that counts in spite of a remark has a lighter one. */
export function FlagMark({ flags }: { flags: RowView["flags"] }) {
  if (flags.length === 0) return null;
  const isOut = flags.some((flag) => flag.outOfTotals);
  const words = [...new Set(flags.map((flag) => flag.words))].join(" ");
  return (
    <Hint
      text={`${isOut ? "In no total." : "Counted in totals, with a remark."} ${words}`}
      label={isOut ? "Flagged: in no total" : "Remark"}
      className={`in-force ml-1.5 inline-grid size-[15px] cursor-help place-items-center rounded-full border align-[1px] text-[11px] leading-none font-bold ${
        isOut ? "border-flag text-flag" : "border-rule-strong text-ink-3"
      }`}
    >
      !
    </Hint>
  );
}
