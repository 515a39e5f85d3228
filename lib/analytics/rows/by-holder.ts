import type { FilingFacts } from "./filed-row";

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

/**
 * A pure measure of one issuer and owner set at a time, for a list of filings in order: the results by owner set. What it gave
 * for an owner set is kept with the first of its filings, and worked out anew only when its filings are others: one new filing
 * costs its own owners' part.
 */
export function oncePerOwners<T>(
  measure: (filings: readonly FilingFacts[]) => T,
): (ordered: readonly FilingFacts[]) => T[] {
  const known = new WeakMap<FilingFacts, { filings: readonly FilingFacts[]; result: T }>();
  return (ordered) =>
    filingsByOwners(ordered).map((filings) => {
      const first = filings[0] as FilingFacts;
      const found = known.get(first);
      if (found !== undefined && isSame(found.filings, filings)) return found.result;
      const result = measure(filings);
      known.set(first, { filings, result });
      return result;
    });
}

function filingsByOwners(ordered: readonly FilingFacts[]): FilingFacts[][] {
  const holders = new ByHolder<FilingFacts[]>();
  const groups: FilingFacts[][] = [];
  for (const filing of ordered) {
    const group = holders.getOrAdd(filing.issuerCik, filing.ownerKey, "", noFilings);
    if (group.length === 0) groups.push(group);
    group.push(filing);
  }
  return groups;
}

function noFilings(): FilingFacts[] {
  return [];
}

/** Whether two lists hold the same filings in the same order. */
export function isSame(a: readonly FilingFacts[], b: readonly FilingFacts[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return false;
  return true;
}
