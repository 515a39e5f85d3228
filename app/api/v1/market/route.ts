import { asOfOfRequest } from "@/lib/http/as-of-request";
import { respond } from "@/lib/http/respond";
import { getMarket } from "@/lib/services/get-market";
import { ledgerStore } from "@/lib/services/ledger-store";

/** `GET /api/v1/market?asof=2018-12-31`: what was filed lately; now, or by the end of a day. */
export function GET(request: Request): Promise<Response> {
  return respond(request, async () => {
    const view = await getMarket(await ledgerStore(), asOfOfRequest(request));
    return { dataVersion: view.dataVersion, body: view };
  });
}
