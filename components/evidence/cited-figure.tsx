import { Cited } from "@/components/ui/floating/cited";
import { Unknown } from "@/components/ui/unknown";
import { UNKNOWN } from "@/lib/format/unknown";
import { filingPath } from "@/lib/paths";
import type { CitedFigure } from "@/lib/services/views";
import { EvidencePanel } from "./evidence-panel";
import type { RowIndex } from "./row-index";

interface CitedFigureProps {
  figure: CitedFigure;
  /** What it is: "Proceeds". */
  label: string;
  /** How it comes from its rows, in a sentence. */
  rule: string;
  /** Writes the value; full figures, the panel repeats them. */
  write: (value: number | null) => string;
  /** Writes it on the page, where that is shorter than in full. */
  writeShort?: (value: number | null) => string;
  rows: RowIndex;
  className?: string;
}

/** A number that opens the rows it comes from. Unknown opens its reason. */
export function CitedFigureText({ figure, label, rule, write, writeShort, rows, className }: CitedFigureProps) {
  const first = figure.rows[0] ?? figure.leftOut[0]?.rows[0];
  const text = write(figure.value);
  if (first === undefined) {
    return figure.value === null ? <Unknown reason={figure.note ?? `${label}: not reported.`} /> : <span>{text}</span>;
  }
  return (
    <Cited
      href={filingPath(first.filingId, first.anchor)}
      label={`Evidence: ${label}`}
      className={`evidence ${className ?? ""}`}
      evidence={<EvidencePanel title={label} text={text} rule={rule} figure={figure} rows={rows} />}
    >
      {figure.value === null ? UNKNOWN : (writeShort ?? write)(figure.value)}
    </Cited>
  );
}
