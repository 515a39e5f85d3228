import Table from "cli-table3";
import { type Command, InvalidArgumentError, Option } from "commander";
import { databaseUrl } from "@/lib/env";
import { isComplete, type KindComparison } from "@/lib/sample/compare-truth";
import { DEMO_MARKET } from "@/lib/sample/demo-market";
import type { SampleForm } from "@/lib/sample/generate-sample";
import { writeSample } from "@/lib/sample/write-sample";
import { checkSample, type SampleCheck } from "@/lib/services/sample-check/check-sample";
import { checkVersion, requireDatabase } from "@/lib/store/check-version";
import { openStore } from "@/lib/store/client";
import { readDatabaseUrl } from "@/lib/store/database-url";

interface SampleFlags {
  filings: number;
  seed: number;
  issuers?: number;
  out?: string;
  as: SampleForm;
  demo?: boolean;
}

/** `insider sample`: a fictional market with its truth, for trying and testing; `insider sample check` tests a database by it. */
export function addSampleCommand(program: Command, finish: (code: number) => void): void {
  const sample = program.command("sample");
  sample
    .description("Write a fictional insider market and truth.json, the list of everything that is true in it.")
    .option("--out <dir>", "a new or empty folder (required to write)")
    .option("--filings <n>", "how many filings", wholeNumber, 2_000)
    .option("--seed <n>", "the same seed and size give the same market", wholeNumber, 1)
    .option("--issuers <n>", "how many issuers (default: one for every 45 filings)", wholeNumber)
    .addOption(
      new Option("--as <form>", "the form that the filings come in")
        .choices(["submission", "xml", "dataset"])
        .default("submission"),
    )
    .option("--demo", `the demo's market: ${DEMO_MARKET.issuers} issuers, ${DEMO_MARKET.filings} filings`)
    .action(async (flags: SampleFlags) => {
      const { out, demo, ...chosen } = flags;
      // Not a required option of commander's: it would be asked of `sample check` too.
      if (out === undefined) return sample.error("error: required option '--out <dir>' not specified");
      const written = await writeSample({ ...(demo ? DEMO_MARKET : chosen), out });
      process.stdout.write(
        `${written.filings} invented filings of ${written.issuers} issuers are in ${out}; ${written.truthFile} says what is true in them.\n`,
      );
    });
  addCheckCommand(sample, finish);
}

function addCheckCommand(sample: Command, finish: (code: number) => void): void {
  sample
    .command("check")
    .description("Compare what the database that DATABASE_URL names finds in a sample with the sample's truth.json.")
    .argument("<dir>", "the folder that `insider sample --out` wrote")
    .option("--json", "one line of JSON, with every item missed or invented")
    .action(async (folder: string, flags: { json?: boolean }) => {
      const target = readDatabaseUrl(databaseUrl());
      requireDatabase(target);
      const store = await openStore(databaseUrl());
      try {
        await checkVersion(store);
        const check = await checkSample(store, folder);
        process.stdout.write(flags.json ? `${JSON.stringify(check)}\n` : describeCheck(check));
        if (!isComplete(check)) finish(1);
      } finally {
        await store.close();
      }
    });
}

/** Items shown of each kind in the table; `--json` lists all. */
const SHOWN = 3;

function describeCheck(check: SampleCheck): string {
  const table = new Table({
    head: ["kind", "planted", "found", "precision", "recall", "missed", "invented"],
    colAligns: ["left", "right", "right", "right", "right", "right", "right"],
    style: { head: [], border: [] },
  });
  for (const { kind, planted, found, precision, recall, missed, invented } of check.kinds) {
    table.push([kind, planted, found, share(precision), share(recall), missed.length, invented.length]);
  }
  const { issuers, filings, otherIssuers } = check;
  const others = otherIssuers === 0 ? "" : ` Not compared: ${otherIssuers} issuers of other sources.`;
  const scope = `${issuers} issuers; ${filings.stored} of the sample's ${filings.planted} filings are stored.${others}`;
  return `${[table.toString(), scope, ...check.kinds.flatMap(describeKind)].join("\n")}\n`;
}

/** Cut, not rounded: only what is complete reads 1. */
function share(value: number | null): string {
  return value === null ? "–" : value === 1 ? "1" : (Math.floor(value * 10_000) / 10_000).toFixed(4);
}

function describeKind({ kind, missed, invented }: KindComparison): string[] {
  const lines = [
    ...missed.map(({ key, differences }) => `${kind}: missed ${key}: ${differences?.join("; ") ?? "not found"}`),
    ...invented.map((key) => `${kind}: invented ${key}`),
  ];
  const rest = lines.length - SHOWN;
  return rest > 0 ? [...lines.slice(0, SHOWN), `${kind}: and ${rest} more (--json lists them)`] : lines;
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError("It must be a whole number.");
  return Number(text);
}
