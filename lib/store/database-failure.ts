import { LedgerError } from "@/lib/errors";
import type { DatabaseTarget } from "./database-url";

/** What SQLite says of a file that is damaged, or is no database at all. */
const DAMAGED = /SQLITE_CORRUPT|SQLITE_NOTADB|disk image is malformed|file is not a database/;

/**
 * Why a database can't be opened: the file itself is damaged (`database-unreadable`), or its place is at fault
 * (`database-not-writable`).
 */
export function openingFailed(target: DatabaseTarget, cause: unknown): LedgerError {
  const reason = reasonOf(cause);
  if (DAMAGED.test(reason)) return databaseUnreadable(target, cause);
  return new LedgerError("database-not-writable", `The database ${target.display} can't be opened: ${reason}`, {
    place: { file: target.display },
    advice: "Check that the place exists and may be written, or set DATABASE_URL to another one.",
    cause,
  });
}

/** A ledger may be there, but nothing can be read of it: never to be taken for an empty place. */
export function databaseUnreadable(target: DatabaseTarget, cause: unknown): LedgerError {
  return new LedgerError("database-unreadable", `The database ${target.display} can't be read: ${reasonOf(cause)}`, {
    place: { file: target.display },
    advice:
      target.provider === "sqlite"
        ? "Check that the file is whole and may be read; if it is damaged, put a backup in its place."
        : "Check that the server is running and lets this user in, and that DATABASE_URL is right.",
    cause,
  });
}

function reasonOf(cause: unknown): string {
  return (cause instanceof Error ? cause.message.trim().split("\n").at(-1) : undefined) ?? String(cause);
}
