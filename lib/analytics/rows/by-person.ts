import type { FilingFacts, FilingOwner } from "./filed-row";
import { oncePerList } from "./filing-order";

/** One thing for each person (by CIK) who reports on an issuer: two look-ups rather than a key spelled out for every filing. */
export class ByPerson<T> {
  readonly #issuers = new Map<string, Map<string, T>>();

  get(issuerCik: string, cik: string): T | undefined {
    return this.#issuers.get(issuerCik)?.get(cik);
  }

  set(issuerCik: string, cik: string, thing: T): void {
    const persons = this.#issuers.get(issuerCik);
    if (persons === undefined) this.#issuers.set(issuerCik, new Map([[cik, thing]]));
    else persons.set(cik, thing);
  }

  getOrAdd(issuerCik: string, cik: string, make: () => T): T {
    const known = this.get(issuerCik, cik);
    if (known !== undefined) return known;
    const thing = make();
    this.set(issuerCik, cik, thing);
    return thing;
  }
}

/** A person who reports on an issuer: the filings in order, and beside each how the person stands on it. */
export interface Reporter {
  issuerCik: string;
  cik: string;
  filings: readonly FilingFacts[];
  owners: readonly FilingOwner[];
}

/** Everyone who is on a filing, in order of first sight; found once a list. */
export const reportersOf: (filings: readonly FilingFacts[]) => readonly Reporter[] = oncePerList((ordered) => {
  const persons = new ByPerson<{ filings: FilingFacts[]; owners: FilingOwner[] }>();
  const reporters: Reporter[] = [];
  for (const filing of ordered) {
    const { issuerCik } = filing;
    for (const owner of filing.owners) {
      let own = persons.get(issuerCik, owner.cik);
      if (own === undefined) {
        const reporter = { issuerCik, cik: owner.cik, filings: [], owners: [] };
        persons.set(issuerCik, owner.cik, reporter);
        reporters.push(reporter);
        own = reporter;
      }
      own.filings.push(filing);
      own.owners.push(owner);
    }
  }
  return reporters;
});
