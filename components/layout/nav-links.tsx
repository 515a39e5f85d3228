"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { marketPath } from "@/lib/paths";

const NAVIGATION = [{ label: "Market", href: marketPath() }] as const;

export function NavLinks() {
  const pathname = usePathname();
  return (
    <nav aria-label="Main">
      <ul className="flex items-center gap-5 text-sm">
        {NAVIGATION.map(({ label, href }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={pathname === href ? "page" : undefined}
              className="py-2 text-ink-2 hover:text-ink aria-[current=page]:text-ink aria-[current=page]:underline aria-[current=page]:decoration-2 aria-[current=page]:underline-offset-8"
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
