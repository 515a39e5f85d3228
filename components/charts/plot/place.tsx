import type { ReactNode } from "react";

interface PlaceProps {
  /** `43.21%` of the plot's width. */
  x: string | undefined;
  /** Pixels from the top. */
  y?: number;
  children: ReactNode;
}

/** Puts its children's origin at a place of the plot: SVG takes parts of a width here, and not in a transform. */
export function Place({ x, y, children }: PlaceProps) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: a place, not a picture; what stands in it has its own name
    <svg x={x} y={y} overflow="visible">
      {children}
    </svg>
  );
}
