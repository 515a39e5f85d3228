import type { EdgarSummary } from "@/lib/services/edgar/edgar-context";

/** What an operation did, for people. */
export function summaryLines(summary: EdgarSummary): string {
  const { created, replaced, unchanged, failed, skipped, listed, waiting, requests, retries, blocks, stopped } =
    summary;
  const lines = [
    `listed ${listed} · created ${created} · replaced ${replaced} · unchanged ${unchanged} · failed ${failed} · skipped ${skipped}`,
    ...Object.entries(summary.reasons).map(([code, count]) => `  ${code}: ${count}`),
    `${requests} requests, ${retries} of them again, ${blocks} refused`,
  ];
  if (stopped !== null) lines.push(`Stopped early: ${stopped}`);
  if (waiting > 0) lines.push(`${waiting} are still to be fetched: run the command again.`);
  return lines.join("\n");
}

/** Whether something was left undone: the exit code is 1 then. */
export function isIncomplete(summary: EdgarSummary): boolean {
  return summary.failed > 0 || summary.stopped !== null;
}
