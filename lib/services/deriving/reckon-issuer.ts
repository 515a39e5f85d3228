import { issuerLedger } from "@/lib/services/parties/issuer-filings";
import type { Store } from "@/lib/store/client";
import { readDataVersion } from "@/lib/store/ledger-state";
import { recentAnswers } from "../recent-answers";
import { derivingThread } from "./deriving-threads";
import { type Reckonings, reckon } from "./reckonings";

export type { BoardReckoning, RowFindings } from "./reckonings";

/** Answers lately given, each under the data version that it was given at. */
const recent = recentAnswers(400);

/**
 * Reckons something of an issuer as of a day (New York, its end; null: now) from its stored documents: unpacking and reading them
 * takes half a millisecond a filing. A store that has deriving threads leaves it to them.
 * @throws LedgerError `thread-lost`, `deriving-failed`
 */
export async function reckonIssuer<Name extends keyof Reckonings>(
  store: Store,
  name: Name,
  cik: string,
  day: string | null,
): Promise<Reckonings[Name]> {
  const thread = derivingThread(store, cik);
  if (thread === null) return reckon(name, cik, (await issuerLedger(store, cik, day)).findings);
  const version = await readDataVersion(store.db);
  return recent(`${store.target.location} ${version} ${name} ${cik} ${day ?? ""}`, () =>
    thread.ask({ name, cik, day, version }),
  ) as Promise<Reckonings[Name]>;
}
