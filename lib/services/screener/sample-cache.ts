const CACHE = new Map<string, Promise<unknown>>();
/** Each holds at most 10,000 narrow rows, or what they add up to. */
const CACHE_SIZE = 24;

/**
 * What was read or reckoned under a key lately. The key names what is asked for, and holds the data version, so that an ingest
 * makes it new; each kind of answer begins its keys with a word of its own.
 */
export function sampleCache<T>(key: string, read: () => Promise<T>): Promise<T> {
  const known = CACHE.get(key);
  if (known !== undefined) {
    CACHE.delete(key);
    CACHE.set(key, known);
    return known as Promise<T>;
  }
  const reading = read();
  CACHE.set(key, reading);
  reading.catch(() => CACHE.delete(key));
  for (const oldest of CACHE.keys()) {
    if (CACHE.size <= CACHE_SIZE) break;
    CACHE.delete(oldest);
  }
  return reading;
}
