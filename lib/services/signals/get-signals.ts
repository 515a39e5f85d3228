import { subYears } from "date-fns";
import type { SignalName } from "@/lib/paths";
import type { SignalQuery } from "@/lib/search-params/signals";
import type { Store } from "@/lib/store/client";
import { readDataVersion } from "@/lib/store/ledger-state";
import { ledgerDay } from "../ledger-day";
import { resolveIssuer } from "../parties/resolve-issuer";
import { isSampleCik } from "../parties/sample-parties";
import { MOST_ISSUERS_AT, untilDay } from "./boards-at";
import { ledgerBoard, MOST_ISSUERS, shortSwingBoard } from "./reckoned-boards";
import type { SignalView } from "./signal-view";
import { type Board, clusterBoard, episodeBoard, lateBoard, planBoard } from "./stored-boards";

const BOARDS: Record<SignalName, Board> = {
  clusters: clusterBoard,
  "exercise-and-sell": episodeBoard,
  plans: planBoard,
  late: lateBoard,
  "short-swing": shortSwingBoard,
  ledger: ledgerBoard,
};

/** Boards whose results the last ingest stored; late filings are each told by their own filing. */
const STORED: ReadonlySet<SignalName> = new Set(["clusters", "exercise-and-sell", "plans"]);

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
  const isReckoned = board === "short-swing" || board === "ledger";
  const from =
    query.from === undefined
      ? isReckoned && word === null
        ? await yearBefore(store, asOf)
        : undefined
      : String(query.from);
  const hasNobody = word !== null && issuer === null;
  const until = asOf === null ? {} : { until: untilDay(asOf) };
  const limits = { issuerCik: issuer?.cik, from, ...until, limit: limit + 1 };
  const found = hasNobody ? [] : await BOARDS[board](store, query, limits);
  const rows = found.slice(0, limit);
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

/** What a board does not look at. */
function boundNotes(board: SignalName, asOf: string | null): string[] {
  if (board === "short-swing" || board === "ledger") {
    const which = board === "ledger" ? "filed last" : "had such trades last";
    return [
      `This board is reckoned while you wait, over the ${MOST_ISSUERS} issuers that ${which}: name an issuer to see another.`,
    ];
  }
  if (asOf === null || !STORED.has(board)) return [];
  return [
    `Results are kept for now only. For that day they are reckoned while you wait, at the ${MOST_ISSUERS_AT} issuers with the latest before it: name an issuer to see another.`,
  ];
}

/** A year before the day asked for, or the ledger's own last one. */
async function yearBefore(store: Store, asOf: string | null): Promise<string | undefined> {
  const day = asOf ?? (await ledgerDay(store));
  return day === null
    ? undefined
    : subYears(new Date(`${day}T12:00:00Z`), 1)
        .toISOString()
        .slice(0, 10);
}
