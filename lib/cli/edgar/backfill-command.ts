import Table from "cli-table3";
import type { Command } from "commander";
import { type BackfillResult, backfillDatasets } from "@/lib/services/edgar/backfill-datasets";
import { backfillDays } from "@/lib/services/edgar/backfill-days";
import { type PeriodCoverage, type QuarterCoverage, readCoverage } from "@/lib/services/edgar/coverage";
import type { EdgarContext } from "@/lib/services/edgar/edgar-context";
import {
  FIRST_DATASET,
  firstDay,
  newYorkDay,
  parseDayOrQuarter,
  parseQuarter,
  previousQuarter,
  quarterOf,
} from "@/lib/services/edgar/quarters";
import { addConnectionFlags, type ConnectionFlags, withEdgar } from "./connection";
import { isIncomplete, summaryLines } from "./summary-lines";

interface BackfillFlags extends ConnectionFlags {
  from?: string;
  to?: string;
  daily?: boolean;
  coverage?: boolean;
}

const EXAMPLES = `
Examples:
  insider backfill --from 2006q1             every quarterly data set, ZIP by ZIP
  insider backfill --from 2024q1 --to 2024q4
  insider backfill --daily                   this quarter by daily index and submission text
  insider backfill --daily --from 2026-10-01 --to 2026-10-31
  insider backfill --coverage --from 2024q1  what is stored, missing and failed, against EDGAR's own indexes
  insider backfill --coverage --daily        the same day by day

Run it again after a stop of any kind: what is done is passed over, what failed is tried again. Data sets come out some
weeks after their quarter and are rounded to two decimals; submission texts take their place where they are fetched.
--coverage reads one index of some 40 MB for each quarter.`;

export function addBackfillCommand(program: Command, finish: (code: number) => void): void {
  addConnectionFlags(
    program
      .command("backfill")
      .description("Fill the ledger with all issuers' filings, from the SEC's data sets or day by day.")
      .option("--from <quarter>", "first quarter, 2006q1; with --daily also a day, 2026-10-01")
      .option("--to <quarter>", "last quarter or day")
      .option("--daily", "by daily form index and submission text: for the newest weeks")
      .option("--coverage", "fetch nothing; compare the ledger with EDGAR's indexes")
      .option("--json", "one last line of JSON")
      .addHelpText("after", EXAMPLES),
  ).action((flags: BackfillFlags) =>
    withEdgar(flags, async (context) => {
      if (flags.coverage) await showCoverage(context, flags, finish);
      else if (flags.daily) await runDays(context, flags, finish);
      else await runDatasets(context, flags, finish);
    }),
  );
}

function today(context: EdgarContext): string {
  return newYorkDay(context.client.clock.now());
}

async function runDatasets(context: EdgarContext, flags: BackfillFlags, finish: (code: number) => void): Promise<void> {
  const from = parseQuarter(flags.from ?? FIRST_DATASET);
  const to = parseQuarter(flags.to ?? previousQuarter(quarterOf(today(context))));
  const result = await backfillDatasets(context, from, to);
  if (flags.json !== true) process.stderr.write(quarterLines(result));
  process.stdout.write(flags.json ? `${JSON.stringify(result.summary)}\n` : `${summaryLines(result.summary)}\n`);
  if (isIncomplete(result.summary)) finish(1);
}

function quarterLines({ quarters }: BackfillResult): string {
  return quarters
    .filter((quarter) => !quarter.unchanged)
    .map(({ period, status, listed, failed, code, message }) => {
      const why = code === null ? "" : ` [${code}]${message === null ? "" : ` ${message}`}`;
      return `${period}: ${status}, ${listed} filings, ${failed} failed${why}\n`;
    })
    .join("");
}

async function runDays(context: EdgarContext, flags: BackfillFlags, finish: (code: number) => void): Promise<void> {
  const now = today(context);
  const from = flags.from === undefined ? firstDay(quarterOf(now)) : parseDayOrQuarter(flags.from, "first");
  const to = flags.to === undefined ? now : parseDayOrQuarter(flags.to, "last");
  const summary = await backfillDays(context, from, to < now ? to : now);
  process.stdout.write(flags.json ? `${JSON.stringify(summary)}\n` : `${summaryLines(summary)}\n`);
  if (isIncomplete(summary)) finish(1);
}

async function showCoverage(
  context: EdgarContext,
  flags: BackfillFlags,
  finish: (code: number) => void,
): Promise<void> {
  const last = quarterOf(today(context));
  const from = flags.from === undefined ? last : quarterOf(parseDayOrQuarter(flags.from, "first"));
  const to = flags.to === undefined ? last : quarterOf(parseDayOrQuarter(flags.to, "last"));
  const coverage = await readCoverage(context, from, to);
  process.stdout.write(
    flags.json ? `${JSON.stringify(coverage)}\n` : `${coverageTable(coverage, flags.daily === true)}\n`,
  );
  if (coverage.some((quarter) => quarter.error !== null)) finish(1);
}

function coverageTable(coverage: readonly QuarterCoverage[], daily: boolean): string {
  const table = new Table({
    head: ["period", "listed", "stored", "without text", "failed", "missing"],
    colAligns: ["left", "right", "right", "right", "right", "right"],
    style: { head: [], border: [] },
  });
  for (const quarter of coverage) {
    if (quarter.error === null) table.push(cells(quarter));
    else table.push([quarter.period, { colSpan: 5, content: quarter.error }]);
    if (daily) for (const day of quarter.days) table.push(cells(day));
  }
  return table.toString();
}

function cells({ period, listed, stored, withoutSubmission, failed, missing }: PeriodCoverage): (string | number)[] {
  return [period, listed, stored, withoutSubmission, failed, missing];
}
