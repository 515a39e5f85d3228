import { type Command, InvalidArgumentError, Option } from "commander";
import { DEMO_MARKET } from "@/lib/sample/demo-market";
import type { SampleForm } from "@/lib/sample/generate-sample";
import { writeSample } from "@/lib/sample/write-sample";

interface SampleFlags {
  filings: number;
  seed: number;
  issuers?: number;
  out: string;
  as: SampleForm;
  demo?: boolean;
}

/** `insider sample`: a fictional market with its truth, for trying and testing. */
export function addSampleCommand(program: Command): void {
  program
    .command("sample")
    .description("Write a fictional insider market and truth.json, the list of everything that is true in it.")
    .requiredOption("--out <dir>", "a new or empty folder")
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
      const written = await writeSample({ ...(demo ? DEMO_MARKET : chosen), out });
      process.stdout.write(
        `${written.filings} invented filings of ${written.issuers} issuers are in ${out}; ${written.truthFile} says what is true in them.\n`,
      );
    });
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError("It must be a whole number.");
  return Number(text);
}
