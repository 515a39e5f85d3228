import type { Command } from "commander";
import { databaseUrl } from "@/lib/env";
import { readDatabaseUrl } from "@/lib/store/database-url";
import { migrate } from "@/lib/store/migrate";

export function addDatabaseCommand(program: Command): void {
  const database = program.command("db").description("Look after the database that DATABASE_URL names.");
  database
    .command("migrate")
    .description("Create the database, or bring it to this version.")
    .action(async () => {
      const url = databaseUrl();
      const applied = await migrate(url);
      const { display } = readDatabaseUrl(url);
      process.stdout.write(
        applied.length === 0 ? `${display} is up to date.\n` : `${display}: applied ${applied.join(", ")}.\n`,
      );
    });
}
