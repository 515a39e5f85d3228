import { Legend, type LegendItem } from "../frame/legend";
import { GlyphBox } from "../glyphs/glyph";
import type { TimelinePlan, TimelinePoint } from "./plan-timeline";
import { letterOf, type TimelineMeasure } from "./timeline-mark";

interface Entry extends LegendItem {
  has: (point: TimelinePoint) => boolean;
}

const isTrade = ({ shape }: TimelinePoint) => shape === "buy" || shape === "sale";

const ENTRIES: readonly Entry[] = [
  {
    label: "purchase",
    mark: <GlyphBox shape="buy" plan="not-planned" />,
    has: ({ shape }) => shape === "buy",
  },
  { label: "sale", mark: <GlyphBox shape="sale" plan="not-planned" />, has: ({ shape }) => shape === "sale" },
  {
    label: "exercise or conversion, joined to what was sold or withheld",
    mark: <GlyphBox shape="exercise" plan="not-planned" />,
    has: ({ shape }) => shape === "exercise",
  },
  {
    label: "hollow: planned (10b5-1)",
    mark: <GlyphBox shape="sale" plan="planned" />,
    has: (point) => isTrade(point) && point.plan === "planned",
  },
  {
    label: "dashed: planned by the filing’s checkbox only",
    mark: <GlyphBox shape="sale" plan="planned-by-box" />,
    has: (point) => isTrade(point) && point.plan === "planned-by-box",
  },
  {
    label: "half filled: plan not reported",
    mark: <GlyphBox shape="sale" plan="unknown" />,
    has: (point) => isTrade(point) && point.plan === "unknown",
  },
  {
    label: "dotted: price not given",
    mark: <GlyphBox shape="sale" plan="unknown" isOutline />,
    has: ({ place }) => place === "no-amount",
  },
  {
    label: "other codes: a tick a day, in the row of its letter",
    mark: <GlyphBox shape="letter" plan="unknown" />,
    has: ({ shape }) => shape === "letter",
  },
  {
    label: "flagged: shown as filed, in no total",
    mark: <span className="font-mono">!</span>,
    has: ({ shape, mark }) => shape === "letter" && letterOf(mark) === "!",
  },
];

const BAND: LegendItem = {
  label: "price range from a footnote, with the average",
  mark: (
    <svg width="14" height="14" aria-hidden="true" className="shrink-0">
      <path d="M7 1v12M4 1h6M4 13h6M1 6h12" stroke="var(--sale)" strokeWidth="1.25" fill="none" />
    </svg>
  ),
};

interface TimelineLegendProps {
  plan: TimelinePlan;
  measure: TimelineMeasure;
  /** What the price line is, where there is one. */
  closesNote?: string;
}

/** Only what this timeline holds. */
export function TimelineLegend({ plan, measure, closesNote }: TimelineLegendProps) {
  const items: LegendItem[] = ENTRIES.filter(({ has }) => plan.points.some(has));
  const hasBand = measure === "price" && plan.points.some(({ mark }) => mark.band !== null);
  const size: LegendItem = { label: "larger mark: larger value (area ∝ √value)", mark: null };
  const line = plan.closes.length < 2 ? [] : [{ label: closesNote ?? "daily closes", mark: <PriceLineSample /> }];
  return <Legend items={[...items, ...(hasBand ? [BAND] : []), ...line, size]} />;
}

function PriceLineSample() {
  return (
    <svg width="18" height="10" aria-hidden="true" className="shrink-0">
      <path d="M0 7L5 3 9 6 18 2" fill="none" stroke="var(--ink-3)" strokeWidth="1.1" />
    </svg>
  );
}
