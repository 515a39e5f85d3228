import { countOf } from "@/lib/format/words";
import { type RowFindings, reckonIssuer } from "@/lib/services/deriving/reckon-issuer";
import type { Store } from "@/lib/store/client";
import { filingCounts } from "@/lib/store/read-parties";
import type { SampleRow, StoredTransaction } from "@/lib/store/transactions/stored-rows";

/** Issuers, and filings of theirs, that are reckoned anew for an earlier day while one waits. */
const MOST_ISSUERS = 100;
const MOST_FILINGS = 6_000;
/** Of them for issuers where nothing tells that the day differs from now. */
const MOST_OTHER_FILINGS = 1_500;

/** What was found between an issuer's filings as they stood at an earlier day, by issuer. */
export interface FindingsAt {
  /** UTC, ISO 8601: the end of the day. */
  instant: string;
  findings: ReadonlyMap<string, RowFindings>;
  /** Issuers of the rows that were too many to reckon. */
  left: number;
}

/**
 * An earlier day's findings, where they are most likely to differ from what is stored: first at the issuers of these rows some
 * of which an amendment replaced after that day, or are flagged or counted elsewhere now (stored flags, joint copies and ΔOwn are those of the rows
 * in force now, compared with all that was filed since), then at the issuers of the largest rows.
 */
export async function findingsAt(
  store: Store,
  rows: readonly SampleRow[],
  day: string,
  instant: string,
): Promise<FindingsAt> {
  const ranks = new Map<string, { isChanged: boolean; largest: number }>();
  for (const { issuerCik, supersededBy, supersededAt, isFlaggedOut, countedAs, value } of rows) {
    const rank = ranks.get(issuerCik) ?? { isChanged: false, largest: 0 };
    const isReplacedLater = supersededBy !== null && (supersededAt === null || supersededAt > instant);
    rank.isChanged ||= isReplacedLater || isFlaggedOut || countedAs !== null;
    rank.largest = Math.max(rank.largest, value ?? 0);
    ranks.set(issuerCik, rank);
  }
  const ordered = [...ranks].sort(
    ([a, x], [b, y]) => Number(y.isChanged) - Number(x.isChanged) || y.largest - x.largest || (a < b ? -1 : 1),
  );
  const chosen = ordered.slice(0, MOST_ISSUERS);
  const sizes = await filingCounts(
    store.db,
    chosen.map(([cik]) => cik),
  );
  const ciks: string[] = [];
  let filings = 0;
  for (const [cik, { isChanged }] of chosen) {
    filings += sizes.get(cik) ?? 0;
    if (filings > (isChanged ? MOST_FILINGS : MOST_OTHER_FILINGS) && ciks.length > 0) break;
    ciks.push(cik);
  }
  const found = await Promise.all(ciks.map(async (cik) => [cik, await reckonIssuer(store, "rows", cik, day)] as const));
  return { instant, findings: new Map(found), left: ranks.size - found.length };
}

type Either = Pick<
  StoredTransaction,
  "filingId" | "anchor" | "issuerCik" | "supersededAt" | "supersededBy" | "countedAs" | "deltaOwn"
>;

/** A row as it stood at the day: what replaced it later is not known yet, and what its issuer's filings said then counts. */
export function rowAt<T extends Either>(row: T, { instant, findings }: FindingsAt): T {
  const isReplaced = row.supersededBy !== null && row.supersededAt !== null && row.supersededAt <= instant;
  const standing = isReplaced ? row : unreplaced(row);
  const found = findings.get(row.issuerCik);
  if (found === undefined || isReplaced) return standing;
  const address = `${row.filingId}#${row.anchor}`;
  const copy = found.copies.get(address);
  return {
    ...standing,
    countedAs: copy?.countedAs ?? null,
    ...("countedRule" in row ? { countedRule: copy?.rule ?? null } : {}),
    ...("isFlaggedOut" in row ? { isFlaggedOut: found.firstFlags.get(address)?.leavesTotals === true } : {}),
    deltaOwn: found.deltaOwn.get(address) ?? null,
  };
}

function unreplaced<T extends Either>(row: T): T {
  return {
    ...row,
    supersededAt: null,
    supersededBy: null,
    ...("supersededRule" in row ? { supersededRule: null } : {}),
  };
}

/** What a page must say of numbers of an earlier day. */
export function asOfNotes({ findings, left }: FindingsAt): string[] {
  if (left === 0) return [];
  const anew = `reckoned anew for that day at ${countOf(findings.size, "issuer")}, those with rows that were amended later, flagged, or largest`;
  return [
    `Rows are exactly those in force on that day. Flags, joint reports and ΔOwn are ${anew}; at ${countOf(left, "other issuer")} they are as today’s ledger has them. Filter by issuer to have them all reckoned.`,
  ];
}
