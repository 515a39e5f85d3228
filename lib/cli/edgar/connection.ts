import type { Command } from "commander";
import { describeError, describeFailure } from "@/lib/cli/error-output";
import { databaseUrl, edgarCacheFolder, edgarPaceFolder, edgarUrl, secUserAgent } from "@/lib/env";
import type { EdgarContext } from "@/lib/services/edgar/edgar-context";
import { EdgarClient } from "@/lib/sources/edgar/network/edgar-client";
import { openStore } from "@/lib/store/client";
import { migrate } from "@/lib/store/migrate";
import { Reporter } from "./reporter";

export interface ConnectionFlags {
  userAgent?: string;
  json?: boolean;
  quiet?: boolean;
}

const ENVIRONMENT_HELP = `
Environment:
  SEC_USER_AGENT    who you are: a name and an e-mail address. Required (or --user-agent): the SEC blocks programs
                    that don't say. Example: SEC_USER_AGENT="Fern Gully Research ada@fern.example"
  EDGAR_URL         another EDGAR, for rehearsals: see insider edgar-stand-in --help
  EDGAR_CACHE       where fetched filings are kept (data/edgar-cache in the project's folder)
  EDGAR_PACE_FOLDER where all processes of this machine keep to eight requests a second together
  DATABASE_URL      the ledger`;

/** The flags of every command that asks EDGAR. */
export function addConnectionFlags(command: Command): Command {
  return command
    .option("--user-agent <text>", "who you are, with an e-mail address; goes before SEC_USER_AGENT")
    .option("--quiet", "no progress")
    .addHelpText("after", ENVIRONMENT_HELP);
}

/**
 * Runs an operation on the live connection: opens client and ledger, ends on SIGINT and SIGTERM after the batch that is
 * under way, closes everything. @throws LedgerError what the client and the store throw
 */
export async function withEdgar(
  flags: ConnectionFlags,
  operation: (context: EdgarContext, reporter: Reporter) => Promise<void>,
): Promise<void> {
  const stop = new AbortController();
  const reporter = new Reporter(flags.quiet !== true && process.stderr.isTTY === true);
  const client = new EdgarClient({
    userAgent: flags.userAgent ?? secUserAgent(),
    url: edgarUrl(),
    cacheFolder: edgarCacheFolder(),
    paceFolder: edgarPaceFolder(),
    signal: stop.signal,
    onRetry: ({ why, wait }) => reporter.line(`${why} Trying again in ${Math.ceil(wait / 1000)} s.`),
  });
  const url = databaseUrl();
  await migrate(url);
  const store = await openStore(url);
  const release = onStopSignals(() => {
    reporter.line("Stopping; what was fetched is kept.");
    stop.abort(new Error("stopped"));
  });
  try {
    await operation(
      {
        store,
        client,
        signal: stop.signal,
        onProgress: (progress) => reporter.progress(progress),
        onOutcome: (outcome) => {
          if (outcome.kind === "failed") reporter.line(describeFailure(outcome.file, outcome.error));
        },
        onWarning: (file, warning) => reporter.line(`${file}: warning at ${warning.path}: ${warning.message}`),
        onWait: () => reporter.line("Waiting for another ingest to end."),
      },
      reporter,
    );
  } catch (error) {
    // Being told to stop is no failure.
    if (!stop.signal.aborted) throw error;
    if (error !== stop.signal.reason) reporter.line(describeError(error));
  } finally {
    release();
    reporter.end();
    client.close();
    await store.close();
  }
}

/** The first signal asks, a second one ends the process at once. */
function onStopSignals(stop: () => void): () => void {
  const signals = ["SIGINT", "SIGTERM"] as const;
  const once = (): void => {
    for (const signal of signals) process.removeListener(signal, once);
    stop();
  };
  for (const signal of signals) process.on(signal, once);
  return () => {
    for (const signal of signals) process.removeListener(signal, once);
  };
}
