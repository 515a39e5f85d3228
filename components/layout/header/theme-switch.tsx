"use client";

import { useTheme } from "next-themes";
import { useSyncExternalStore } from "react";
import { Icon } from "./icon";

const THEMES = ["system", "light", "dark"] as const;

const never = () => () => {};

/** Walks through system, light and dark. The server does not know the choice, so it draws the neutral one. */
export function ThemeSwitch() {
  const { theme, setTheme } = useTheme();
  const isBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const current = THEMES.find((name) => isBrowser && name === theme) ?? "system";
  const next = THEMES[(THEMES.indexOf(current) + 1) % THEMES.length] ?? "system";
  return (
    <button
      type="button"
      onClick={() => setTheme(next)}
      aria-label={`Theme: ${current}. Change to ${next}`}
      title={`Theme: ${current}`}
      className="grid size-8 place-items-center rounded-[3px] text-ink-2 hover:bg-paper-2 hover:text-ink"
    >
      <Icon sign={current} size={16} />
    </button>
  );
}
