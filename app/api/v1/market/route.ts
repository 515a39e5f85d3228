import { asOfOfRequest } from "@/lib/http/as-of-request";
import { respond } from "@/lib/http/respond";
import { getMarket } from "@/lib/services/get-market";
import { getMarketBoards } from "@/lib/services/get-market-boards";
import { ledgerStore } from "@/lib/services/ledger-store";

/** `GET /api/v1/market?asof=2018-12-31`: what was filed lately, the boards and the months; now, or as it was on a day. */
export function GET(request: Request): Promise<Response> {
  return respond(request, async () => {
    const store = await ledgerStore();
    const asOf = asOfOfRequest(request);
    const view = await getMarket(store, asOf);
    return { dataVersion: view.dataVersion, body: { ...view, boards: await getMarketBoards(store, asOf) } };
  });
}
