/** Whose shares of what: issuer, owner set and class of shares. */
export interface Holder {
  issuerCik: string;
  ownerKey: string;
  /** `classKey` of the title. */
  classKey: string;
}

/** One thing for each holder: three look-ups rather than a key spelled out for every row. */
export class ByHolder<T> {
  readonly #issuers = new Map<string, Map<string, Map<string, T>>>();

  get({ issuerCik, ownerKey, classKey }: Holder): T | undefined {
    return this.#issuers.get(issuerCik)?.get(ownerKey)?.get(classKey);
  }

  getOrAdd(issuerCik: string, ownerKey: string, classKey: string, make: () => T): T {
    const owners = entryOf(this.#issuers, issuerCik, () => new Map<string, Map<string, T>>());
    const classes = entryOf(owners, ownerKey, () => new Map<string, T>());
    return entryOf(classes, classKey, make);
  }
}

function entryOf<V>(map: Map<string, V>, key: string, make: () => V): V {
  let entry = map.get(key);
  if (entry === undefined) {
    entry = make();
    map.set(key, entry);
  }
  return entry;
}
