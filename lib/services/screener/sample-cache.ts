import type { SampleRow } from "@/lib/store/transactions/read-transactions";

const CACHE = new Map<string, Promise<SampleRow[]>>();
/** Each holds at most 10,000 narrow rows. */
const CACHE_SIZE = 12;

/** What was read under a key lately; the key holds the data version, so that an ingest makes it new. */
export function sampleCache(key: string, read: () => Promise<SampleRow[]>): Promise<SampleRow[]> {
  const known = CACHE.get(key);
  if (known !== undefined) {
    CACHE.delete(key);
    CACHE.set(key, known);
    return known;
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
