import { UNKNOWN } from "@/lib/format/unknown";
import { Hint } from "./floating/hint";

/** "—", and on focus why nothing is known. Never 0. */
export function Unknown({ reason }: { reason: string }) {
  return (
    <Hint text={reason} label="not known" className="cursor-help text-ink-3">
      {UNKNOWN}
    </Hint>
  );
}
