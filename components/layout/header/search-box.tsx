"use client";

import { lazy, Suspense, useEffect, useId, useRef, useState } from "react";
import { searchPath } from "@/lib/paths";
import { AWAKE } from "./early-input";
import { Icon } from "./icon";

const SearchDialog = lazy(() =>
  import("@/components/search/search-dialog").then((module) => ({ default: module.SearchDialog })),
);

interface SearchBoxProps {
  defaultValue?: string;
  /** The large one stands on a page of its own and is a form alone. */
  size?: "header" | "large";
}

/** A plain form: it works without JavaScript. In the header, typing, "/" and Ctrl-K open the search over the page. */
export function SearchBox({ defaultValue, size = "header" }: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null);
  const before = useRef<Element | null>(null);
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const isHeader = size === "header";
  const open = () => setOpen(true);

  useEffect(() => {
    if (!isHeader) return;
    const onKey = (event: KeyboardEvent) => {
      const isShortcut = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k";
      const isSlash = event.key === "/" && !event.metaKey && !event.ctrlKey && !event.altKey && !isTyping(event.target);
      if (!isShortcut && !isSlash) return;
      event.preventDefault();
      // What is typed before the dialog stands goes into the box, and from there into the dialog.
      before.current ??= document.activeElement;
      input.current?.focus();
      setOpen(true);
    };
    document.addEventListener("keydown", onKey);
    document.documentElement.setAttribute(AWAKE, "");
    // A key pressed before this stood, or a press of the pointer, asked for the search already.
    if (document.activeElement === input.current) setOpen(true);
    return () => document.removeEventListener("keydown", onKey);
  }, [isHeader]);

  return (
    <search className={isHeader ? "min-w-0 flex-1 sm:max-w-72" : "w-full max-w-xl"}>
      <form action={searchPath()} method="get" className="relative">
        <label htmlFor={id} className="sr-only">
          Search tickers, issuers, insiders
        </label>
        <Icon
          sign="search"
          size={isHeader ? 14 : 16}
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
          {...(isHeader ? { onClick: open, onInput: open } : {})}
          className={`peer w-full text-ellipsis rounded-[3px] border border-rule-strong bg-transparent pr-8 pl-8 text-ink max-sm:pr-2 placeholder:text-ink-3 hover:border-ink-3 focus-visible:border-accent focus-visible:outline-offset-0 ${
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
      {isOpen ? (
        <Suspense fallback={null}>
          <SearchDialog
            takeTyped={() => taken(input.current)}
            onClose={() => setOpen(false)}
            focusAfter={() => focusAfter(before)}
          />
        </Suspense>
      ) : null}
    </search>
  );
}

/** What was typed while the dialog was on its way moves into it. */
function taken(input: HTMLInputElement | null): string {
  const typed = input?.value ?? "";
  if (input !== null) input.value = "";
  return typed;
}

/** Back to where the reader was; where that was nowhere, the page itself keeps the keys. */
function focusAfter(before: { current: Element | null }): HTMLElement | false {
  const element = before.current;
  before.current = null;
  return element instanceof HTMLElement && element !== document.body ? element : false;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
