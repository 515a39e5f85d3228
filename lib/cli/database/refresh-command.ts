import type { Command } from "commander";
import { ProgressReport } from "@/lib/cli/ingest/progress";
import { databaseUrl } from "@/lib/env";
import { formatCount } from "@/lib/format/numbers";
import { countOf } from "@/lib/format/words";
import { refreshLedger } from "@/lib/services/care/refresh-ledger";
import { derivingProgress } from "@/lib/services/ingest/ingest-filings";
import { requireVersion } from "@/lib/store/check-version";
import { readDatabaseUrl } from "@/lib/store/database-url";

interface RefreshFlags {
  all?: boolean;
  issuer?: string[];
  json?: boolean;
}

/** `insider db refresh`: derives stored results again, after the rules have changed. */
export function addRefreshCommand(database: Command): void {
  database
    .command("refresh")
    .description(
      "Derive issuers again from their stored sources: those that another version of the rules derived, and those that wait.",
    )
    .option("--all", "every issuer, whatever rules derived it")
    .option("--issuer <cik...>", "these issuers only")
    .option("--json", "one last line of JSON with the counts")
    .action(async (flags: RefreshFlags) => {
      const url = databaseUrl();
      await requireVersion(url);
      const report = new ProgressReport({ terminal: process.stderr.isTTY === true });
      try {
        const scope = flags.issuer ?? (flags.all === true ? "all" : "outdated");
        const { issuers, changed } = await refreshLedger({ target: readDatabaseUrl(url) }, scope, {
          now: () => new Date(),
          onProgress: (done, total) => report.update(derivingProgress(done, total)),
          onWait: () => report.line("insider: an ingest is under way; waiting for it to end."),
        });
        report.end();
        const said = `${countOf(issuers, "issuer")} refreshed: ${changed === 0 ? "no filing" : formatCount(changed)} differed from what was stored.`;
        process.stdout.write(`${flags.json === true ? JSON.stringify({ issuers, changed }) : said}\n`);
      } finally {
        report.end();
      }
    });
}
