import type { Command } from "commander";
import { describeFailure } from "@/lib/cli/error-output";
import { LedgerError } from "@/lib/errors";
import { isCalendarDate } from "@/lib/ownership/calendar-dates";
import { type WatchEvent, watchEdgar } from "@/lib/services/edgar/watch";
import { addConnectionFlags, type ConnectionFlags, withEdgar } from "./connection";

interface WatchFlags extends ConnectionFlags {
  every: number;
  since?: string;
}

const NOTES = `
Reads the feed of current filings every --every seconds and stores new ownership filings within a minute. After a stop or
a sleep it catches up from the daily indexes, beginning where the last watch stopped. What fails is tried again, sooner at
first, later after each failure. It runs until SIGINT or SIGTERM, finishes the batch under way, and ends with code 0; a
second signal ends it at once, and nothing is lost by that either. docs/edgar.md has a systemd unit and a compose file.`;

export function addWatchCommand(program: Command): void {
  addConnectionFlags(
    program
      .command("watch")
      .description("Follow EDGAR: store every ownership filing as it is published.")
      .option("--every <seconds>", "between two looks at the feed, 5 to 600", readSeconds, 20)
      .option("--since <date>", "also catch up from this day on, YYYY-MM-DD", readDay)
      .option("--json", "one line of JSON for each event")
      .addHelpText("after", NOTES),
  ).action((flags: WatchFlags) =>
    withEdgar({ ...flags, quiet: true }, (context, reporter) =>
      watchEdgar(context, {
        every: flags.every * 1000,
        since: flags.since ?? null,
        onEvent: (event) => {
          const at = new Date().toISOString();
          if (flags.json) process.stdout.write(`${JSON.stringify({ at, ...event })}\n`);
          else if (event.kind === "error") reporter.line(`${at} ${eventLine(event)}`);
          else process.stdout.write(`${at} ${eventLine(event)}\n`);
        },
      }),
    ),
  );
}

function eventLine(event: WatchEvent): string {
  if (event.kind === "caught-up") return `caught up: ${event.days} daily indexes read, the next from ${event.nextDay}`;
  if (event.kind === "error") {
    return `${describeFailure(null, event.error)}\n  The next try is in ${Math.ceil(event.wait / 1000)} s.`;
  }
  const { created, replaced, failed, waiting } = event.summary;
  const rest = waiting > 0 ? ` · ${waiting} waiting` : "";
  return `${event.from}: created ${created} · replaced ${replaced} · failed ${failed}${rest}`;
}

function readSeconds(text: string): number {
  const seconds = Number(text);
  if (/^\d+$/.test(text) && seconds >= 5 && seconds <= 600) return seconds;
  throw new LedgerError("seconds-malformed", `“${text}” is no number of seconds from 5 to 600.`);
}

function readDay(text: string): string {
  if (isCalendarDate(text)) return text;
  throw new LedgerError("date-malformed", `“${text}” is no day.`, { advice: "Write it like 2024-03-01." });
}
