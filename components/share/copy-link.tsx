"use client";

import { useState } from "react";
import { canonicalSearch } from "@/lib/search-params/canonical";

/** Puts the short address of the view into the clipboard: the page with those parameters that make it what it is. */
export function CopyLink({ names }: { names: readonly string[] }) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    const { origin, pathname, search } = window.location;
    const address = `${origin}${pathname}${canonicalSearch(search, names)}`;
    try {
      await navigator.clipboard.writeText(address);
      setCopied(true);
    } catch {
      // Without https the browser gives no clipboard: the reader copies from the box.
      window.prompt("Copy this link", address);
    }
  };
  return (
    <>
      <button type="button" onClick={copy} onBlur={() => setCopied(false)} className="share">
        {isCopied ? "link copied" : "copy link"}
      </button>
      <span role="status" className="sr-only">
        {isCopied ? "link copied" : null}
      </span>
    </>
  );
}
