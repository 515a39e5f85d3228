import { isAbsolute, resolve } from "node:path";
import { LedgerError } from "@/lib/errors";

export type Provider = "sqlite" | "postgresql";

export interface DatabaseTarget {
  provider: Provider;
  /** SQLite: absolute path of the file. PostgreSQL: the connection string. */
  location: string;
  /** For messages: without a password. */
  display: string;
}

/**
 * Reads a `DATABASE_URL`: `file:<path>` (relative paths count from the working folder) or `postgresql://…`.
 * @throws LedgerError `database-url-invalid`
 */
export function readDatabaseUrl(url: string): DatabaseTarget {
  if (/^postgres(ql)?:\/\//.test(url)) {
    return { provider: "postgresql", location: url, display: url.replace(/:\/\/([^:@/]+):[^@]*@/, "://$1:…@") };
  }
  if (url.startsWith("file:")) {
    const bare = decodeURIComponent(
      url
        .slice("file:".length)
        .replace(/^\/\/(?=\/)/, "")
        .replace(/\?.*$/, ""),
    );
    if (bare !== "") {
      const path = isAbsolute(bare) ? bare : resolve(/*turbopackIgnore: true*/ process.cwd(), bare);
      return { provider: "sqlite", location: path, display: path };
    }
  }
  throw new LedgerError("database-url-invalid", `DATABASE_URL “${url}” names no database this program can use.`, {
    advice: "Use file:<path> for SQLite or postgresql://user@host/database for PostgreSQL.",
  });
}
