import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

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

/** Who we are to the SEC: a name and an e-mail address; null when not set. */
export function secUserAgent(): string | null {
  return process.env.SEC_USER_AGENT?.trim() || null;
}

/** Another EDGAR than the SEC's: the stand-in, or a mirror. Null: sec.gov. */
export function edgarUrl(): string | null {
  return process.env.EDGAR_URL?.trim() || null;
}

/** Where answers of EDGAR that never change are kept. */
export function edgarCacheFolder(): string {
  const folder = process.env.EDGAR_CACHE?.trim();
  return resolve(/*turbopackIgnore: true*/ folder || join(projectFolder(), "data", "edgar-cache"));
}

/** Where all processes of this machine agree on the pace of their requests. */
export function edgarPaceFolder(): string {
  return process.env.EDGAR_PACE_FOLDER?.trim() || join(tmpdir(), "insider-ledger-edgar");
}

/** Where readers reach the dashboard: `https://ledger.example.org`. Null: the address that a request names. */
export function publicUrl(): string | null {
  return process.env.PUBLIC_URL?.trim() || null;
}
