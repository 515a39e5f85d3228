import type { Dirent } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { join } from "node:path";
import { tableOfFile } from "@/lib/sources/dataset/dataset-source";
import { symlinkLoop, unreadable } from "./file-errors";
import { kindByName, skipReason } from "./file-kinds";
import { openTable, type PlacedTable } from "./input/dataset-place";
import { failed, type OpenContext } from "./open-context";
import { openFile } from "./open-file";
import type { SourceItem } from "./source-item";

/** Folders around the present one, and those read so far, by their real paths: links can lead to one in endless ways. */
interface Walk {
  above: readonly string[];
  seen: Set<string>;
  isLink: boolean;
}

/**
 * A folder and all below it, names in code unit order. Dotfiles and sidecars are passed over, unknown files are
 * `skipped`, data-set tables of one folder are one data set. Links are followed unless they lead back up or
 * to a folder that was read already.
 */
export async function* openFolder(
  folder: string,
  context: OpenContext,
  walk: Walk = { above: [], seen: new Set(), isLink: false },
): AsyncGenerator<SourceItem, void, undefined> {
  let entries: Dirent[];
  let real: string;
  try {
    real = await realpath(folder);
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    yield unreadable(folder, error);
    return;
  }
  if (walk.above.includes(real)) {
    yield failed(folder, symlinkLoop(folder));
    return;
  }
  if (walk.isLink && walk.seen.has(real)) {
    yield { kind: "skipped", file: folder, reason: "a link to a folder that was read already" };
    return;
  }
  walk.seen.add(real);
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const tables = entries.filter((entry) => tableOfFile(entry.name) !== null).map((entry) => join(folder, entry.name));
  if (tables.length > 0) yield* openTables(folder, tables, context);
  for (const entry of entries)
    yield* openEntry(entry, join(folder, entry.name), context, { ...walk, above: [...walk.above, real] });
}

async function* openEntry(
  entry: Dirent,
  path: string,
  context: OpenContext,
  walk: Walk,
): AsyncGenerator<SourceItem, void, undefined> {
  if (entry.name.startsWith(".")) return;
  const isLink = entry.isSymbolicLink() && (await leadsToFolder(path));
  if (entry.isDirectory() || isLink) {
    yield* openFolder(path, context, { ...walk, isLink });
    return;
  }
  const kind = kindByName(entry.name);
  const reason = skipReason(kind);
  if (reason !== null) yield { kind: "skipped", file: path, reason };
  else if (kind !== "document" && kind !== "container") return;
  else if (entry.isFile() || entry.isSymbolicLink()) yield* openFile(path, context);
  else yield { kind: "skipped", file: path, reason: "neither a file nor a folder" };
}

async function leadsToFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false; // A broken link: opening it reports why.
  }
}

/** Tables of one folder as one data set; a table that cannot be reached fails the data set, for a part would mislead. */
export async function* openTables(
  file: string,
  paths: readonly string[],
  context: OpenContext,
): AsyncGenerator<SourceItem, void, undefined> {
  const tables: PlacedTable[] = [];
  for (const path of paths) {
    const table = tableOfFile(path);
    if (table === null) continue;
    try {
      const { size } = await stat(path);
      tables.push({ table, file: path, bytes: size, from: { path } });
    } catch (error) {
      yield unreadable(path, error);
      return;
    }
  }
  const weight = tables.reduce((sum, { bytes }) => sum + bytes, 0);
  context.meter.giveAway(weight);
  const dataset = { file, tables: tables.map(openTable) };
  yield {
    kind: "dataset",
    file,
    dataset,
    weight,
    place: { kind: "tables", tables },
    keep: () => async () => undefined,
  };
}
