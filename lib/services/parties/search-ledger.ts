import { cutText } from "@/lib/format/cut-text";
import { filingTitle } from "@/lib/format/filing-words";
import { normaliseAccession, normaliseCik } from "@/lib/ownership/identity";
import type { Store } from "@/lib/store/client";
import { readDataVersion } from "@/lib/store/ledger-state";
import { readInsider, readIssuer } from "@/lib/store/read-parties";
import { type FoundParty, findByName, findBySymbol } from "@/lib/store/search-parties";
import { loadSources, resolveFilingId } from "@/lib/store/sources/read-documents";
import { filingsOfSources } from "../filings-of-sources";
import { nameTokens } from "../refresh/party-records";
import { filingSummary } from "../views/filing-summary";
import type { SearchHit } from "../views/shapes/market";

const LIMIT = 20;

/**
 * Finds issuers by ticker (old ones too), issuers and insiders by the words of their names in any order, parties by CIK,
 * filings by accession number or `doc-…` id. An empty query finds nothing.
 */
export async function searchLedger(store: Store, query: string): Promise<{ dataVersion: number; hits: SearchHit[] }> {
  return { dataVersion: await readDataVersion(store.db), hits: await findHits(store, query) };
}

async function findHits(store: Store, query: string): Promise<SearchHit[]> {
  const text = cutText(query.replaceAll("\0", " ").trim(), 200);
  if (text === "") return [];
  const { db } = store;
  const { provider } = store.target;
  const words = nameTokens([text]);
  const found = await Promise.all([
    filingHits(store, text),
    cikHits(store, text),
    findBySymbol(db, text.toUpperCase(), LIMIT).then((parties) => parties.map(issuerHit)),
    findByName(db, provider, "issuer", words, LIMIT).then((parties) => parties.map(issuerHit)),
    findByName(db, provider, "insider", words, LIMIT).then((parties) => parties.map(insiderHit)),
  ]);
  const seen = new Set<string>();
  return found.flat().filter((hit) => {
    const key = `${hit.kind} ${hit.cik ?? hit.filingId}`;
    return !seen.has(key) && seen.add(key);
  });
}

async function filingHits(store: Store, text: string): Promise<SearchHit[]> {
  const id = normaliseAccession(text) ?? (/^doc-[0-9a-f]{12}$/.test(text) ? text : null);
  const filingId = id === null ? null : await resolveFilingId(store.db, id);
  if (filingId === null) return [];
  const [filing] = filingsOfSources(await loadSources(store.db, [filingId]));
  const title = filing === undefined ? filingId : filingTitle(filingSummary(filing));
  return [{ kind: "filing", cik: null, filingId, title, detail: filingId }];
}

async function cikHits(store: Store, text: string): Promise<SearchHit[]> {
  const cik = normaliseCik(text);
  if (cik === null) return [];
  const [issuer, insider] = await Promise.all([readIssuer(store.db, cik), readInsider(store.db, cik)]);
  const hits: SearchHit[] = [];
  if (issuer !== null) hits.push(issuerHit({ ...issuer, filingCount: 0 }));
  if (insider !== null) hits.push(insiderHit({ ...insider, tradingSymbol: null, filingCount: 0 }));
  return hits;
}

function issuerHit(party: FoundParty): SearchHit {
  return {
    kind: "issuer",
    cik: party.cik,
    filingId: null,
    title: party.name ?? `CIK ${party.cik}`,
    detail: tickerWords(party),
  };
}

/** The ticker of the latest filing, and the older one that was asked for. */
function tickerWords({ tradingSymbol, foundSymbol }: FoundParty): string | null {
  if (foundSymbol === undefined || foundSymbol === tradingSymbol) return tradingSymbol;
  return tradingSymbol === null ? `once ${foundSymbol}` : `${tradingSymbol}, once ${foundSymbol}`;
}

function insiderHit(party: FoundParty): SearchHit {
  return { kind: "insider", cik: party.cik, filingId: null, title: party.name ?? `CIK ${party.cik}`, detail: null };
}
