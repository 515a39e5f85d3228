import type { Command } from "commander";
import { LedgerError } from "@/lib/errors";
import { isCalendarDate } from "@/lib/ownership/calendar-dates";
import { normaliseCik } from "@/lib/ownership/identity";
import { type SyncedParty, syncParties } from "@/lib/services/edgar/sync-parties";
import { addConnectionFlags, type ConnectionFlags, withEdgar } from "./connection";
import { isIncomplete, summaryLines } from "./summary-lines";

interface SyncFlags extends ConnectionFlags {
  since?: string;
  insider?: string[];
  limit?: number;
  retry?: boolean;
}

const EXAMPLES = `
Examples:
  insider sync QLYS                          the whole history of an issuer, then only what is new
  insider sync AAPL 1318605 --since 2020-01-01
  insider sync --insider 1254781             a person's filings at all issuers
  insider sync QLYS --limit 50               the newest fifty
  insider sync --retry                       what failed before, of whatever command

A filing whose submission text the ledger holds is not fetched again. What fails is listed, counted and kept in the
queue: the next sync of the same party, insider sync --retry and insider watch try it again.`;

export function addSyncCommand(program: Command, finish: (code: number) => void): void {
  addConnectionFlags(
    program
      .command("sync")
      .description("Fetch every ownership filing of issuers or insiders from EDGAR and store it.")
      .argument("[issuers...]", "tickers or CIKs")
      .option("--insider <cik...>", "CIKs of insiders: their filings at all issuers")
      .option("--since <date>", "filed on this day or later, YYYY-MM-DD", readDate)
      .option("--limit <n>", "the most filings to fetch, the newest first", readCount)
      .option("--retry", "also what is left in the queue from earlier runs")
      .option("--json", "one last line of JSON with the counts")
      .addHelpText("after", EXAMPLES),
  ).action(async (issuers: string[], flags: SyncFlags) => {
    const insiders = (flags.insider ?? []).map(readCik);
    if (issuers.length + insiders.length === 0 && flags.retry !== true) {
      throw new LedgerError("nothing-to-sync", "No issuer and no insider was named.", {
        advice: "Name a ticker or CIK, --insider <cik>, or --retry. See insider sync --help.",
      });
    }
    await withEdgar(flags, async (context, reporter) => {
      const { since = null, limit = null, retry = false } = flags;
      const { summary, parties } = await syncParties(context, { issuers, insiders, since, limit, retry });
      reporter.end();
      for (const party of parties)
        if (party.error !== null || flags.json !== true) process.stderr.write(partyLine(party));
      process.stdout.write(flags.json ? `${JSON.stringify(summary)}\n` : `${summaryLines(summary)}\n`);
      if (isIncomplete(summary)) finish(1);
    });
  });
}

function partyLine({ word, cik, name, listed, error }: SyncedParty): string {
  if (error === null) return `${word}: ${name} (CIK ${cik}), ${listed} ownership filings listed\n`;
  const advice = error.advice === null ? "" : `\n  → ${error.advice}`;
  return `insider: ${word}: ${error.message} [${error.code}]${advice}\n`;
}

function readDate(text: string): string {
  if (isCalendarDate(text)) return text;
  throw new LedgerError("date-malformed", `“${text}” is no day.`, { advice: "Write it like 2024-03-01." });
}

/** A whole number above zero. @throws LedgerError `count-malformed` */
export function readCount(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new LedgerError("count-malformed", `“${text}” is no whole number above zero.`);
}

function readCik(text: string): string {
  const cik = normaliseCik(text);
  if (cik !== null) return cik;
  throw new LedgerError("cik-malformed", `“${text}” is no CIK.`, {
    advice: "An insider is named by the CIK of up to ten digits; insider pages and filings show it.",
  });
}
