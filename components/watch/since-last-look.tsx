"use client";

import { useEffect, useState } from "react";
import { recentLists } from "@/components/search/local-list";
import { formatDate, newYorkDate } from "@/lib/format/dates";
import { countOf } from "@/lib/format/words";

interface SinceLastLookProps {
  href: string;
  title: string;
  /** When each filing of the list was known (UTC), newest first. */
  knownAt: readonly string[];
}

/** Keeps the list in this browser, and says what came since it was looked at last. */
export function SinceLastLook({ href, title, knownAt }: SinceLastLookProps) {
  const [last, setLast] = useState<string | null>(null);
  const newest = knownAt[0] ?? null;
  useEffect(() => {
    setLast((before) => before ?? recentLists.read().find((list) => list.href === href)?.seen ?? null);
    recentLists.remember({ href, title, detail: "watch list", seen: newest });
  }, [href, title, newest]);
  if (last === null) return null;
  const count = knownAt.filter((instant) => instant > last).length;
  return (
    <span>
      {count === 0 ? "nothing new" : countOf(count, "new filing")} since you looked last, through{" "}
      {formatDate(newYorkDate(last))}
    </span>
  );
}
