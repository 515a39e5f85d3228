import { Cited } from "@/components/ui/floating/cited";
import { Unknown } from "@/components/ui/unknown";
import { UNKNOWN } from "@/lib/format/unknown";
import { filingPath } from "@/lib/paths";
import type { CitedFigure } from "@/lib/services/views";
import { type EvidenceFigure, evidenceOf } from "./evidence-figure";
import { EvidencePanel } from "./evidence-panel";
import type { RowIndex } from "./row-index";

interface EvidenceTextProps {
  figure: EvidenceFigure;
  /** What it is: "Proceeds". */
  label: string;
  /** How it comes from its rows, in a sentence. */
  rule: string;
  write: (value: number | null) => string;
}

/** A number that opens the rows it comes from. Unknown opens its reason. */
export function EvidenceText({ figure, label, rule, write }: EvidenceTextProps) {
  const first = figure.rows[0] ?? figure.leftOut[0]?.rows[0];
  const text = write(figure.value);
  if (first === undefined) {
    return figure.value === null ? <Unknown reason={figure.note ?? `${label}: not reported.`} /> : <span>{text}</span>;
  }
  return (
    <Cited
      href={filingPath(first.filingId, first.anchor)}
      label={`Evidence: ${label}`}
      evidence={<EvidencePanel title={label} text={text} rule={rule} figure={figure} />}
    >
      {figure.value === null ? UNKNOWN : text}
    </Cited>
  );
}

type CitedFigureTextProps = Omit<EvidenceTextProps, "figure"> & { figure: CitedFigure; rows: RowIndex };

/** The same for a figure that names its rows by address, where the page holds the rows. */
export function CitedFigureText({ figure, rows, ...rest }: CitedFigureTextProps) {
  return <EvidenceText figure={evidenceOf(figure, rows)} {...rest} />;
}
