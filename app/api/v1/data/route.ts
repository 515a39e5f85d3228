import { asOfOfRequest } from "@/lib/http/requests/as-of-request";
import { respond } from "@/lib/http/respond";
import { getData } from "@/lib/services/get-data";
import { ledgerStore } from "@/lib/services/ledger-store";

/** `GET /api/v1/data`: the numbers of the data page. */
export function GET(request: Request): Promise<Response> {
  return respond(request, async () => {
    const view = await getData(await ledgerStore(), asOfOfRequest(request));
    return { dataVersion: view.dataVersion, body: view };
  });
}
