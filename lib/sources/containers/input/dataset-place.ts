import { createReadStream } from "node:fs";
import type { DatasetTable } from "@/lib/sources/dataset/dataset-source";

/** A table that lies in a file of its own: under a path, or in an open file that has no name any more. */
export interface PlacedTable extends Omit<DatasetTable, "open"> {
  from: { path: string } | { fd: number };
}

/** By what any thread of this process finds a data set again, as long as its files are kept open. Plain data. */
export type DatasetPlace =
  /** A folder of a ZIP, which is an open file. */
  { kind: "zip"; zip: string; fd: number; size: number } | { kind: "tables"; tables: PlacedTable[] };

export function openTable({ from, ...table }: PlacedTable): DatasetTable {
  const open = async () =>
    "path" in from ? createReadStream(from.path) : createReadStream("", { fd: from.fd, start: 0, autoClose: false });
  return { ...table, open };
}
