import { filingTitle } from "@/lib/format/filing-words";
import { watchedFilingLines, watchTitle } from "@/lib/format/watch-words";
import { countOf } from "@/lib/format/words";
import { filingPath, watchFeedPath, watchPath } from "@/lib/paths";
import { type WatchQuery, watchParams } from "@/lib/search-params/watch";
import type { WatchedFiling, WatchView } from "@/lib/services/watch/watch-view";
import { type AtomEntry, type AtomFeed, atomXml } from "./atom";

/**
 * The name under which ids are minted. The same filing has one id wherever a ledger is served, and `.invalid` is nobody's
 * domain (RFC 2606), so nobody else mints these.
 */
const AUTHORITY = "tag:insider-ledger.invalid,2026:";

/** An empty list has been as it is since before electronic ownership filings. */
const NEVER = "1993-01-01T00:00:00Z";

/** A watch list as Atom. `query` is the list as resolved: CIKs. */
export function watchFeed(view: WatchView, query: WatchQuery, origin: string): string {
  const params = watchParams(query);
  const list = params.map(([name, value]) => `${name}=${value}`).join("&");
  const feed: AtomFeed = {
    id: `${AUTHORITY}watch?${list}`,
    title: view.parties.length === 0 ? "An empty watch list" : `Insider filings: ${watchTitle(view.parties)}`,
    subtitle: subtitle(view),
    updated: view.filings[0]?.knownAt ?? NEVER,
    self: `${origin}${watchFeedPath(params)}`,
    alternate: `${origin}${watchPath(params)}`,
    author: "the insider ledger",
    entries: view.filings.flatMap((filing) => entryOf(filing, origin)),
  };
  return atomXml(feed);
}

function subtitle({ parties, count, filings, undated, unknown, fictional, asOf }: WatchView): string {
  return [
    fictional ? "Holds filings of the fictional sample market, which are invented." : null,
    asOf === null ? null : `As of ${asOf}.`,
    `${countOf(parties.length, "party", "parties")}, ${countOf(count, "filing")}; the newest ${filings.length} are here.`,
    undated === 0 ? null : `${countOf(undated, "filing")} without any date cannot be here.`,
    unknown.length === 0 ? null : `Nobody is called ${unknown.join(", ")}.`,
  ]
    .filter((words) => words !== null)
    .join(" ");
}

function knownWords({ knownAtBasis }: WatchedFiling): string[] {
  if (knownAtBasis !== "signature-date") return [];
  return ["The source gave no filing date: when it was known is estimated from the latest signature."];
}

function entryOf(filing: WatchedFiling, origin: string): AtomEntry[] {
  if (filing.knownAt === null) return [];
  return [
    {
      id: `${AUTHORITY}filing/${filing.id}`,
      title: filingTitle(filing),
      updated: filing.knownAt,
      alternate: `${origin}${filingPath(filing.id)}`,
      authors: filing.owners.map((owner) => owner.name ?? `CIK ${owner.cik}`),
      categories: [`Form ${filing.documentType}`, ...filing.codes],
      content: [...watchedFilingLines(filing), ...knownWords(filing)],
    },
  ];
}
