import { respond } from "@/lib/http/respond";
import { getMarket } from "@/lib/services/get-market";
import { ledgerStore } from "@/lib/services/ledger-store";

/** `GET /api/v1/market`: what was filed lately. */
export function GET(request: Request): Promise<Response> {
  return respond(request, async () => {
    const view = await getMarket(await ledgerStore());
    return { dataVersion: view.dataVersion, body: view };
  });
}
