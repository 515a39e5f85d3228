"use client";

import Link from "next/link";
import type { AnchorHTMLAttributes } from "react";
import { withAsOf } from "@/lib/search-params/as-of";
import { useAsOf } from "./use-as-of";

interface DayLinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href"> {
  href: "/" | "/data" | "/transactions" | `/transactions?${string}` | `/signals/${string}`;
}

/** A link to a page of the whole market, at the same day. */
export function DayLink({ href, ...rest }: DayLinkProps) {
  return <Link href={withAsOf(href, useAsOf())} prefetch={false} {...rest} />;
}
