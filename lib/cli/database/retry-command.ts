import type { Command } from "commander";
import { describeFailure } from "@/lib/cli/error-output";
import { LimitedLines } from "@/lib/cli/ingest/limited-lines";
import { countTable } from "@/lib/cli/ingest/summary-table";
import { databaseUrl } from "@/lib/env";
import { countOf } from "@/lib/format/words";
import { retryFailed } from "@/lib/services/care/retry-failed";
import { requireVersion } from "@/lib/store/check-version";
import { openStore } from "@/lib/store/client";

export function addRetryCommand(program: Command, finish: (code: number) => void): void {
  program
    .command("retry")
    .description(
      "Read every failed document again, with the options it was given. What succeeds leaves the failed list.",
    )
    .option("--json", "one last line of JSON with the counts")
    .action(async (flags: { json?: boolean }) => {
      const url = databaseUrl();
      await requireVersion(url);
      const store = await openStore(url);
      const lines = new LimitedLines((line) => process.stderr.write(`${line}\n`));
      try {
        const summary = await retryFailed(store, {
          now: () => new Date(),
          onOutcome: (outcome) => {
            if (outcome.kind === "failed") lines.add(outcome.error.code, describeFailure(outcome.file, outcome.error));
          },
          onWait: () => process.stderr.write("insider: another ingest is under way; waiting for it to end.\n"),
        });
        lines.end();
        for (const source of summary.missing) process.stderr.write(`insider: ${source} is no longer there.\n`);
        if (summary.fromEdgar.length > 0) {
          const filings = countOf(summary.fromEdgar.length, "filing");
          process.stderr.write(
            `insider: ${filings} failed to come from EDGAR: insider sync --retry fetches them again.\n`,
          );
        }
        const { created, replaced, unchanged, failed, missing, fromEdgar } = summary;
        const rows = Object.entries({ created, replaced, unchanged, failed, missing: missing.length });
        if (fromEdgar.length > 0) rows.push(["from EDGAR", fromEdgar.length]);
        process.stdout.write(flags.json ? `${JSON.stringify(summary)}\n` : `${countTable(rows)}\n`);
        if (failed + missing.length + fromEdgar.length > 0) finish(1);
      } finally {
        await store.close();
      }
    });
}
