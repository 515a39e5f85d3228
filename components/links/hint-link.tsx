"use client";

import type { ComponentProps } from "react";
import { Hint } from "@/components/ui/floating/hint";
import { withAsOf } from "@/lib/search-params/as-of";
import { useAsOf } from "./use-as-of";

/** A hint whose mark leads to another place of the ledger, at the same day. */
export function HintLink({ href, ...rest }: ComponentProps<typeof Hint> & { href: string }) {
  const asOf = useAsOf();
  return <Hint href={href.startsWith("#") ? href : withAsOf(href, asOf)} {...rest} />;
}
