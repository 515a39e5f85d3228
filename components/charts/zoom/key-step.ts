import { moveMonths } from "./snap-days";

const KEY_MONTHS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 12,
  PageDown: -12,
};

interface Window {
  from: string;
  to: string;
}

/** The window after a key on one of its ends: by months, by years, to the span's end; null for a key that means nothing. */
export function keyStep(
  key: string,
  end: "from" | "to",
  { from, to }: Window,
  [first, last]: readonly [string, string],
): Window | null {
  const limits = end === "from" ? ([first, to] as const) : ([from, last] as const);
  const day = end === "from" ? from : to;
  const months = KEY_MONTHS[key];
  if (key !== "Home" && key !== "End" && months === undefined) return null;
  const moved = months === undefined ? limits[key === "Home" ? 0 : 1] : moveMonths(day, months, limits);
  return end === "from" ? { from: moved, to } : { from, to: moved };
}
