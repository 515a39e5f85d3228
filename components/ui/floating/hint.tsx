"use client";

import type { ReactNode } from "react";
import { cutText } from "@/lib/format/cut-text";
import { keepHint, leaveHint, openFloating } from "./floating-store";

interface HintProps {
  /** What the hint says. Assistive technology reads it as the element's description, whole once it has the focus. */
  text: string;
  /** Richer than the text, where words alone do not do. */
  content?: ReactNode;
  /** Leads somewhere too; also without JavaScript. */
  href?: string;
  /** Replaces the children's text as the accessible name. */
  label?: string;
  /** An id on the page that already holds the words; saves repeating them. */
  describedBy?: string;
  className?: string;
  children: ReactNode;
}

/** A footnote hangs on many fields: its words need not be on the page as many times. */
const MOST_LETTERS = 100;

function shortened(text: string): string {
  return text.length <= MOST_LETTERS ? text : `${cutText(text, MOST_LETTERS).trimEnd()} …`;
}

/** Words on hover and focus, for a mark that stands for them. */
export function Hint({ text, content, href, label, describedBy, className, children }: HintProps) {
  const show = (anchor: Element) => {
    keepHint();
    if (describedBy === undefined) anchor.setAttribute("aria-description", text);
    openFloating({ anchor, kind: "hint", label: label ?? text, content: content ?? text });
  };
  const common = {
    className,
    "aria-label": label,
    "aria-describedby": describedBy,
    "aria-description": describedBy === undefined ? shortened(text) : undefined,
    onPointerEnter: (event: React.PointerEvent) => event.pointerType === "mouse" && show(event.currentTarget),
    onPointerLeave: leaveHint,
    onFocus: (event: React.FocusEvent) => show(event.currentTarget),
    onBlur: leaveHint,
  };
  if (href !== undefined) {
    return (
      <a href={href} {...common}>
        {children}
      </a>
    );
  }
  return (
    <button type="button" {...common}>
      {children}
    </button>
  );
}
