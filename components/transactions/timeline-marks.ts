import type { TimelineMark } from "@/components/charts/timeline/timeline-mark";
import { addressOf } from "@/components/evidence/row-index";
import type { EpisodeView } from "@/lib/services/views/shapes/episode";
import type { RowView } from "@/lib/services/views/shapes/row";

/** What the timeline draws, and how many rows it cannot draw for want of a date. */
export interface TimelineInput {
  marks: TimelineMark[];
  undated: number;
}

const FIRST_DAY = "1990-01-01";

/**
 * Rows as timeline marks. Rows of Table II that settle into Table I are drawn once, by their Table I row; superseded rows
 * are in force no more and not drawn; dates that cannot be are off the axis and counted.
 */
export function timelineMarks(
  rows: readonly RowView[],
  episodes: readonly EpisodeView[],
  subject: "insider" | "issuer",
): TimelineInput {
  const episodeOf = episodesByRow(episodes);
  const settled = new Set(rows.filter((row) => row.table === "I").map(settlement));
  const drawn = rows.filter(
    (row) =>
      row.kind === "transaction" && row.supersededBy === null && !(row.table === "II" && settled.has(settlement(row))),
  );
  const dated = drawn.filter((row) => canBeDrawn(row));
  return {
    marks: dated.map((row) => markOf(row, episodeOf.get(addressOf(row)) ?? null, subject)),
    undated: drawn.length - dated.length,
  };
}

/** An exercise is one event in two tables: same filing, day and code. */
function settlement(row: RowView): string {
  return [row.filingId, row.tradeDate, row.code, row.transactionClass].join("|");
}

function canBeDrawn(row: RowView): row is RowView & { tradeDate: string } {
  if (row.tradeDate === null || row.tradeDate < FIRST_DAY) return false;
  return row.knownAt === null || row.tradeDate <= row.knownAt.slice(0, 10);
}

function markOf(row: RowView & { tradeDate: string }, episodeId: string | null, subject: string): TimelineMark {
  const owners = row.owners.map((owner) => owner.name ?? `CIK ${owner.cik}`).join("; ");
  return {
    id: addressOf(row),
    date: row.tradeDate,
    code: row.code,
    class: row.transactionClass,
    planned: row.plan.planned,
    planBasis: row.plan.basis,
    shares: row.shares,
    price: row.price,
    value: row.value,
    band: row.priceBand,
    who: subject === "insider" ? (row.issuer.symbol ?? row.issuer.name ?? `CIK ${row.issuer.cik}`) : owners,
    episodeId,
    isDerivative: row.table === "II",
    flag: row.flags.find((flag) => flag.outOfTotals)?.words ?? null,
  };
}

function episodesByRow(episodes: readonly EpisodeView[]): Map<string, string> {
  const byRow = new Map<string, string>();
  for (const episode of episodes) {
    for (const part of [episode.exercised, episode.withheld, episode.returned, episode.sold]) {
      for (const row of part.rows) byRow.set(addressOf(row), episode.id);
    }
  }
  return byRow;
}
