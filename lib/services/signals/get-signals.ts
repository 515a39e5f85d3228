import type { SignalName } from "@/lib/paths";
import type { SignalQuery } from "@/lib/search-params/signals";
import { hasUnderivedIssuers } from "@/lib/store/boards/read-audit-boards";
import type { Store } from "@/lib/store/client";
import { readDataVersion } from "@/lib/store/ledger-state";
import { issuerLedger } from "../parties/issuer-filings";
import { resolveIssuer } from "../parties/resolve-issuer";
import { isSampleCik } from "../parties/sample-parties";
import { MOST_ISSUERS_AT, untilDay } from "./boards-at";
import type { SignalView } from "./signal-view";
import {
  type Board,
  clusterBoard,
  episodeBoard,
  lateBoard,
  ledgerBoard,
  planBoard,
  shortSwingBoard,
} from "./stored-boards";

const BOARDS: Record<SignalName, Board> = {
  clusters: clusterBoard,
  "exercise-and-sell": episodeBoard,
  plans: planBoard,
  late: lateBoard,
  "short-swing": shortSwingBoard,
  ledger: ledgerBoard,
};

/** Boards whose results are as they were from the beginning; those of the others are missing until an older ledger is refreshed. */
const OLDEST: ReadonlySet<SignalName> = new Set(["exercise-and-sell", "late"]);

/** Rows of a board's page. */
const MOST_ROWS = 100;

/** A board of signals under the parameters of its URL, each row with the reason why it is there. */
export async function getSignals(
  store: Store,
  board: SignalName,
  query: SignalQuery,
  { limit = MOST_ROWS, asOf = null }: { limit?: number; asOf?: string | null } = {},
): Promise<SignalView> {
  const notes: string[] = [];
  const word = query.issuer === undefined ? null : String(query.issuer);
  const issuer = word === null ? null : await resolveIssuer(store, word);
  if (word !== null && issuer === null) notes.push(`No issuer here used the ticker “${word}”.`);
  if (word === null) notes.push(...boundNotes(board, asOf));
  if (!OLDEST.has(board) && (await hasUnderivedIssuers(store.db))) notes.push(UNDERIVED);
  const from = query.from === undefined ? undefined : String(query.from);
  const hasNobody = word !== null && issuer === null;
  const until = asOf === null ? {} : { until: untilDay(asOf) };
  const limits = { issuerCik: issuer?.cik, from, ...until, limit: limit + 1 };
  const found = hasNobody ? [] : await BOARDS[board](store, query, limits);
  const rows = found.slice(0, limit);
  if (board === "short-swing" && issuer !== null && rows.length === 0) {
    const { findings } = await issuerLedger(store, issuer.cik, asOf);
    if (findings.isForeignPrivate) notes.push(NOT_REACHED);
  }
  return {
    dataVersion: await readDataVersion(store.db),
    asOf,
    board,
    rows,
    notes,
    isCapped: found.length > limit,
    fictional: rows.some((row) => isSampleCik(row.issuer.cik)),
  };
}

const UNDERIVED =
  "Some issuers were stored before this board was what it is: they are missing here until “insider db refresh” has derived them again.";

const NOT_REACHED =
  "The issuer’s forms name a foreign trading symbol: Section 16(b) does not reach the insiders of foreign private issuers, and nothing is matched.";

/** What a board of an earlier day does not look at: late filings are each told by their own filing, all else between filings. */
function boundNotes(board: SignalName, asOf: string | null): string[] {
  if (asOf === null || board === "late") return [];
  const which = board === "short-swing" ? "with matches nearest to it" : "with the latest before it";
  return [
    `Results are kept for now only. For that day they are reckoned while you wait, at the ${MOST_ISSUERS_AT} issuers ${which}: name an issuer to see another.`,
  ];
}
