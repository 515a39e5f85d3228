import type { Command } from "commander";
import { countTable } from "@/lib/cli/ingest/summary-table";
import { databaseUrl } from "@/lib/env";
import { formatInstant } from "@/lib/format/dates";
import { formatCount } from "@/lib/format/numbers";
import { countOf } from "@/lib/format/words";
import { getStatus, type StatusView } from "@/lib/services/care/get-status";
import type { CountOf, RunRecord } from "@/lib/store/care/read-status";
import { requireVersion } from "@/lib/store/check-version";
import { readDatabaseUrl } from "@/lib/store/database-url";

/** Said where stored results are older than the program. */
export function describeOutdated(issuers: number): string {
  const whose = issuers === 1 ? "1 issuer was" : `${formatCount(issuers)} issuers were`;
  return `${whose} derived by other rules than this program's: insider db refresh brings them up to date.`;
}

/** Failed documents that are listed one by one. */
const LISTED = 20;

export function addStatusCommand(program: Command): void {
  program
    .command("status")
    .description("What is stored: filings by form and quarter, sources, failures, size, data version, last ingest.")
    .option("--json", "everything as one line of JSON")
    .action(async (flags: { json?: boolean }) => {
      const url = databaseUrl();
      await requireVersion(url);
      const status = await getStatus({ target: readDatabaseUrl(url) });
      process.stdout.write(flags.json ? `${JSON.stringify(status)}\n` : `${describeStatus(status)}\n`);
    });
}

function describeStatus(status: StatusView): string {
  const { filings, rows, issuers, insiders, bytes } = status;
  return [
    `${status.database}, ${formatCount(Math.round(bytes / 1_000_000))} MB, data version ${status.dataVersion}`,
    `${countOf(filings, "filing")} with ${countOf(rows, "row")} of ${countOf(issuers, "issuer")} and ${countOf(insiders, "insider")}`,
    ...(filings === 0 ? [] : [`known from ${formatInstant(status.first)} to ${formatInstant(status.last)}`]),
    ...section("By form", status.forms),
    ...section("By quarter", status.quarters),
    ...section("Source documents", status.sources),
    ...failures(status),
    "",
    ...lastRun(status),
  ].join("\n");
}

function section(title: string, counts: readonly CountOf[]): string[] {
  if (counts.length === 0) return [];
  return ["", title, indented(countTable(counts.map(({ name, count }) => [name, count])))];
}

function indented(text: string): string {
  return text.replace(/^/gm, "  ");
}

function failures(status: StatusView): string[] {
  if (status.failed === 0) return ["", "No document has failed."];
  const listed = status.failedDocuments.slice(0, LISTED).map(({ source, message }) => `  ${source}: ${message}`);
  const rest = status.failed - listed.length;
  return [
    ...section("Failed documents (insider retry reads them again)", status.failures),
    ...listed,
    ...(rest > 0 ? [`  … and ${formatCount(rest)} more: insider status --json lists all.`] : []),
  ];
}

function lastRun(status: StatusView): string[] {
  const lines = status.lastRun === null ? ["Nothing was ingested yet."] : describeRun(status.lastRun, status.ingesting);
  if (status.waitingIssuers > 0 && !status.ingesting) {
    lines.push(`${countOf(status.waitingIssuers, "issuer")} wait to be derived: run the ingest again to complete it.`);
  }
  if (status.outdatedIssuers > 0) lines.push(describeOutdated(status.outdatedIssuers));
  return lines;
}

function describeRun(run: RunRecord, ingesting: boolean): string[] {
  const end =
    run.finishedAt === null ? (ingesting ? "under way" : "ended before its end") : formatInstant(run.finishedAt);
  const { created, replaced, unchanged, failed, skipped } = run;
  return [
    `Last ingest ${formatInstant(run.startedAt)} – ${end}`,
    `  created ${created} · replaced ${replaced} · unchanged ${unchanged} · failed ${failed} · skipped ${skipped}`,
    ...run.notices.map((notice) => `  ${notice}`),
  ];
}
