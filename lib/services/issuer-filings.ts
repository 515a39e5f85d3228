import type { Store } from "@/lib/store/client";
import { readDataVersion } from "@/lib/store/ledger-state";
import { sourcesOfInsider, sourcesOfIssuer } from "@/lib/store/read-documents";
import { filingsOfSources, type StoredFiling } from "./filings-of-sources";

/** Filings of the parties looked at lately, each under the data version that they were read at. */
const CACHE = new Map<string, Promise<StoredFiling[]>>();
const CACHE_SIZE = 40;

/** All filings of an issuer, read once a data version. */
export async function filingsOfIssuer(store: Store, cik: string): Promise<StoredFiling[]> {
  return cached(store, `issuer ${cik}`, async () =>
    filingsOfSources(await sourcesOfIssuer(store.db, store.target.provider, cik)),
  );
}

/** All filings that an insider is an owner of, at all issuers. */
export async function filingsOfInsider(store: Store, cik: string): Promise<StoredFiling[]> {
  return cached(store, `insider ${cik}`, async () =>
    filingsOfSources(await sourcesOfInsider(store.db, store.target.provider, cik)),
  );
}

async function cached(store: Store, name: string, read: () => Promise<StoredFiling[]>): Promise<StoredFiling[]> {
  const key = `${store.target.location} ${await readDataVersion(store.db)} ${name}`;
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
