import { asOfOfRequest } from "@/lib/http/requests/as-of-request";
import { notFound, respond } from "@/lib/http/respond";
import { SIGNAL_NAMES } from "@/lib/paths";
import { readSignalQuery } from "@/lib/search-params/signals";
import { ledgerStore } from "@/lib/services/ledger-store";
import { getSignals } from "@/lib/services/signals/get-signals";

/** `GET /api/v1/signals/<clusters, exercise-and-sell, plans, late, short-swing or ledger>`: the rows of the board. */
export function GET(request: Request, context: RouteContext<"/api/v1/signals/[board]">): Promise<Response> {
  return respond(request, async () => {
    const { board: word } = await context.params;
    const board = SIGNAL_NAMES.find((name) => name === word);
    if (board === undefined) throw notFound(`There is no board “${word}”: ${SIGNAL_NAMES.join(", ")}.`);
    const { query, unread } = readSignalQuery(board, Object.fromEntries(new URL(request.url).searchParams));
    const view = await getSignals(await ledgerStore(), board, query, { asOf: asOfOfRequest(request) });
    return { dataVersion: view.dataVersion, body: { ...view, unread } };
  });
}
