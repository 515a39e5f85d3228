import type { Dirent } from "node:fs";
import { statSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { kindByName } from "@/lib/sources/containers/file-kinds";

/** What an ingest is going to read, for a progress bar. */
interface InputSize {
  /** Documents; null where only reading tells: archives, data sets. */
  documents: number | null;
  /** Bytes of all files, only where documents can't be counted; null where there is no end to be known: pipes. */
  bytes: number | null;
}

/** Counts what the paths hold, by names and sizes alone: nothing is opened. */
export async function countSources(paths: readonly string[]): Promise<InputSize> {
  const documents = await sum(paths, (path) => documentsOf(path));
  return { documents, bytes: documents === null ? await sum(paths, (path) => bytesOf(path)) : null };
}

async function documentsOf(path: string): Promise<number | null> {
  const kind = entryKind(path);
  if (kind === "folder") return inFolder(path, (entry) => (kindByName(entry.name) === "document" ? 1 : null));
  if (kind === "other") return null;
  const name = kindByName(path);
  return kind === "nothing" || (name !== "container" && name !== "table") ? 1 : null;
}

async function bytesOf(path: string): Promise<number | null> {
  const kind = entryKind(path);
  if (kind === "other") return null;
  if (kind === "nothing") return 0;
  return kind === "folder" ? inFolder(path, (_, file) => statSync(file).size) : statSync(path).size;
}

/** The sum over the files of a folder that are read, and all below it. Links to folders may lead anywhere: null. */
async function inFolder(
  folder: string,
  measure: (entry: Dirent, path: string) => number | null,
): Promise<number | null> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return sum(entries, (entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name.startsWith(".") ? 0 : inFolder(path, measure);
    if (entry.isSymbolicLink() && entryKind(path) !== "file") return null;
    return READ.has(kindByName(entry.name)) ? measure(entry, path) : 0;
  });
}

const READ: ReadonlySet<string> = new Set(["document", "container", "table"]);

async function sum<T>(
  items: readonly T[],
  measure: (item: T) => number | null | Promise<number | null>,
): Promise<number | null> {
  let total = 0;
  for (const item of items) {
    const measured = measure(item);
    const size = measured instanceof Promise ? await measured : measured;
    if (size === null) return null;
    total += size;
  }
  return total;
}

function entryKind(path: string): "folder" | "file" | "other" | "nothing" {
  if (path === "-") return "other";
  try {
    const stats = statSync(path);
    if (stats.isDirectory()) return "folder";
    return stats.isFile() ? "file" : "other";
  } catch {
    return "nothing";
  }
}
