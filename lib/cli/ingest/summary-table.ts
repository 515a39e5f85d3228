import Table from "cli-table3";
import { formatCount } from "@/lib/format/numbers";
import type { IngestSummary } from "@/lib/services/ingest/ingest-filings";

const PLAIN = {
  top: "",
  "top-mid": "",
  "top-left": "",
  "top-right": "",
  bottom: "",
  "bottom-mid": "",
  "bottom-left": "",
  "bottom-right": "",
  left: "",
  "left-mid": "",
  mid: "",
  "mid-mid": "",
  right: "",
  "right-mid": "",
  middle: "  ",
};

/** Lines of names and counts, the counts right-aligned, without a frame. */
export function countTable(rows: readonly (readonly [name: string, count: number])[]): string {
  const table = new Table({
    chars: PLAIN,
    style: { "padding-left": 0, "padding-right": 0, head: [], border: [] },
    colAligns: ["left", "right"],
  });
  table.push(...rows.map(([name, count]) => [name, formatCount(count)]));
  return table.toString();
}

/** What an ingest did: filings by outcome, failures and warnings by reason. */
export function summaryTable(summary: IngestSummary): string {
  const { created, replaced, unchanged, failed, skipped, warnings } = summary;
  const rows: [string, number][] = [
    ["created", created],
    ["replaced", replaced],
    ["unchanged", unchanged],
    ["failed", failed],
    ...byName(summary.reasons),
    ["skipped", skipped],
  ];
  if (warnings > 0) rows.push(["warnings", warnings], ...byName(summary.warningCodes));
  return countTable(rows);
}

function byName(counts: Record<string, number>): [string, number][] {
  return Object.entries(counts)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, count]) => [`  ${name}`, count]);
}
