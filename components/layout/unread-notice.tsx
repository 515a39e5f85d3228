import type { ReactNode } from "react";
import { listOf } from "@/lib/format/words";
import { Notice } from "./notice";

interface UnreadNoticeProps {
  unread: readonly string[];
  /** How it is written. */
  advice?: ReactNode;
}

/** Says which parts of an address could not be read; the rest of it counts. */
export function UnreadNotice({ unread, advice = CODE_ADVICE }: UnreadNoticeProps) {
  if (unread.length === 0) return null;
  return (
    <Notice>
      Left out of the filter: {listOf(unread.slice(0, 5).map((part) => `“${part.slice(0, 40)}”`))}. {advice}
    </Notice>
  );
}

const CODE_ADVICE = (
  <>
    A transaction code is one letter, as in <code className="font-mono">?code=S,M</code>.
  </>
);
