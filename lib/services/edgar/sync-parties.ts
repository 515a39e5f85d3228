import { errorRecord, LedgerError } from "@/lib/errors";
import { normaliseCik } from "@/lib/ownership/identity";
import { resolveIssuer } from "@/lib/services/parties/resolve-issuer";
import { type CompanyTicker, findTicker, parseCompanyTickers } from "@/lib/sources/edgar/formats/company-tickers";
import { distinctFilings, type FilingRef } from "@/lib/sources/edgar/formats/filing-ref";
import { parseOlderPage, parseSubmissions } from "@/lib/sources/edgar/formats/submissions-list";
import { companyTickersUrl, olderPageUrl, submissionsUrl } from "@/lib/sources/edgar/network/addresses";
import { dueFilings } from "@/lib/store/edgar/edgar-queue";
import { addFailure, countRequests, type EdgarContext, type EdgarSummary, emptySummary } from "./edgar-context";
import { fetchFilings } from "./fetch-filings";

export interface SyncRequest {
  /** Tickers or CIKs of issuers. */
  issuers: readonly string[];
  /** CIKs of insiders: their filings at all issuers. */
  insiders: readonly string[];
  /** `YYYY-MM-DD`: filings of this day and later. */
  since: string | null;
  /** The most filings to fetch, the newest first. */
  limit: number | null;
  /** Also whatever is left in the queue. */
  retry: boolean;
}

/** What each name stood for, and what went wrong with it. */
export interface SyncedParty {
  word: string;
  cik: string | null;
  name: string | null;
  listed: number;
  error: { code: string; message: string; advice: string | null } | null;
}

export interface SyncResult {
  summary: EdgarSummary;
  parties: SyncedParty[];
}

const DAY = 86_400_000;

/**
 * Brings the ledger up to date with every ownership filing of the given parties. A party that can't be found, or whose list
 * can't be read, is a failure of its own; the others go on. Doing it again fetches what is new.
 */
export async function syncParties(context: EdgarContext, request: SyncRequest): Promise<SyncResult> {
  const summary = emptySummary();
  const parties: SyncedParty[] = [];
  const refs: FilingRef[] = [];
  const words = [...request.issuers, ...request.insiders];
  for (const word of words) {
    const party: SyncedParty = { word, cik: null, name: null, listed: 0, error: null };
    parties.push(party);
    try {
      party.cik = await resolveParty(context, word);
      const list = await listFilings(context, party.cik, request.since);
      party.name = list.name;
      party.listed = list.filings.length;
      refs.push(...list.filings);
    } catch (error) {
      if (!(error instanceof LedgerError) || context.signal?.aborted) throw error;
      const { code, message, advice } = errorRecord(error);
      party.error = { code, message, advice };
      addFailure(summary, error);
    }
    context.onProgress?.({ phase: "lists", done: parties.length, total: words.length });
  }
  const newest = distinctFilings(refs).sort(newestFirst);
  if (request.retry) newest.push(...(await leftOver(context)));
  const wanted = distinctFilings(newest);
  summary.listed = wanted.length;
  await fetchFilings(context, request.limit === null ? wanted : wanted.slice(0, request.limit), summary);
  return { summary: countRequests(summary, context.client), parties };
}

/** The end of time, for the queue's sake. */
const ALL_DUE = "9999";
const LARGEST_QUEUE = 10_000_000;

async function leftOver(context: EdgarContext): Promise<FilingRef[]> {
  return dueFilings(context.store.db, ALL_DUE, LARGEST_QUEUE);
}

function newestFirst(a: FilingRef, b: FilingRef): number {
  const [left, right] = [`${a.filedOn ?? ""} ${a.accession}`, `${b.filedOn ?? ""} ${b.accession}`];
  return left < right ? 1 : left > right ? -1 : 0;
}

/** A CIK as it is, else the company that EDGAR lists under the ticker, else the one that has filed under it here. */
async function resolveParty(context: EdgarContext, word: string): Promise<string> {
  const cik = normaliseCik(word.replace(/^CIK/i, ""));
  if (cik !== null) return cik;
  const listed = findTicker(await companies(context, DAY), word) ?? findTicker(await companies(context, 0), word);
  if (listed !== null) return listed.cik;
  const known = await resolveIssuer(context.store, word.replace(/[-/]/g, "."));
  if (known !== null) return known.cik;
  throw new LedgerError("ticker-unknown", `EDGAR lists no company under the ticker “${word}”.`, {
    advice: "Give its CIK instead: EDGAR's list holds present tickers only.",
  });
}

function companies({ client }: EdgarContext, freshFor: number): Promise<CompanyTicker[]> {
  const read = (bytes: Buffer) => parseCompanyTickers(bytes.toString("utf8"));
  return client.getCurrent(companyTickersUrl(client.hosts), "company_tickers.json", read, freshFor);
}

/** All ownership filings of a party, from the newest page to the oldest that may hold one since the day. */
async function listFilings(
  context: EdgarContext,
  cik: string,
  since: string | null,
): Promise<{ name: string; filings: FilingRef[] }> {
  const { client } = context;
  const url = submissionsUrl(client.hosts, cik);
  const file = `submissions/CIK${cik.padStart(10, "0")}.json`;
  const list = await client
    .getCurrent(url, file, (bytes) => parseSubmissions(bytes.toString("utf8"), file))
    .catch((error: unknown) => {
      throw error instanceof LedgerError && error.code === "edgar-not-found" ? unknownParty(cik) : error;
    });
  const filings = [...list.filings];
  const warnings = list.warnings.map((warning) => ({ file, warning }));
  for (const page of list.olderPages) {
    if (since !== null && page.filingTo < since) continue;
    const name = `submissions/${page.name}`;
    const older = await client.getCurrent(olderPageUrl(client.hosts, page.name), name, (bytes) =>
      parseOlderPage(bytes.toString("utf8"), cik, name),
    );
    filings.push(...older.filings);
    for (const warning of older.warnings) warnings.push({ file: name, warning });
  }
  for (const { file: where, warning } of warnings) context.onWarning?.(where, warning);
  return { name: list.name, filings: filings.filter((ref) => since === null || (ref.filedOn ?? since) >= since) };
}

function unknownParty(cik: string): LedgerError {
  return new LedgerError("party-unknown", `EDGAR knows no party with CIK ${cik}.`, {
    advice: "Look the CIK up on sec.gov/edgar/searchedgar/companysearch.",
  });
}
