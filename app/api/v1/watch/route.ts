import { asOfOfRequest } from "@/lib/http/requests/as-of-request";
import { givenParams } from "@/lib/http/requests/given-params";
import { respond } from "@/lib/http/respond";
import { readWatchQuery } from "@/lib/search-params/watch";
import { ledgerStore } from "@/lib/services/ledger-store";
import { getWatch } from "@/lib/services/watch/get-watch";

/** `GET /api/v1/watch?issuers=QLYS&insiders=1254781&asof=2018-12-31`: the newest filings of some parties. */
export function GET(request: Request): Promise<Response> {
  return respond(request, async () => {
    const asOf = asOfOfRequest(request);
    const { query, unread } = readWatchQuery(givenParams(request));
    const view = await getWatch(await ledgerStore(), { ...query, asOf });
    return { dataVersion: view.dataVersion, body: { ...view, unread } };
  });
}
