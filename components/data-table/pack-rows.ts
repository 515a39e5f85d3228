/** One field of all rows: its values, each once where they repeat, and then of each row which of them (from 0; none given: the first). */
interface PackedField<T> {
  name: keyof T & string;
  values: T[keyof T][];
  places: number[] | null;
}

/** Rows as a page carries them to the browser: without the name of a field in every row, and no repeated value twice. */
export interface PackedRows<T> {
  count: number;
  fields: PackedField<T>[];
}

export function packRows<T extends object>(rows: readonly T[]): PackedRows<T> {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row) as (keyof T & string)[]))];
  return {
    count: rows.length,
    fields: names.map((name) =>
      packField(
        name,
        rows.map((row) => row[name]),
      ),
    ),
  };
}

function packField<T>(name: keyof T & string, all: T[keyof T][]): PackedField<T> {
  const places = new Map<string | undefined, number>();
  const values: T[keyof T][] = [];
  const of = all.map((value) => {
    const text = JSON.stringify(value) as string | undefined;
    const known = places.get(text);
    if (known !== undefined) return known;
    values.push(value);
    places.set(text, values.length - 1);
    return values.length - 1;
  });
  if (values.length === 1) return { name, values, places: [] };
  const packed = lengthOf(values) + lengthOf(of);
  return packed < lengthOf(all) ? { name, values, places: of } : { name, values: all, places: null };
}

function lengthOf(values: readonly unknown[]): number {
  return JSON.stringify(values).length;
}

/** The rows that were packed. */
export function unpackRows<T>({ count, fields }: PackedRows<T>): T[] {
  return Array.from(
    { length: count },
    (_, n) =>
      Object.fromEntries(
        fields.map(({ name, values, places }) => [name, values[places === null ? n : (places[n] ?? 0)]]),
      ) as T,
  );
}
