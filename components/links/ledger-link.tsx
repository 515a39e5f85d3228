"use client";

import Link from "next/link";
import type { AnchorHTMLAttributes } from "react";
import { withAsOf } from "@/lib/search-params/as-of";
import { useAsOf } from "./use-as-of";

interface PageLinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href"> {
  href:
    | `/issuers/${string}`
    | `/insiders/${string}`
    | `/filings/${string}`
    | "/watch"
    | `/watch?${string}`
    | "/compare"
    | `/compare?${string}`;
}

/** A link to another page of the ledger, at the same day. */
export function PageLink({ href, ...rest }: PageLinkProps) {
  return <Link href={withAsOf(href, useAsOf())} prefetch={false} {...rest} />;
}

/** A link to a row or a footnote: a plain one, so that the browser itself finds and marks the place. */
export function RowLink({ href, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  const asOf = useAsOf();
  return <a href={href.startsWith("#") ? href : withAsOf(href, asOf)} {...rest} />;
}
