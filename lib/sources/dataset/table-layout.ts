import type { Warning } from "@/lib/ownership/document";
import { shortened } from "@/lib/sources/document-limits";
import { MAX_UNKNOWN_COLUMNS } from "@/lib/sources/limits";
import type { DatasetTable } from "./dataset-source";
import { ACCESSION, type ColumnNames, expectedColumns, isOptional, isUnused, TABLE_CONTENT } from "./table-columns";

/** A table's header: where each column stands. */
export interface TableLayout {
  table: DatasetTable["table"];
  file: string;
  /** Columns of a row. */
  width: number;
  accession: number;
  /** Place of each known column, under its first name; absent when the table lacks it. */
  places: ReadonlyMap<string, number>;
}

/** Reads a header row, names in any case. Null with a warning when there is no accession number to join by. */
export function readLayout(
  source: DatasetTable,
  header: readonly string[],
): { layout: TableLayout | null; warnings: Warning[] } {
  const { table, file } = source;
  const names = header.map((name) =>
    name
      .trim()
      .replace(/^\ufeff/, "")
      .toUpperCase(),
  );
  const accession = names.indexOf(ACCESSION[0]);
  if (accession === -1) {
    const message = `${file} has no column ${ACCESSION[0]}: ${TABLE_CONTENT[table]} are lost.`;
    return { layout: null, warnings: [{ code: "dataset-column-missing", message, path: table }] };
  }
  const warnings: Warning[] = [];
  const places = new Map<string, number>();
  const known = new Set<string>([...ACCESSION]);
  for (const column of expectedColumns(table)) {
    for (const name of column) known.add(name);
    const place = placeOf(names, column);
    if (place !== -1) places.set(column[0], place);
    else if (!isOptional(column)) warnings.push(columnMissing(source, column));
  }
  const unknown = names.filter((name) => !known.has(name) && !isUnused(name));
  for (const name of unknown.slice(0, MAX_UNKNOWN_COLUMNS)) {
    const message = `${file} has a column ${shortened(name, 100) || "without a name"} that is not read.`;
    warnings.push({ code: "dataset-column-unknown", message, path: `${table}/${shortened(name, 100)}` });
  }
  if (unknown.length > MAX_UNKNOWN_COLUMNS) {
    const message = `${file} has ${unknown.length - MAX_UNKNOWN_COLUMNS} more columns that are not read.`;
    warnings.push({ code: "dataset-column-unknown", message, path: table });
  }
  return { layout: { table, file, width: names.length, accession, places }, warnings };
}

function placeOf(names: readonly string[], column: ColumnNames): number {
  for (const name of column) {
    const place = names.indexOf(name);
    if (place !== -1) return place;
  }
  return -1;
}

function columnMissing(source: DatasetTable, column: ColumnNames): Warning {
  const [name] = column;
  const message = `${source.file} has no column ${name}: what it says of ${TABLE_CONTENT[source.table]} is lost.`;
  return { code: "dataset-column-missing", message, path: `${source.table}/${name}` };
}

/** A row's field by its column, trimmed; null when the table lacks it or it is empty. */
export function fieldOf(layout: TableLayout, fields: readonly string[], column: ColumnNames): string | null {
  const place = layout.places.get(column[0]);
  return place === undefined ? null : fields[place]?.trim() || null;
}
