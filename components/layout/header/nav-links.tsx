"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { Suspense } from "react";
import { useAsOf } from "@/components/links/use-as-of";
import { comparePath, dataPath, marketPath, methodPath, signalPath, transactionsPath, watchPath } from "@/lib/paths";
import { withAsOf } from "@/lib/search-params/as-of";

const MAIN = [
  { label: "Market", href: marketPath(), under: null },
  { label: "Transactions", href: transactionsPath(), under: transactionsPath() },
  { label: "Signals", href: signalPath("clusters"), under: "/signals" },
  { label: "Watch", href: watchPath(), under: watchPath() },
] as const;

/** What a phone keeps behind a press, so that the ways through the product are one line. */
const MORE = [
  { label: "Compare", href: comparePath(), under: comparePath() },
  { label: "Data", href: dataPath(), under: dataPath() },
  { label: "Methods", href: methodPath(), under: methodPath() },
] as const;

/** The ways through the product; at an earlier day they keep the day. Pages that are drawn beforehand have none. */
export function NavLinks() {
  return (
    <Suspense fallback={<Navigation asOf={null} />}>
      <NavigationAtDay />
    </Suspense>
  );
}

function NavigationAtDay() {
  return <Navigation asOf={useAsOf()} />;
}

function Navigation({ asOf }: { asOf: string | null }) {
  const pathname = usePathname();
  const item = ({ label, href, under }: Place) => (
    <li key={href}>
      <Link
        href={withAsOf(href, asOf)}
        prefetch={false}
        aria-current={isHere(pathname, { href, under }) ? "page" : undefined}
        className="inline-block py-1.5 text-ink-2 hover:text-ink aria-[current=page]:text-ink aria-[current=page]:underline aria-[current=page]:decoration-2 aria-[current=page]:underline-offset-8"
      >
        {label}
      </Link>
    </li>
  );
  const isMore = MORE.some((place) => isHere(pathname, place));
  return (
    <nav aria-label="Main" className="min-w-0 max-sm:order-last max-sm:w-full">
      <ul className="flex flex-wrap items-center gap-x-4 text-sm sm:gap-x-5">
        {MAIN.map(item)}
        <li className="max-sm:ml-auto sm:contents">
          <button
            type="button"
            popoverTarget="more-ways"
            className={`py-1.5 text-ink-2 hover:text-ink sm:hidden ${isMore ? "text-ink underline decoration-2 underline-offset-8" : ""}`}
          >
            More ▾
          </button>
          <ul key={pathname} id="more-ways" popover="auto" className="more">
            {MORE.map(item)}
          </ul>
        </li>
      </ul>
    </nav>
  );
}

type Place = (typeof MAIN | typeof MORE)[number];

function isHere(pathname: string, { href, under }: Pick<Place, "href" | "under">): boolean {
  return pathname === href || (under !== null && pathname.startsWith(under));
}
