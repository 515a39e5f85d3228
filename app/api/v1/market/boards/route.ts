import { respond } from "@/lib/http/respond";
import { getMarketBoards } from "@/lib/services/get-market-boards";
import { ledgerStore } from "@/lib/services/ledger-store";

/** `GET /api/v1/market/boards`: the boards of the market page. */
export function GET(request: Request): Promise<Response> {
  return respond(request, async () => {
    const boards = await getMarketBoards(await ledgerStore());
    return { dataVersion: boards.dataVersion, body: boards };
  });
}
