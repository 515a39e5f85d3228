import type { Stats } from "node:fs";
import { stat } from "node:fs/promises";
import { dirname } from "node:path";
import { tableOfFile } from "@/lib/sources/dataset/dataset-source";
import { unreadable } from "./file-errors";
import { type OpenContext, openContext } from "./open-context";
import { openFile } from "./open-file";
import { openFolder, openTables } from "./open-folder";
import { openStream } from "./open-stream";
import type { OpenOptions, SourceItem } from "./source-item";

/**
 * Walks paths of any kind (files, folders, .zip, .tar, .tar.gz, .gz, data sets, `-` for standard input) into a stream
 * of documents and data sets, in constant memory. What cannot be read is a `failed` item and the rest goes on;
 * what is left out is a `skipped` item. Nothing is thrown for bad input.
 */
export async function* openSources(
  paths: readonly string[],
  options: OpenOptions = {},
): AsyncGenerator<SourceItem, void, undefined> {
  const context = openContext(options, openStream);
  const done = new Set<string>();
  for (const path of paths) {
    if (path === "-") {
      yield* openStream({ file: "-", stream: context.stdin, sidecar: null }, context);
    } else if (tableOfFile(path) === null) {
      yield* openPath(path, context);
    } else if (!done.has(dirname(path))) {
      // Tables that are named one by one belong to the data set of their folder.
      done.add(dirname(path));
      yield* openTables(
        path,
        paths.filter((other) => tableOfFile(other) !== null && dirname(other) === dirname(path)),
        context,
      );
    }
  }
}

async function* openPath(path: string, context: OpenContext): AsyncGenerator<SourceItem, void, undefined> {
  let stats: Stats;
  try {
    stats = await stat(path);
  } catch (error) {
    yield unreadable(path, error);
    return;
  }
  if (stats.isDirectory()) yield* openFolder(path, context);
  else yield* openFile(path, context);
}
