import type { Command } from "commander";
import { describeOutdated } from "@/lib/cli/database/status-command";
import { describeFailure } from "@/lib/cli/error-output";
import { addIdentityFlags, type IdentityFlags, readIdentityFlags } from "@/lib/cli/identity-flags";
import { databaseUrl } from "@/lib/env";
import { LedgerError } from "@/lib/errors";
import { countOutdated } from "@/lib/services/care/refresh-ledger";
import type { IngestSummary } from "@/lib/services/ingest/ingest-filings";
import { ingestPaths } from "@/lib/services/ingest/ingest-paths";
import { readDatabaseUrl } from "@/lib/store/database-url";
import { migrate } from "@/lib/store/migrate";
import { LimitedLines } from "./limited-lines";
import { ProgressReport } from "./progress";
import { summaryTable } from "./summary-table";

interface IngestFlags extends IdentityFlags {
  json?: boolean;
}

export function addIngestCommand(program: Command, finish: (code: number) => void): void {
  addIdentityFlags(
    program
      .command("ingest")
      .description(
        "Store filings. Creates and updates the database that DATABASE_URL names; doing it again changes nothing.",
      )
      .argument("<paths...>", "files, folders, archives, data sets, or - for standard input")
      .option("--json", "one last line of JSON with the counts"),
  ).action(async (paths: string[], flags: IngestFlags) => {
    const identity = readIdentityFlags(flags);
    const url = databaseUrl();
    await migrate(url);
    const target = readDatabaseUrl(url);
    const report = new ProgressReport({ terminal: process.stderr.isTTY === true });
    const lines = new LimitedLines((text) => report.line(text));
    try {
      const summary = await ingestPaths({ target }, paths, identity, {
        now: () => new Date(),
        onOutcome: (outcome, warnings) => {
          if (outcome.kind === "failed") lines.add(outcome.error.code, describeFailure(outcome.file, outcome.error));
          const file = outcome.kind === "prepared" ? outcome.source.file : outcome.file;
          for (const { code, path, message } of warnings) {
            lines.add(code, `${file}: warning at ${path}: ${message} [${code}]`);
          }
        },
        onProgress: report.update,
        onWait: () => report.line("insider: another ingest is under way; waiting for it to end."),
      });
      report.end();
      lines.end();
      process.stdout.write(flags.json ? `${JSON.stringify(summary)}\n` : `${summaryTable(summary)}\n`);
      requireDocuments(summary, paths);
      const outdated = await countOutdated({ target });
      if (outdated > 0) process.stderr.write(`insider: ${describeOutdated(outdated)}\n`);
      if (summary.failed > 0) finish(1);
    } finally {
      report.end();
    }
  });
}

/** @throws LedgerError `no-documents` */
function requireDocuments(summary: IngestSummary, paths: readonly string[]): void {
  const { created, replaced, unchanged, failed, skipped } = summary;
  if (created + replaced + unchanged + failed > 0) return;
  const passed = skipped === 0 ? "" : ` (${skipped} files of other kinds were passed over)`;
  throw new LedgerError("no-documents", `There is no filing under ${paths.join(", ")}${passed}.`, {
    advice: "Name files, folders or archives that hold ownership filings: XML, submission texts, HTML, data sets.",
  });
}
