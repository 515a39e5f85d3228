import { listOf } from "@/lib/format/words";
import { Notice } from "./notice";

/** Says which parts of a filter could not be read; the rest of it counts. */
export function UnreadNotice({ unread }: { unread: readonly string[] }) {
  if (unread.length === 0) return null;
  return (
    <Notice>
      Left out of the filter: {listOf(unread.slice(0, 5).map((part) => `“${part.slice(0, 20)}”`))}. A transaction code
      is one letter, as in <code className="font-mono">?code=S,M</code>.
    </Notice>
  );
}
