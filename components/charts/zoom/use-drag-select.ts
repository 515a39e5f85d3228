"use client";

import { type PointerEvent, useState } from "react";
import type { Domain } from "../scales/linear";

/** A drag shorter than this part of the plot is a click. */
const SHORTEST = 0.008;

/** Chooses a stretch of an axis by dragging a mouse or pen across the plot's ground; touch keeps scrolling the page. */
export function useDragSelect(days: Domain, onDays: ((days: Domain) => void) | undefined) {
  const [shares, setShares] = useState<Domain | null>(null);
  const shareAt = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return Math.min(Math.max((event.clientX - box.left) / box.width, 0), 1);
  };
  const start = (event: PointerEvent<HTMLDivElement>) => {
    const isOnMark = event.target instanceof Element && event.target.closest("a, button") !== null;
    if (onDays === undefined || event.button !== 0 || event.pointerType === "touch" || isOnMark) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    const share = shareAt(event);
    setShares([share, share]);
  };
  const move = (event: PointerEvent<HTMLDivElement>) => {
    if (shares !== null) setShares([shares[0], shareAt(event)]);
  };
  const end = () => {
    if (shares !== null && Math.abs(shares[1] - shares[0]) > SHORTEST) {
      const [from, to] = days;
      const at = (share: number) => from + share * (to - from);
      onDays?.([at(Math.min(...shares)), at(Math.max(...shares))]);
    }
    setShares(null);
  };
  const ground =
    onDays === undefined
      ? {}
      : { onPointerDown: start, onPointerMove: move, onPointerUp: end, onPointerCancel: () => setShares(null) };
  return { shares, ground };
}
