/** An issuer with 20,000 rows has some 4,000 different notes. */
const GENERATION = 4_000;
const LONGEST = 5_000;
/** Very long texts held at a time: all rows of a filing may ask for one in turn. */
const LONG_TEXTS = 8;

/**
 * A reading that remembers the texts it has read: filers use the same words for years. Bounded: of two generations of texts the
 * one not asked for goes when the other is full; of very long texts the last few are held. `read` must be pure, and what it gives must
 * not be changed.
 */
export function readOnce<T>(read: (text: string) => T): (text: string) => T {
  let young = new Map<string, { reading: T }>();
  let old = new Map<string, { reading: T }>();
  const long = new Map<string, { reading: T }>();
  function readLong(text: string): T {
    const entry = long.get(text) ?? { reading: read(text) };
    long.delete(text);
    long.set(text, entry);
    if (long.size > LONG_TEXTS) for (const oldest of [...long.keys()].slice(0, -LONG_TEXTS)) long.delete(oldest);
    return entry.reading;
  }
  return (text) => {
    const found = young.get(text);
    if (found !== undefined) return found.reading;
    if (text.length > LONGEST) return readLong(text);
    const entry = old.get(text) ?? { reading: read(text) };
    if (young.size >= GENERATION) {
      old = young;
      young = new Map();
    }
    young.set(text, entry);
    return entry.reading;
  };
}
