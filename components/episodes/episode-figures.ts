import type { CitedFigure, EpisodeView } from "@/lib/services/views";

/** Every figure of an episode that opens its rows. */
export function episodeFigures(episode: EpisodeView): CitedFigure[] {
  const { exercised, withheld, returned, sold, cost, proceeds, averagePrice, spread, optionsLeft } = episode;
  return [exercised, withheld, returned, sold, cost, proceeds, averagePrice, spread, optionsLeft];
}
