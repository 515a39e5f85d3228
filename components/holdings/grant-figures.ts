import type { FlowView, OptionBookView } from "@/lib/services/sections/section-views";
import type { CitedFigure } from "@/lib/services/views/shapes/cited-figure";

/** Every figure of an option book that opens its rows. */
export function bookFigures({ grants }: OptionBookView): CitedFigure[] {
  return grants.flatMap(({ count, lastPrice, intrinsicValue }) => [count, lastPrice, intrinsicValue]);
}

/** Every figure of some exercise flows that opens its rows. */
export function flowFigures(flows: readonly FlowView[]): CitedFigure[] {
  return flows.flatMap(({ exercised, parts }) => [exercised, ...parts.map(({ figure }) => figure)]);
}
