import { openContext } from "@/lib/sources/containers/open-context";
import { openStream } from "@/lib/sources/containers/open-stream";
import { openZipFile } from "@/lib/sources/containers/open-zip";
import type { DatasetSource } from "@/lib/sources/dataset/dataset-source";
import { type DatasetPlace, openTable } from "./dataset-place";

/**
 * Opens a data set again by its place, in whatever thread, for as long as its files are kept open. It can be read until the
 * generator is left. Nothing comes when the place holds no such data set.
 */
export async function* openPlaced(file: string, place: DatasetPlace): AsyncGenerator<DatasetSource, void, undefined> {
  if (place.kind === "tables") {
    yield { file, tables: place.tables.map(openTable) };
    return;
  }
  const lent = { fd: place.fd, keep: () => undefined, release: async () => undefined };
  const source = { name: place.zip, file: lent, size: place.size, weight: 0 };
  for await (const item of openZipFile(source, openContext({}, openStream))) {
    // The data sets of a ZIP come before everything else.
    if (item.kind !== "dataset") return;
    if (item.file !== file) continue;
    yield item.dataset;
    return;
  }
}
