import { asOfOfRequest } from "@/lib/http/requests/as-of-request";
import { respond } from "@/lib/http/respond";
import { ledgerStore } from "@/lib/services/ledger-store";
import { getMarketBoards } from "@/lib/services/market/get-market-boards";

/** `GET /api/v1/market/boards?asof=2018-12-31`: the boards of the market page; now, or as they could be seen on a day. */
export function GET(request: Request): Promise<Response> {
  return respond(request, async () => {
    const boards = await getMarketBoards(await ledgerStore(), asOfOfRequest(request));
    return { dataVersion: boards.dataVersion, body: boards };
  });
}
