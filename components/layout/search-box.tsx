"use client";

import { Search } from "lucide-react";
import { useEffect, useId, useRef } from "react";
import { searchPath } from "@/lib/paths";

interface SearchBoxProps {
  defaultValue?: string;
  /** The large one stands on a page of its own and does not answer to "/". */
  size?: "header" | "large";
}

/** A plain form: it works without JavaScript. "/" puts the cursor in it. */
export function SearchBox({ defaultValue, size = "header" }: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const isHeader = size === "header";

  useEffect(() => {
    if (!isHeader) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "/" || event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [isHeader]);

  return (
    <search className={isHeader ? "min-w-0 flex-1 sm:max-w-72" : "w-full max-w-xl"}>
      <form action={searchPath()} method="get" className="relative">
        <label htmlFor={id} className="sr-only">
          Search tickers, issuers, insiders
        </label>
        <Search
          size={isHeader ? 14 : 16}
          aria-hidden="true"
          className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-ink-3"
        />
        <input
          ref={input}
          id={id}
          type="search"
          name="q"
          defaultValue={defaultValue}
          autoComplete="off"
          spellCheck={false}
          placeholder="Ticker, issuer, insider, CIK"
          className={`peer w-full rounded-[3px] border border-rule-strong bg-transparent pr-8 pl-8 text-ink placeholder:text-ink-3 hover:border-ink-3 focus-visible:border-accent focus-visible:outline-offset-0 ${
            isHeader ? "h-8 text-sm" : "h-10 text-base"
          }`}
        />
        {isHeader ? (
          <span
            aria-hidden="true"
            className="pointer-events-none absolute top-1/2 right-2 hidden h-[18px] -translate-y-1/2 place-items-center rounded-[2px] border border-rule px-1.5 font-mono text-[11px] leading-none text-ink-3 peer-focus:hidden sm:grid"
          >
            /
          </span>
        ) : null}
      </form>
    </search>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
