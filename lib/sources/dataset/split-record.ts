/** A record's fields, or why it has none that can be trusted. */
export type SplitRecord = { fields: string[]; problem: null } | { fields: null; problem: string };

/**
 * The fields of a record. A field in quotes loses them, and two quotes in it stand for one; a quote elsewhere is itself.
 */
export function splitRecord(text: string): SplitRecord {
  if (!text.includes('"')) return { fields: text.split("\t"), problem: null };
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    const next = text[at] === '"' ? quotedField(text, at) : plainField(text, at);
    if (next === null) return { fields: null, problem: "a quote is opened and never closed" };
    fields.push(next.value);
    if (next.end >= text.length) return { fields, problem: null };
    at = next.end + 1;
  }
}

interface FieldEnd {
  value: string;
  /** The place of the tab behind the field, or the text's end. */
  end: number;
}

function plainField(text: string, start: number): FieldEnd {
  const tab = text.indexOf("\t", start);
  const end = tab === -1 ? text.length : tab;
  return { value: text.slice(start, end), end };
}

function quotedField(text: string, start: number): FieldEnd | null {
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return null;
    if (text[quote + 1] === '"') {
      at = quote + 2;
      continue;
    }
    const end = quote + 1;
    if (end < text.length && text[end] !== "\t") return plainField(text, start); // Words go on: the quotes are theirs.
    return { value: text.slice(start + 1, quote).replaceAll('""', '"'), end };
  }
}
