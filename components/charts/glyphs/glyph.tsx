import { MARK_COLOURS, type MarkShape, type PlanShape } from "./plan-shape";

interface GlyphProps {
  shape: MarkShape;
  plan: PlanShape;
  /** Square pixels; a tick has a size of its own. */
  area?: number;
  /** No value is known: an outline of fixed size. */
  isOutline?: boolean;
}

const ROOT_3 = Math.sqrt(3);

/** A trade's mark around the origin of the SVG that it stands in. */
export function Glyph({ shape, plan, area = 66, isOutline = false }: GlyphProps) {
  const colour = MARK_COLOURS[shape];
  // Other codes are ticks: their letter stands before the row that they stand in.
  if (shape === "letter") return <path d="M0 -5V5" stroke={colour} strokeWidth={3} />;
  const { whole, half } = shape === "exercise" ? diamond(area) : triangle(area, shape === "buy" ? 1 : -1);
  const isFilled = plan === "not-planned" || shape === "exercise";
  if (isOutline) {
    return <path d={whole} fill="var(--paper)" stroke={colour} strokeWidth={1} strokeDasharray="1 2" />;
  }
  return (
    <>
      <path
        d={whole}
        fill={isFilled ? colour : "var(--paper)"}
        fillOpacity={isFilled ? 0.88 : 0.75}
        stroke={colour}
        strokeWidth={1.4}
        strokeDasharray={plan === "planned-by-box" && !isFilled ? "2.5 2" : undefined}
        strokeLinejoin="round"
      />
      {plan === "unknown" && !isFilled ? <path d={half} fill={colour} fillOpacity={0.88} /> : null}
    </>
  );
}

interface Outline {
  whole: string;
  half: string;
}

/** Equal sides, its centre of mass at the origin; `up` is 1 or −1. */
function triangle(area: number, up: 1 | -1): Outline {
  const side = Math.sqrt((4 * area) / ROOT_3);
  const height = (side * ROOT_3) / 2;
  const [tip, base, x] = [(-up * 2 * height) / 3, (up * height) / 3, side / 2].map(round) as [number, number, number];
  return { whole: `M0 ${tip}L${x} ${base}H${-x}Z`, half: `M0 ${tip}V${base}H${-x}Z` };
}

function diamond(area: number): Outline {
  const r = round(Math.sqrt(area / 2));
  return { whole: `M0 ${-r}L${r} 0L0 ${r}L${-r} 0Z`, half: `M0 ${-r}V${r}L${-r} 0Z` };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** A glyph in a box of its own, for legends and tables. */
export function GlyphBox({ size = 14, ...glyph }: GlyphProps & { size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox={`${-size / 2} ${-size / 2} ${size} ${size}`}
      aria-hidden="true"
      className="glyph"
    >
      <Glyph {...glyph} />
    </svg>
  );
}
