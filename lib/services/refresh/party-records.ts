import type { FilingFacts } from "@/lib/analytics/rows/filed-row";
import { parseName } from "@/lib/ownership/names";
import { readTickers } from "@/lib/ownership/tickers";
import type { OwnerFiling } from "@/lib/store/writing/write-issuers";

export interface PartyRecord {
  cik: string;
  name: string | null;
  filingCount: number;
  firstKnownAt: string | null;
  lastKnownAt: string | null;
}

export interface IssuerRecord extends PartyRecord {
  tradingSymbol: string | null;
  symbols: { symbol: string; lastKnownAt: string | null }[];
}

interface Mention {
  filingId: string;
  name: string | null;
  knownAt: string | null;
}

/** Latest last; a filing of unknown date first. The id settles ties, so that arrival never matters. */
function byTime(a: Mention, b: Mention): number {
  const left = `${a.knownAt ?? ""} ${a.filingId}`;
  const right = `${b.knownAt ?? ""} ${b.filingId}`;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** A party as its filings name it: the latest name that is one. */
function partyRecord(cik: string, mentions: readonly Mention[]): PartyRecord {
  const ordered = [...mentions].sort(byTime);
  const known = ordered.filter((mention) => mention.knownAt !== null);
  return {
    cik,
    name: ordered.findLast((mention) => mention.name !== null)?.name ?? null,
    filingCount: new Set(ordered.map((mention) => mention.filingId)).size,
    firstKnownAt: known.at(0)?.knownAt ?? null,
    lastKnownAt: known.at(-1)?.knownAt ?? null,
  };
}

/** An issuer from all its filings, with every symbol that they named. */
export function issuerRecord(cik: string, filings: readonly FilingFacts[]): IssuerRecord {
  const mentions = filings.map((filing) => ({ ...filing, name: filing.issuerName })).sort(byTime);
  const symbols = new Map<string, string | null>();
  let current: string | null = null;
  for (const filing of mentions) {
    const read = readTickers(filing.tradingSymbol).symbols;
    for (const symbol of read) symbols.set(symbol, filing.knownAt);
    current = read[0] ?? current;
  }
  return {
    ...partyRecord(cik, mentions),
    tradingSymbol: current,
    symbols: [...symbols].map(([symbol, lastKnownAt]) => ({ symbol, lastKnownAt })),
  };
}

/** Every symbol of an issuer, the latest named first, as the ledger lists them. */
export function symbolsLatestFirst({ symbols }: IssuerRecord): string[] {
  const key = ({ symbol, lastKnownAt }: IssuerRecord["symbols"][number]) => [lastKnownAt ?? "", symbol] as const;
  return [...symbols]
    .sort((a, b) => {
      const [[left, one], [right, other]] = [key(a), key(b)];
      if (left !== right) return left < right ? 1 : -1;
      return one < other ? -1 : 1;
    })
    .map(({ symbol }) => symbol);
}

/** Owners by CIK, from their filings at all issuers. */
export function insiderRecords(filings: readonly OwnerFiling[]): PartyRecord[] {
  const byOwner = new Map<string, OwnerFiling[]>();
  for (const filing of filings) {
    const group = byOwner.get(filing.ownerCik);
    if (group === undefined) byOwner.set(filing.ownerCik, [filing]);
    else group.push(filing);
  }
  return [...byOwner].map(([cik, mentions]) => partyRecord(cik, mentions));
}

/** Words of every name a party had, each once, without case or accents: what search compares. */
export function nameTokens(names: readonly (string | null)[]): string[] {
  const words = names.flatMap((name) => (name === null ? [] : (parseName(name).value?.tokens ?? [])));
  return [...new Set(words)].sort();
}
