import type { Episode } from "@/lib/analytics/exercise/episode";
import { type ExerciseFlow, exerciseFlows, FLOW_PARTS } from "@/lib/analytics/exercise/exercise-flow";
import type { FiledRow, FilingFacts } from "@/lib/analytics/rows/filed-row";
import { issuerRef, rowRef } from "../views/rows/row-view";
import type { CitedFigure } from "../views/shapes/cited-figure";
import type { FlowView } from "./section-views";

/** Where exercised shares went, by class, the largest first. */
export function flowViews(episodes: readonly Episode[], filings: readonly FilingFacts[]): FlowView[] {
  return exerciseFlows(episodes, filings)
    .sort((a, b) => b.exercised - a.exercised)
    .flatMap(flowView);
}

function flowView(flow: ExerciseFlow): FlowView[] {
  const rows = flow.episodes.filter((one) => !flow.leftOut.includes(one)).flatMap((one) => one.exercised.rows);
  const filing = flow.episodes[0]?.exercised.rows[0]?.filing;
  if (filing === undefined) return [];
  const isKnown = flow.leftOut.length < flow.episodes.length;
  return [
    {
      issuer: issuerRef(filing),
      securityTitle: flow.securityTitle,
      exercised: isKnown ? figure(flow.exercised, rows) : NOT_KNOWN,
      parts: FLOW_PARTS.map((part) => ({
        part,
        figure: isKnown ? figure(flow.parts[part].shares, flow.parts[part].rows) : NOT_KNOWN,
      })),
      episodes: flow.episodes.length,
      episodesLeftOut: flow.leftOut.length,
    },
  ];
}

/** Every episode is left out: nothing adds up to 0. */
const NOT_KNOWN: CitedFigure = { value: null, rows: [], note: "No episode’s shares are known.", leftOut: [] };

function figure(value: number, rows: readonly FiledRow[]): CitedFigure {
  return { value, rows: rows.map(rowRef), note: null, leftOut: [] };
}
