import { subYears } from "date-fns";
import type { SignalName } from "@/lib/paths";
import type { SignalQuery } from "@/lib/search-params/signals";
import type { Store } from "@/lib/store/client";
import { readDataVersion } from "@/lib/store/ledger-state";
import { ledgerDay } from "./ledger-day";
import { resolveIssuer } from "./resolve-issuer";
import { isSampleCik } from "./sample-parties";
import { ledgerBoard, MOST_ISSUERS, shortSwingBoard } from "./signals/reckoned-boards";
import type { SignalView } from "./signals/signal-view";
import { type Board, clusterBoard, episodeBoard, lateBoard, planBoard } from "./signals/stored-boards";

const BOARDS: Record<SignalName, Board> = {
  clusters: clusterBoard,
  "exercise-and-sell": episodeBoard,
  plans: planBoard,
  late: lateBoard,
  "short-swing": shortSwingBoard,
  ledger: ledgerBoard,
};

/** Rows of a board's page. */
const MOST_ROWS = 100;

/** A board of signals under the parameters of its URL, each row with the reason why it is there. */
export async function getSignals(
  store: Store,
  board: SignalName,
  query: SignalQuery,
  limit: number = MOST_ROWS,
): Promise<SignalView> {
  const notes: string[] = [];
  const word = query.issuer === undefined ? null : String(query.issuer);
  const issuer = word === null ? null : await resolveIssuer(store, word);
  if (word !== null && issuer === null) notes.push(`No issuer here used the ticker “${word}”.`);
  const isReckoned = board === "short-swing" || board === "ledger";
  if (isReckoned && word === null) {
    const which = board === "ledger" ? "filed last" : "had such trades last";
    notes.push(
      `This board is reckoned while you wait, over the ${MOST_ISSUERS} issuers that ${which}: name an issuer to see another.`,
    );
  }
  const from =
    query.from === undefined ? (isReckoned && word === null ? await yearBefore(store) : undefined) : String(query.from);
  const hasNobody = word !== null && issuer === null;
  const limits = { issuerCik: issuer?.cik, from, limit: limit + 1 };
  const found = hasNobody ? [] : await BOARDS[board](store, query, limits);
  const rows = found.slice(0, limit);
  return {
    dataVersion: await readDataVersion(store.db),
    board,
    rows,
    notes,
    isCapped: found.length > limit,
    fictional: rows.some((row) => isSampleCik(row.issuer.cik)),
  };
}

/** A year before the ledger's own last day. */
async function yearBefore(store: Store): Promise<string | undefined> {
  const day = await ledgerDay(store);
  return day === null
    ? undefined
    : subYears(new Date(`${day}T12:00:00Z`), 1)
        .toISOString()
        .slice(0, 10);
}
