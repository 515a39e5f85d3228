import { Hint } from "@/components/ui/floating/hint";
import type { RowView } from "@/lib/services/views";

/** An outlined "!" with the reasons why a row is in no total. */
export function FlagMark({ flags }: { flags: RowView["flags"] }) {
  if (flags.length === 0) return null;
  return (
    <Hint
      text={`In no total: ${flags.map((flag) => flag.words).join("; ")}`}
      label="Flagged"
      className="ml-1.5 inline-grid size-[15px] cursor-help place-items-center rounded-full border border-flag align-[1px] text-[10px] leading-none font-bold text-flag"
    >
      !
    </Hint>
  );
}
