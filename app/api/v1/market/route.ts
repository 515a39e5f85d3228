import { asOfOfRequest } from "@/lib/http/requests/as-of-request";
import { respond } from "@/lib/http/respond";
import { ledgerStore } from "@/lib/services/ledger-store";
import { getMarket } from "@/lib/services/market/get-market";

/** `GET /api/v1/market?asof=2018-12-31`: what was filed lately; now, or by the end of a day. */
export function GET(request: Request): Promise<Response> {
  return respond(request, async () => {
    const view = await getMarket(await ledgerStore(), asOfOfRequest(request));
    return { dataVersion: view.dataVersion, body: view };
  });
}
