import type { Domain } from "../scales/linear";

/** The stretch that is being dragged out, as parts of the plot's width. */
export function DragSelection({ shares, bottom }: { shares: Domain | null; bottom: number }) {
  if (shares === null) return null;
  const [from, to] = [Math.min(...shares), Math.max(...shares)];
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none absolute top-0 border-x border-accent bg-accent/10"
      style={{ left: `${from * 100}%`, width: `${(to - from) * 100}%`, height: bottom }}
    />
  );
}
