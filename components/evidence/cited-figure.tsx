import type { CitedFigure } from "@/lib/services/views/shapes/cited-figure";
import { type EvidenceFigure, listedFigure } from "./evidence-figure";
import { EvidenceLink, type FigureWords, ListedFigureLink } from "./figure-link";

/** A number that opens the rows it comes from. Unknown opens its reason. */
export function EvidenceText(props: FigureWords & { figure: EvidenceFigure }) {
  return <EvidenceLink {...props} />;
}

/**
 * The same for a figure that names its rows by address, where the page holds the rows (`EvidenceRowsProvider`). Only the
 * rows that its panel lists travel to the browser, with their number.
 */
export function CitedFigureText({ figure, ...words }: FigureWords & { figure: CitedFigure }) {
  return <ListedFigureLink figure={listedFigure(figure)} {...words} />;
}
