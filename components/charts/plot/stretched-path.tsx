interface StretchedPathProps {
  /** In units of `WIDE` across and pixels down. */
  d: string;
  height: number;
  stroke?: string;
  strokeWidth?: number;
  strokeDasharray?: string;
  strokeOpacity?: number;
  fill?: string;
  /** Cut off at the plot's ends. */
  isCut?: boolean;
}

/** Units that a stretched path is drawn in, across the plot. */
export const WIDE = 10_000;

/** A path across a plot of any width: stretched sideways, its stroke not. */
export function StretchedPath({ d, height, fill = "none", isCut = false, ...stroke }: StretchedPathProps) {
  return (
    <svg
      width="100%"
      height={height}
      viewBox={`0 0 ${WIDE} ${height}`}
      preserveAspectRatio="none"
      overflow={isCut ? "hidden" : "visible"}
      aria-hidden="true"
    >
      <path d={d} fill={fill} strokeLinejoin="round" vectorEffect="non-scaling-stroke" {...stroke} />
    </svg>
  );
}
