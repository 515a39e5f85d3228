import type { Command } from "commander";
import { databaseUrl } from "@/lib/env";
import { importPrices, type PriceImport } from "@/lib/services/prices/import-prices";
import { checkVersion, requireDatabase } from "@/lib/store/check-version";
import { openStore } from "@/lib/store/client";
import { readDatabaseUrl } from "@/lib/store/database-url";

/** `insider prices`: closing prices that the user has. Everything else works without them. */
export function addPricesCommand(program: Command, finish: (code: number) => void): void {
  program
    .command("prices")
    .description("Closing prices, if you have some: they add returns after each filing.")
    .command("import")
    .description(
      "Store daily closes. Doing it again changes nothing; rows that can't be taken are listed with their lines.",
    )
    .argument("<csv>", "a file with the columns date, close, and symbol or cik")
    .option("--json", "one line of JSON with the counts and every row not taken")
    .action(async (file: string, flags: { json?: boolean }) => {
      requireDatabase(readDatabaseUrl(databaseUrl()));
      const store = await openStore(databaseUrl());
      try {
        await checkVersion(store);
        const onWait = () => process.stderr.write("insider: another ingest is under way; waiting for it.\n");
        const result = await importPrices(store, file, { now: () => new Date(), onWait });
        process.stdout.write(flags.json ? `${JSON.stringify(result)}\n` : describeImport(file, result));
        if (result.bad.length > 0) finish(1);
      } finally {
        await store.close();
      }
    });
}

/** Lines shown of each list; `--json` has all. */
const SHOWN = 20;

function describeImport(file: string, { bad, unplaced, gaps, ...counts }: PriceImport): string {
  const { created, replaced, unchanged, duplicates } = counts;
  return [
    `created ${created} · replaced ${replaced} · unchanged ${unchanged} · duplicates ${duplicates} · bad ${bad.length}`,
    ...some(bad.map(({ line, reason }) => `${file}:${line}: ${reason}`)),
    ...some(unplaced.map(({ name, line, rows, reason }) => `${file}:${line}: ${name}, ${rows} rows: ${reason}`)),
    ...some(gaps.map(({ name, from, to, days }) => `${name}: no price between ${from} and ${to}, ${days} days`)),
    "",
  ].join("\n");
}

function some(lines: readonly string[]): string[] {
  const rest = lines.length - SHOWN;
  return rest > 0 ? [...lines.slice(0, SHOWN), `and ${rest} more (--json lists them)`] : [...lines];
}
