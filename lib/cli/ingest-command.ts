import type { Command } from "commander";
import { databaseUrl } from "@/lib/env";
import type { IngestSummary } from "@/lib/services/ingest/ingest-filings";
import { ingestPaths } from "@/lib/services/ingest/ingest-paths";
import type { SourceOutcome } from "@/lib/services/ingest/read-sources";
import { openStore } from "@/lib/store/client";
import { migrate } from "@/lib/store/migrate";
import { describeFailure } from "./error-output";
import { addIdentityFlags, type IdentityFlags, readIdentityFlags } from "./identity-flags";

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
    const store = await openStore(url);
    try {
      const summary = await ingestPaths(store, paths, identity, {
        now: () => new Date(),
        onOutcome: reportOutcome,
      });
      process.stdout.write(flags.json ? `${JSON.stringify(summary)}\n` : `${describeSummary(summary)}\n`);
      if (summary.failed > 0) finish(1);
    } finally {
      await store.close();
    }
  });
}

function reportOutcome(outcome: SourceOutcome): void {
  if (outcome.kind === "failed") process.stderr.write(`insider: ${describeFailure(outcome.file, outcome.error)}\n`);
  if (outcome.kind !== "prepared") return;
  for (const warning of outcome.source.warnings) {
    process.stderr.write(
      `insider: ${outcome.source.file}: warning at ${warning.path}: ${warning.message} [${warning.code}]\n`,
    );
  }
}

function describeSummary(summary: IngestSummary): string {
  const { created, replaced, unchanged, failed, skipped } = summary;
  const reasons = Object.entries(summary.reasons).map(([code, count]) => `  ${code}: ${count}`);
  return [
    `created ${created} · replaced ${replaced} · unchanged ${unchanged} · failed ${failed} · skipped ${skipped}`,
    ...reasons,
  ].join("\n");
}
