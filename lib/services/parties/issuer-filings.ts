import type { FilingFacts } from "@/lib/analytics/rows/filed-row";
import { newYorkInstant } from "@/lib/ownership/known-at";
import type { Store } from "@/lib/store/client";
import { readDataVersion } from "@/lib/store/ledger-state";
import { sourcesOfInsider, sourcesOfIssuer } from "@/lib/store/sources/read-documents";
import { filingsInTurns, type StoredFiling } from "../filings-of-sources";
import { recentAnswers } from "../recent-answers";
import { type IssuerFindings, issuerFindings } from "../refresh/issuer-findings";
import { newestFirst } from "../views/filing-summary";

/** An issuer's filings, newest first, with what they say of one another. */
export interface IssuerLedger {
  filings: readonly StoredFiling[];
  findings: IssuerFindings;
}

/** Ledgers of the parties looked at lately, each under the data version that they were read at. */
const recent = recentAnswers(60);

/** An issuer's ledger as of a day (New York, its end) or as of now; read once a data version. */
export function issuerLedger(store: Store, cik: string, asOf: string | null): Promise<IssuerLedger> {
  return cached(store, `ledger ${cik} ${asOf ?? ""}`, async () => {
    const filings = knownBy(await filingsOfIssuer(store, cik), asOf);
    return { filings, findings: issuerFindings(filings.map((filing) => filing.facts)) };
  });
}

/** All filings that an insider is an owner of, at all issuers, newest first. */
export async function filingsOfInsider(store: Store, cik: string, asOf: string | null): Promise<StoredFiling[]> {
  const filings = await cached(store, `insider ${cik}`, async () =>
    newestFirst(await filingsInTurns(await sourcesOfInsider(store.db, store.target.provider, cik))),
  );
  return knownBy(filings, asOf);
}

function filingsOfIssuer(store: Store, cik: string): Promise<StoredFiling[]> {
  return cached(store, `issuer ${cik}`, async () =>
    newestFirst(await filingsInTurns(await sourcesOfIssuer(store.db, store.target.provider, cik))),
  );
}

/** The instant at which a day ends in New York. */
export function endOfDay(date: string): string {
  return newYorkInstant(date, 23, 59, 59);
}

/** Whether the public could know a filing by the end of a day. */
export function isKnownBy({ knownAt }: Pick<FilingFacts, "knownAt">, day: string): boolean {
  return knownAt !== null && knownAt <= endOfDay(day);
}

/** Filings that the public could know by the end of a day; one that nothing dates is known only now. */
export function knownBy(filings: StoredFiling[], asOf: string | null): StoredFiling[] {
  if (asOf === null) return filings;
  const until = endOfDay(asOf);
  return filings.filter(({ facts: { knownAt } }) => knownAt !== null && knownAt <= until);
}

async function cached<T>(store: Store, name: string, read: () => Promise<T>): Promise<T> {
  return recent(`${store.target.location} ${await readDataVersion(store.db)} ${name}`, read);
}
