"use client";

import { type KeyboardEvent, type SyntheticEvent, useState } from "react";

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * Which of a chart's marks (elements with `data-index`) is pointed at or focused. Events are handled once, on what holds
 * the marks: one tab stop, arrow keys walk, Escape puts the tip away.
 */
export function useMarks() {
  const [active, setActive] = useState<number | null>(null);
  const activate = (event: SyntheticEvent) => setActive(indexOf(event.target));
  const walk = (event: KeyboardEvent<SVGGElement>) => {
    const step = STEPS[event.key];
    if (event.key === "Escape") setActive(null);
    if (step === undefined || !(event.target instanceof SVGAElement)) return;
    const marks = [...event.currentTarget.querySelectorAll<SVGAElement>("[data-index]")];
    const next = marks[marks.indexOf(event.target) + step];
    event.preventDefault();
    next?.focus();
  };
  return {
    active,
    clear: () => setActive(null),
    handlers: { onPointerOver: activate, onPointerLeave: () => setActive(null), onFocus: activate, onKeyDown: walk },
  };
}

function indexOf(target: EventTarget): number | null {
  const mark = target instanceof Element ? target.closest("[data-index]") : null;
  return mark === null ? null : Number(mark.getAttribute("data-index"));
}
