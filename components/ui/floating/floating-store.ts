import type { ReactNode } from "react";

/**
 * One floating surface for the whole page. Triggers are plain elements that say what to show beside them; the code that
 * positions it is loaded with the first one that is opened, so a page with a thousand marks costs nothing before.
 */
export interface FloatingRequest {
  anchor: Element;
  /** A hint follows hover and focus and never takes the focus; a panel is opened on purpose and does. */
  kind: "hint" | "panel";
  /** Name of a panel for assistive technology. */
  label: string;
  content: ReactNode;
}

const HINT_LINGERS_MS = 140;

let current: FloatingRequest | null = null;
let closing: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function set(request: FloatingRequest | null): void {
  clearTimeout(closing);
  if (request === current) return;
  current?.anchor.removeAttribute("data-open");
  current = request;
  current?.anchor.setAttribute("data-open", "");
  for (const listener of listeners) listener();
}

export function openFloating(request: FloatingRequest): void {
  if (request.kind === "hint" && current?.kind === "panel") return;
  set(request);
}

export function closeFloating(): void {
  set(null);
}

/** Closes a hint soon, so that the pointer can reach its words. */
export function leaveHint(): void {
  if (current?.kind !== "hint") return;
  clearTimeout(closing);
  closing = setTimeout(() => set(null), HINT_LINGERS_MS);
}

export function keepHint(): void {
  clearTimeout(closing);
}

export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function floatingRequest(): FloatingRequest | null {
  return current;
}
