import type { CitedFigure, PartyRef } from "./cited-figure";

export interface EpisodeView {
  id: string;
  issuer: PartyRef & { symbol: string | null };
  owners: PartyRef[];
  date: string;
  securityTitle: string | null;
  /** `vest`, `exchange`, `mixed` or `option exercise`. */
  type: string;
  /** `sale`, `stock-funded hold`, `cash settlement`, `cash hold`. */
  outcome: string;
  exercised: CitedFigure;
  withheld: CitedFigure;
  returned: CitedFigure;
  sold: CitedFigure;
  cost: CitedFigure;
  proceeds: CitedFigure;
  averagePrice: CitedFigure;
  spread: CitedFigure;
  /** Parts of 1; null when not known. */
  retention: { days: 0 | 30 | 365; value: number | null }[];
  /** Days from the exercise to the expiry of the option. */
  daysToExpiry: number | null;
  optionsLeft: CitedFigure;
  /** All of it, some of it, or none under a plan; null unknown. */
  planned: boolean | null;
  notes: string[];
}
