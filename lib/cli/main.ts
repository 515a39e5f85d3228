import { Command, CommanderError } from "commander";
import { addDatabaseCommand } from "./database/database-command";
import { addRetryCommand } from "./database/retry-command";
import { addStatusCommand } from "./database/status-command";
import { addBackfillCommand } from "./edgar/backfill-command";
import { addStandInCommand } from "./edgar/stand-in-command";
import { addSyncCommand } from "./edgar/sync-command";
import { addWatchCommand } from "./edgar/watch-command";
import { reportError } from "./error-output";
import { addIngestCommand } from "./ingest/ingest-command";
import { addParseCommand } from "./parse-command";
import { addPricesCommand } from "./prices-command";
import { addSampleCommand } from "./sample-command";

/** Runs the command line. Returns the exit code: 0 done, 1 something failed, 2 the command was not understood. */
export async function main(words: readonly string[]): Promise<number> {
  const outcome = { code: 0 };
  const program = new Command("insider")
    .description("Reads, stores and checks SEC insider filings (Forms 3, 4 and 5).")
    .exitOverride()
    .showHelpAfterError("(insider --help lists the commands)");
  const finish = (code: number) => {
    outcome.code = Math.max(outcome.code, code);
  };
  addParseCommand(program, finish);
  addIngestCommand(program, finish);
  addSampleCommand(program, finish);
  addPricesCommand(program, finish);
  addSyncCommand(program, finish);
  addBackfillCommand(program, finish);
  addWatchCommand(program);
  addStandInCommand(program);
  addStatusCommand(program);
  addRetryCommand(program, finish);
  addDatabaseCommand(program, finish);
  // A command's own failure leaves here too, so that every one ends in one clear message.
  for (const command of program.commands) command.exitOverride();
  try {
    await program.parseAsync([...words], { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    reportError(error);
    return 1;
  }
  return outcome.code;
}
