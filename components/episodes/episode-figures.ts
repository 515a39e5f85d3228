import type { CitedFigure } from "@/lib/services/views/shapes/cited-figure";
import type { EpisodeView } from "@/lib/services/views/shapes/episode";

/** Every figure of an episode that opens its rows. */
export function episodeFigures(episode: EpisodeView): CitedFigure[] {
  const { exercised, withheld, returned, sold, cost, proceeds, averagePrice, spread, optionsLeft } = episode;
  return [exercised, withheld, returned, sold, cost, proceeds, averagePrice, spread, optionsLeft];
}
