import Link from "next/link";
import { marketPath } from "@/lib/paths";

/** The name of the product, with its sign: a purchase above the line, a sale below it. */
export function Wordmark() {
  return (
    <Link href={marketPath()} className="flex shrink-0 items-center gap-2 text-ink max-sm:py-1">
      <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
        <path d="M1 9h16" stroke="currentColor" strokeWidth="1.25" />
        <path d="M5.5 1.6 9 7.2H2z" fill="var(--buy)" />
        <path d="M12.5 16.4 9 10.8h7z" fill="var(--sale)" />
      </svg>
      <span className="text-base font-semibold tracking-[-0.01em]">the insider ledger</span>
    </Link>
  );
}
