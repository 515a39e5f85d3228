import { once } from "node:events";
import { setInterval } from "node:timers";
import type { Command } from "commander";
import { LedgerError } from "@/lib/errors";
import { FAULT_KINDS, parseFault } from "@/lib/sources/edgar/stand-in/faults";
import { type StandIn, startStandIn } from "@/lib/sources/edgar/stand-in/stand-in-server";
import { readCount } from "./sync-command";

interface StandInFlags {
  dir: string;
  port: number;
  fault?: string[];
  hold?: number;
  every: number;
  skew?: number;
  shuffleFeed?: boolean;
  log?: boolean;
}

const NOTES = `
Serves a folder of full submission texts (.txt) and data sets (2024q3_form345.zip) as EDGAR does: tickers, submissions,
full and daily indexes, filing folders, the feed of current filings. Point every EDGAR command at it with EDGAR_URL.

Faults, as <kind>:<times>, dealt out to the first requests in the given order:
${Object.entries(FAULT_KINDS)
  .map(([kind, what]) => `  ${kind.padEnd(16)} ${what}`)
  .join("\n")}

Example, in two terminals:
  insider sample --out rehearsal --filings 500
  insider edgar-stand-in --dir rehearsal --port 8800 --hold 20 --every 5 --fault forbidden:2 --fault html:3
  EDGAR_URL=http://127.0.0.1:8800 SEC_USER_AGENT="Ada ada@fern.example" insider watch --every 5

On Ctrl-C it says how many requests came, and the most within one second.`;

export function addStandInCommand(program: Command): void {
  program
    .command("edgar-stand-in")
    .description("Serve a folder of filings as EDGAR would, for rehearsals without the internet.")
    .requiredOption("--dir <folder>", "submission texts and data sets, at any depth")
    .option("--port <n>", "on 127.0.0.1; 0 for any free one", readPort, 8800)
    .option("--hold <n>", "hold the newest n filings back, and publish them one by one", readCount)
    .option("--every <seconds>", "between two publications", readCount, 10)
    .option("--fault <kind:times...>", "answer wrongly at first")
    .option("--skew <seconds>", "how far its clock is ahead", Number)
    .option("--shuffle-feed", "list the feed in another order than that of acceptance")
    .option("--log", "print each request")
    .addHelpText("after", NOTES)
    .action(serve);
}

async function serve(flags: StandInFlags): Promise<void> {
  const faults = (flags.fault ?? []).map(parseFault);
  const standIn = await startStandIn({
    folder: flags.dir,
    port: flags.port,
    holdBack: flags.hold ?? 0,
    clockSkew: (flags.skew ?? 0) * 1000,
    feed: { shuffled: flags.shuffleFeed === true },
    onRequest: (line) => {
      if (flags.log) process.stdout.write(`${line}\n`);
    },
  });
  standIn.faults.add(...faults);
  process.stdout.write(greeting(standIn));
  const publishing = setInterval(() => {
    for (const accession of standIn.archive.publish(1)) process.stdout.write(`published ${accession}\n`);
  }, flags.every * 1000);
  await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
  clearInterval(publishing);
  await standIn.close();
  const { requests, mostPerSecond } = standIn.meter;
  process.stdout.write(`${requests} requests, at most ${mostPerSecond} within one second\n`);
}

function greeting({ url, archive, datasets, skipped }: StandIn): string {
  const first = skipped.slice(0, 5).map(({ file, reason }) => `  not served: ${file}: ${reason}`);
  if (skipped.length > first.length) first.push(`  and ${skipped.length - first.length} more are not served`);
  const held = archive.held > 0 ? `, ${archive.held} held back` : "";
  return [
    `Serving ${archive.filings.length} filings${held} and ${datasets} data sets at ${url}`,
    ...first,
    `In another terminal: EDGAR_URL=${url} SEC_USER_AGENT="Your Name you@example.com" insider sync …`,
    "",
  ].join("\n");
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new LedgerError("port-malformed", `“${text}” is no port.`, { advice: "Give a number from 0 to 65535." });
}
