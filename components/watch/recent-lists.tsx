"use client";

import Link from "next/link";
import { useSyncExternalStore } from "react";
import { nothingKept, recentLists } from "@/components/search/local-list";
import { watchPath } from "@/lib/paths";
import { readWatchQuery, type WatchQuery, watchParams } from "@/lib/search-params/watch";

interface RecentListsProps {
  /** The list that is shown, and can be joined with the others. */
  shown: WatchQuery;
  href: string;
}

/** The watch lists of this browser: nothing of them is sent anywhere. */
export function RecentLists({ shown, href }: RecentListsProps) {
  const lists = useSyncExternalStore(recentLists.subscribe, recentLists.read, nothingKept);
  const others = lists.filter((list) => list.href !== href);
  if (others.length === 0) {
    return (
      <p className="text-sm text-ink-2">No other list yet. Each list that you open is kept here, in this browser.</p>
    );
  }
  return (
    <ul className="border-t border-rule text-sm">
      {others.map((list) => (
        <li key={list.href} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-b border-rule py-1.5">
          <a href={list.href} className="link min-w-0 flex-1 basis-60">
            {list.title}
          </a>
          {shown.issuers.length + shown.insiders.length === 0 ? null : (
            <Link href={joined(list.href, shown)} prefetch={false} className="share">
              add these parties to it
            </Link>
          )}
          <button
            type="button"
            onClick={() => recentLists.forget(list.href)}
            aria-label={`Forget ${list.title}`}
            className="share"
          >
            forget
          </button>
        </li>
      ))}
    </ul>
  );
}

function joined(href: string, shown: WatchQuery) {
  const search = new URLSearchParams(href.split("?")[1] ?? "");
  const { query } = readWatchQuery(Object.fromEntries(search));
  return watchPath(
    watchParams({
      issuers: [...new Set([...query.issuers, ...shown.issuers])],
      insiders: [...new Set([...query.insiders, ...shown.insiders])],
      asOf: shown.asOf,
    }),
  );
}
