import type { WatchQuery } from "@/lib/search-params/watch";
import type { Store } from "@/lib/store/client";
import { ledgerAge } from "@/lib/store/coverage/read-coverage";
import { readDataVersion } from "@/lib/store/ledger-state";
import { readInsider, readIssuer } from "@/lib/store/read-parties";
import { countFilingsOf, countUndatedFilingsOf, newestFilingsOf } from "@/lib/store/read-watch";
import { loadSources } from "@/lib/store/sources/read-documents";
import { filingsOfSources } from "../filings-of-sources";
import { endOfDay } from "../parties/issuer-filings";
import { resolveParties } from "../parties/resolve-parties";
import { isSampleCik } from "../parties/sample-parties";
import { newestFirst } from "../views/filing-summary";
import type { WatchedParty, WatchView } from "./watch-view";
import { watchedFiling } from "./watched-filing";

/** Filings that a watch list shows, and its feed gives. */
const WATCH_LIMIT = 100;

/** The newest filings of some issuers and insiders, each once, as they were filed. */
export async function getWatch(store: Store, query: WatchQuery): Promise<WatchView> {
  const { db } = store;
  const { issuers, insiders, unknown } = await resolveParties(store, query);
  const parties = { issuers, insiders };
  const knownBy = query.asOf === null ? null : endOfDay(query.asOf);
  const ids = await newestFilingsOf(store, parties, knownBy, WATCH_LIMIT);
  const filings = newestFirst(filingsOfSources(await loadSources(db, ids)));
  return {
    dataVersion: await readDataVersion(db),
    changedAt: (await ledgerAge(db)).changedAt,
    asOf: query.asOf,
    parties: [
      ...(await Promise.all(issuers.map((cik) => watchedIssuer(store, cik, knownBy)))),
      ...(await Promise.all(insiders.map((cik) => watchedInsider(store, cik, knownBy)))),
    ],
    filings: filings.map(watchedFiling),
    count: (await countFilingsOf(store, parties, knownBy)).filings,
    undated: await countUndatedFilingsOf(store, parties),
    unknown,
    fictional: issuers.some(isSampleCik) || filings.some((filing) => isSampleCik(filing.facts.issuerCik)),
  };
}

async function watchedIssuer(store: Store, cik: string, knownBy: string | null): Promise<WatchedParty> {
  const issuer = await readIssuer(store.db, cik);
  const counts = await countFilingsOf(store, { issuers: [cik], insiders: [] }, knownBy);
  return { kind: "issuer", cik, name: issuer?.name ?? null, symbol: issuer?.tradingSymbol ?? null, ...counts };
}

async function watchedInsider(store: Store, cik: string, knownBy: string | null): Promise<WatchedParty> {
  const insider = await readInsider(store.db, cik);
  const counts = await countFilingsOf(store, { issuers: [], insiders: [cik] }, knownBy);
  return { kind: "insider", cik, name: insider?.name ?? null, symbol: null, ...counts };
}
