"use client";

import { lazy } from "react";
import { useAsOf } from "@/components/links/use-as-of";
import { Cited } from "@/components/ui/floating/cited";
import { Unknown } from "@/components/ui/unknown";
import { UNKNOWN } from "@/lib/format/unknown";
import { filingPath } from "@/lib/paths";
import { withAsOf } from "@/lib/search-params/as-of";
import type { EvidenceFigure, ListedFigure } from "./evidence-figure";
import { useEvidenceOf } from "./evidence-rows";
import { FIGURE_FORMATS, type FigureFormat } from "./figure-format";

/** Loaded with the first panel that is opened. */
const EvidencePanel = lazy(() => import("./evidence-panel").then((module) => ({ default: module.EvidencePanel })));

export interface FigureWords {
  /** What it is: "Proceeds". */
  label: string;
  /** How it comes from its rows, in a sentence. */
  rule: string;
  format: FigureFormat;
}

/** A number that opens the rows it comes from. Unknown opens its reason. */
export function EvidenceLink({ figure, ...words }: FigureWords & { figure: EvidenceFigure }) {
  return <FigureLink figure={figure} evidence={() => figure} {...words} />;
}

/** The same for a figure that names its rows by address, where the page holds the rows (`EvidenceRowsProvider`). */
export function ListedFigureLink({ figure, ...words }: FigureWords & { figure: ListedFigure }) {
  const evidence = useEvidenceOf();
  return <FigureLink figure={figure} evidence={() => evidence(figure)} {...words} />;
}

interface FigureLinkProps extends FigureWords {
  figure: Pick<ListedFigure, "value" | "note" | "rows" | "leftOut">;
  /** Asked for when the panel opens. */
  evidence: () => EvidenceFigure;
}

function FigureLink({ figure, label, rule, format, evidence }: FigureLinkProps) {
  const asOf = useAsOf();
  const first = figure.rows[0] ?? figure.leftOut[0]?.rows[0];
  const text = FIGURE_FORMATS[format](figure.value);
  if (first === undefined) {
    return figure.value === null ? <Unknown reason={figure.note ?? `${label}: not reported.`} /> : <span>{text}</span>;
  }
  return (
    <Cited
      href={withAsOf(filingPath(first.filingId, first.anchor), asOf)}
      label={`Evidence: ${label}`}
      evidence={() => <EvidencePanel title={label} text={text} rule={rule} figure={evidence()} />}
    >
      {figure.value === null ? UNKNOWN : text}
    </Cited>
  );
}
