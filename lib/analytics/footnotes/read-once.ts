/** An issuer with 20,000 rows has some 4,000 different notes. */
const GENERATION = 4_000;
const LONGEST = 5_000;

/**
 * A reading that remembers the texts it has read: filers use the same words for years. Bounded: of two generations of texts the
 * one not asked for goes when the other is full; a very long text is read each time. `read` must be pure, and what it gives must
 * not be changed.
 */
export function readOnce<T>(read: (text: string) => T): (text: string) => T {
  let young = new Map<string, { reading: T }>();
  let old = new Map<string, { reading: T }>();
  return (text) => {
    const found = young.get(text);
    if (found !== undefined) return found.reading;
    if (text.length > LONGEST) return read(text);
    const entry = old.get(text) ?? { reading: read(text) };
    if (young.size >= GENERATION) {
      old = young;
      young = new Map();
    }
    young.set(text, entry);
    return entry.reading;
  };
}
