import { resolve } from "node:path";

/** Settings that come from the environment, each read in one place. */
export function databaseUrl(): string {
  const url = process.env.DATABASE_URL?.trim();
  if (url) return url;
  return `file:${resolve(/*turbopackIgnore: true*/ process.env.INSIDER_HOME ?? process.cwd(), "data", "ledger.db")}`;
}

/** The project's own folder, where the migrations are. */
export function projectFolder(): string {
  return process.env.INSIDER_HOME ?? process.cwd();
}
