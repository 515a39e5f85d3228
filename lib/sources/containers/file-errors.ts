import { LedgerError } from "@/lib/errors";
import { failed, failedBy } from "./open-context";
import type { SourceItem } from "./source-item";

/** A file system error as a `failed` item: `source-not-found`, `source-symlink-loop` or `source-unreadable`. */
export function unreadable(path: string, error: unknown): SourceItem {
  const code = systemCode(error);
  const place = { file: path };
  if (code === "ENOENT" || code === "ENOTDIR") {
    const message = `There is no file or folder ${path}.`;
    return failed(
      path,
      new LedgerError("source-not-found", message, { place, advice: "Check the path.", cause: error }),
    );
  }
  if (code === "ELOOP") return failed(path, symlinkLoop(path));
  return failedBy(path, error, "source-unreadable", "Check its permissions and that the disk is sound.");
}

export function symlinkLoop(path: string): LedgerError {
  return new LedgerError("source-symlink-loop", `${path} is a link that leads back to a folder around it.`, {
    place: { file: path },
    advice: "Remove the link, or name the folders to be read one by one.",
  });
}

function systemCode(error: unknown): string | null {
  return error instanceof Error && "code" in error ? String(error.code) : null;
}
