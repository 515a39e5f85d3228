/** Lines are told apart by dash first, by colour second. */
const STYLES = [
  { stroke: "var(--ink)", dash: undefined },
  { stroke: "var(--accent)", dash: "6 3" },
  { stroke: "var(--exercise)", dash: "2 3" },
  { stroke: "var(--neutral)", dash: "8 3 2 3" },
  { stroke: "var(--flag)", dash: "1 2" },
  { stroke: "var(--ink-3)", dash: "12 4" },
] as const;

export function lineStyle(index: number): (typeof STYLES)[number] {
  return STYLES[index % STYLES.length] ?? STYLES[0];
}
